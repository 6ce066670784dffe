package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage of a draft in a line: to be typed, stepped or dragged, and to be locked. */
class PercentRow extends Composite<Div> {

    private static final int MAX_SIZE = 100;

    /**
     * What is read and what a screen reader says.
     *
     * @param code short name at the beginning of the line; may be empty
     * @param name of what the percentage is of
     * @param agreed remark with the agreed percentage; empty where it is unchanged
     * @param field of the field and of the slider
     */
    record Names(
            String code,
            String name,
            String agreed,
            String field,
            String less,
            String more,
            String lock) {}

    /** What is done with a percentage. */
    interface Listener {

        /** Is told of another percentage, whatever was typed. */
        void changed(BigDecimal percent);

        void locked(boolean locked);
    }

    private final String id;
    private final BigDecimal percent;
    private final Listener listener;

    /**
     * @param id of the field after {@code weight-}
     * @param least that can be dragged to
     */
    PercentRow(
            String id,
            Names names,
            BigDecimal percent,
            int least,
            boolean locked,
            Listener listener) {
        this.id = id;
        this.percent = percent;
        this.listener = listener;
        Div row = getContent();
        row.setId("lab-row-" + id);
        row.addClassName("lab-row");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", (names.code() + " " + names.name()).strip());
        Span code = new Span(names.code());
        code.addClassName("lab-code");
        Span name = new Span(names.name());
        name.addClassName("lab-name");
        name.setTitle(names.name());
        Span agreed = new Span(names.agreed());
        agreed.addClassName("lab-agreed");
        if (!names.agreed().isEmpty()) {
            row.addClassName("changed");
        }
        row.add(
                code,
                name,
                agreed,
                createSlider(names.field(), least),
                step("less-", "−", names.less(), BigDecimal.ONE.negate()),
                createField(names.field()),
                step("more-", "+", names.more(), BigDecimal.ONE),
                createLock(names.lock(), locked));
    }

    private BigDecimalField createField(String name) {
        BigDecimalField field = new BigDecimalField();
        field.setId("weight-" + id);
        field.addClassName("lab-field");
        field.setAriaLabel(name);
        field.setAutoselect(true);
        field.setValue(percent);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue().compareTo(percent) != 0) {
                listener.changed(change.getValue());
            }
        });
        return field;
    }

    private Button step(String prefix, String sign, String name, BigDecimal by) {
        Button button = new Button(sign);
        button.setId(prefix + id);
        button.addClassName("lab-step");
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(name);
        button.addClickListener(_ -> listener.changed(percent.add(by)));
        return button;
    }

    /** By whole numbers; the field takes others. While it moves it shows its value. */
    private IntegerSlider createSlider(String name, int least) {
        IntegerSlider slider = new IntegerSlider(least, MAX_SIZE);
        slider.setId("handle-" + id);
        slider.addClassName("lab-slider");
        slider.setAriaLabel(name);
        slider.setValue(
                Math.clamp(percent.setScale(0, RoundingMode.HALF_UP).longValue(), least, MAX_SIZE));
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.changed(BigDecimal.valueOf(change.getValue()));
            }
        });
        return slider;
    }

    private Component createLock(String name, boolean locked) {
        Checkbox lock = new Checkbox(locked);
        lock.setId("lock-" + id);
        lock.addClassName("lab-lock");
        lock.setAriaLabel(name);
        lock.addValueChangeListener(change -> listener.locked(change.getValue()));
        return lock;
    }
}
