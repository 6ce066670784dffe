package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.result.UndoReport;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.ReasonField;
import districtkpi.ui.parts.Remark;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes the newest step of an indicator back, once it was shown what that does: handing in by the
 * district, or a review, which asks for a reason.
 */
class TakingBack extends Composite<Div> {

    private final String name;
    private final Of of;
    private final RecordingService service;
    private final Words words;
    private final Runnable done;
    private final Div actions = new Div();
    private final Div refusal = new Div();
    private boolean review;

    /**
     * What it is about.
     *
     * @param last the newest step that was shown
     */
    record Of(RoundId round, DistrictCode district, Indicator indicator, OptionalLong last) {}

    /**
     * @param name of the indicator among those of the page
     */
    TakingBack(String name, Of of, RecordingService service, Words words, Runnable done) {
        this.name = name;
        this.of = of;
        this.service = service;
        this.words = words;
        this.done = done;
        actions.addClassName("actions");
        refusal.setId("take-back-refused-" + name);
        refusal.getElement().setAttribute("role", "alert");
        getContent().add(actions, refusal);
        offer();
    }

    /** Of a review, whose reason has to be given. */
    TakingBack ofReview() {
        review = true;
        offer();
        return this;
    }

    private Button offer() {
        Button ask = new Button(words.of(review ? "review.take-back" : "record.take-back"));
        ask.setId("take-back-" + name);
        ask.addClickListener(_ -> ask());
        actions.removeAll();
        actions.add(ask);
        return ask;
    }

    private void ask() {
        refusal.removeAll();
        Optional<UndoReport> shown;
        try {
            shown = service.checkTakingBack(of.round(), of.district(), of.indicator().id());
        } catch (Refused refused) {
            refuse(refused);
            return;
        }
        Paragraph effect = new Paragraph(describe(shown));
        effect.setId("take-back-effect-" + name);
        ReasonField reason =
                new ReasonField(
                        "take-back-reason-" + name,
                        words.of("review.take-back.reason"),
                        words.of("refused.no-reason"),
                        words);
        if (!review) {
            reason.optional();
        }
        reason.addClassName("wide-field");
        Button confirm =
                new Button(
                        words.of(review ? "review.take-back.confirm" : "record.take-back.confirm"));
        confirm.setId("confirm-take-back-" + name);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            refusal.removeAll();
            reason.given().ifPresent(given -> confirm(shown, given));
        });
        Button cancel = new Button(words.of("question.cancel"));
        cancel.setId("cancel-take-back-" + name);
        cancel.addClickListener(_ -> {
            refusal.removeAll();
            offer().focus();
        });
        actions.removeAll();
        actions.add(effect, reason, confirm, cancel);
        reason.focus();
    }

    private String describe(Optional<UndoReport> shown) {
        String levels =
                shown.map(report ->
                                new RecordingWords(words)
                                        .levels(report.levels(), of.district(), of.indicator()))
                        .orElse("");
        return review
                ? words.of("review.take-back.question")
                : words.of("record.take-back.question", levels);
    }

    private void confirm(Optional<UndoReport> shown, String reason) {
        try {
            service.takeBack(
                    of.round(), of.district(), of.indicator().id(), of.last(), shown, reason);
            done.run();
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        refusal.removeAll();
        refusal.add(new Remark(refused.text(words)));
    }
}
