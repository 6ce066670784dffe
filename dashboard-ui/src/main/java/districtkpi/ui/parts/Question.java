package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.office.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A button for what cannot be taken back: it says first what will happen, asks for a reason where
 * one is needed, for a choice, or for a word to be typed, and does nothing until that is confirmed.
 * The parts have the ids {@code name}, {@code name-warning}, {@code name-typed}, {@code
 * name-reason}, {@code confirm-name} and {@code cancel-name}.
 */
public final class Question extends Div {

    private final String name;
    private final Asking asking;
    private final Consumer<String> answer;
    private final Button button;
    private final Paragraph warning = new Paragraph();
    private Optional<Select<?>> choice = Optional.empty();
    private Optional<Typing> typing = Optional.empty();

    /**
     * The texts of a question.
     *
     * @param button what the first button says
     * @param warning what will happen
     * @param reason what is to be given before it does
     * @param confirm what the second button says
     */
    public record Asking(
            String button, String warning, Optional<Reason> reason, String confirm, Words words) {}

    /**
     * A reason that has to be given.
     *
     * @param missing what is said where it was not
     */
    public record Reason(String label, String missing) {}

    /**
     * A word that has to be typed, so that nobody does it in passing.
     *
     * @param label which word it is
     * @param word that is waited for
     * @param wrong what is said where another one was typed
     */
    public record Typing(String label, String word, String wrong) {}

    /**
     * @param answer told the reason, empty where none is asked for, once it is confirmed
     */
    public Question(String name, Asking asking, Consumer<String> answer) {
        this.name = name;
        this.asking = asking;
        this.answer = answer;
        addClassName("actions");
        Form.mark(this);
        warning.setId(name + "-warning");
        warning.getElement().setAttribute("aria-live", "polite");
        warn(asking.warning());
        button = new Button(asking.button());
        button.setId(name);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickListener(_ -> ask());
        add(button);
    }

    /**
     * Asks for a choice too, before the reason.
     *
     * @param picker without a value, and with what is said where none was chosen
     */
    public Question choosing(Select<?> picker) {
        choice = Optional.of(picker);
        return this;
    }

    /** Asks for a word to be typed too, before the reason. */
    public Question typing(Typing wanted) {
        typing = Optional.of(wanted);
        return this;
    }

    /** Says what will happen by what is chosen now. */
    public final void warn(String text) {
        warning.setText(text);
    }

    /** About an exception: its button stands back behind the usual way. */
    public Question secondary() {
        button.removeThemeVariants(ButtonVariant.PRIMARY);
        return this;
    }

    /**
     * One of many alike, as in the rows of a table.
     *
     * @param label what tells it from the others, for those who do not see the row
     */
    public Question small(String label) {
        secondary();
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return this;
    }

    private void ask() {
        button.setVisible(false);
        Optional<ReasonField> reason =
                asking.reason()
                        .map(wanted ->
                                new ReasonField(
                                        name + "-reason",
                                        wanted.label(),
                                        wanted.missing(),
                                        asking.words()));
        Optional<TextField> typed = typing.map(wanted -> createTyped(wanted.label()));
        Button confirm = new Button(asking.confirm());
        confirm.setId("confirm-" + name);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            if (typed.isEmpty() || isRight(typed.get(), typing.orElseThrow())) {
                confirm(reason);
            }
        });
        Button cancel = new Button(asking.words().of("question.cancel"));
        cancel.setId("cancel-" + name);
        List<Component> asked = new ArrayList<>();
        asked.add(warning);
        choice.ifPresent(asked::add);
        typed.ifPresent(asked::add);
        reason.ifPresent(asked::add);
        asked.add(confirm);
        asked.add(cancel);
        cancel.addClickListener(_ -> {
            asked.forEach(this::remove);
            button.setVisible(true);
            button.focus();
        });
        add(asked);
        if (choice.isPresent()) {
            choice.get().focus();
        } else if (typed.isPresent()) {
            typed.get().focus();
        } else {
            reason.ifPresentOrElse(ReasonField::focus, confirm::focus);
        }
    }

    private TextField createTyped(String label) {
        TextField typed = new TextField(label);
        typed.setId(name + "-typed");
        typed.setRequiredIndicatorVisible(true);
        typed.setManualValidation(true);
        return typed;
    }

    private static boolean isRight(TextField typed, Typing wanted) {
        boolean right = typed.getValue().strip().equals(wanted.word());
        typed.setErrorMessage(wanted.wrong());
        typed.setInvalid(!right);
        if (!right) {
            typed.focus();
        }
        return right;
    }

    private void confirm(Optional<ReasonField> reason) {
        Optional<Select<?>> open = choice.filter(Select::isEmpty);
        if (open.isPresent()) {
            open.get().setInvalid(true);
            open.get().focus();
            return;
        }
        if (reason.isEmpty()) {
            answer.accept("");
        } else {
            reason.get().given().ifPresent(answer);
        }
    }
}
