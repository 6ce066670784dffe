package districtkpi.ui.cascade;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Remark;
import java.util.Optional;
import java.util.function.Consumer;

/** A question before what cannot be taken back, which says so where that is refused. */
class AskFirst extends Composite<Div> {

    private final Question question;
    private final Div refusal = new Div();

    /**
     * @param id as of a {@link Question}
     * @param name what is offered
     * @param warning what will happen
     * @param step may be refused
     */
    AskFirst(String id, String name, String warning, Words words, Runnable step) {
        this(id, name, warning, Optional.empty(), words, _ -> step.run());
    }

    /**
     * @param reason what is to be given before
     * @param step is told it, and may refuse it
     */
    AskFirst(
            String id,
            String name,
            String warning,
            Optional<Question.Reason> reason,
            Words words,
            Consumer<String> step) {
        question =
                new Question(
                        id,
                        new Question.Asking(name + "…", warning, reason, name, words),
                        given -> attempt(given, step, words));
        refusal.getElement().setAttribute("role", "alert");
        getContent().add(question, refusal);
    }

    void setEnabled(boolean enabled) {
        question.setEnabled(enabled);
    }

    private void attempt(String given, Consumer<String> step, Words words) {
        refusal.removeAll();
        try {
            step.accept(given);
        } catch (Refused refused) {
            refusal.add(new Remark(refused.text(words)));
        }
    }
}
