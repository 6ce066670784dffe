package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.OverrideService;
import districtkpi.office.recording.OverrideService.Shown;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.parts.JustDone;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Question.Asking;
import districtkpi.ui.parts.Question.Reason;
import districtkpi.ui.parts.Remark;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Sets another level than the computed one, or withdraws what was set; each asks for a reason. */
class OverrideQuestion extends Composite<Div> {

    private final OverrideService service;
    private final Agreement agreement;
    private final DistrictCode district;
    private final IndicatorScore.WithLevel score;
    private final Words words;
    private final Runnable changed;
    private final Div refusal = new Div();

    /**
     * @param changed shows what follows, once a level was set or withdrawn
     */
    OverrideQuestion(
            OverrideService service,
            Agreement agreement,
            DistrictCode district,
            IndicatorScore.WithLevel score,
            Words words,
            Runnable changed) {
        this.changed = changed;
        this.service = service;
        this.agreement = agreement;
        this.district = district;
        this.score = score;
        this.words = words;
        refusal.getElement().setAttribute("role", "alert");
        getContent().add(createSet());
        score.overridden().ifPresent(_ -> getContent().add(createWithdraw()));
        getContent().add(refusal);
        JustDone.take(UI.getCurrent(), doneId())
                .ifPresent(text -> {
                    Remark done = new Remark(doneId(), text);
                    done.getElement().setAttribute("role", "status");
                    getContent().addComponentAsFirst(done);
                });
    }

    private String doneId() {
        return "override-done-" + id();
    }

    private String levels(OptionalInt after) {
        return new RecordingWords(words).level(score.indicator(), score.countingLevel(), after);
    }

    private String id() {
        return district + "-" + score.indicator().id();
    }

    private RoundId round() {
        return agreement.round();
    }

    private Component createSet() {
        Select<Integer> level = new Select<>();
        level.setId("override-level-" + id());
        level.setLabel(words.of("override.set"));
        level.setItems(
                IntStream.rangeClosed(
                                agreement.lowestLevel(score.indicator()),
                                score.indicator().topLevel())
                        .filter(one -> one != score.level())
                        .boxed()
                        .toList());
        level.setItemLabelGenerator(one -> words.level(score.indicator(), one));
        level.setErrorMessage(words.of("override.level.missing"));
        Question question =
                new Question(
                                "override-" + id(),
                                new Asking(
                                        words.of("override.button"),
                                        words.of("override.question"),
                                        Optional.of(reason()),
                                        words.of("override.confirm"),
                                        words),
                                reason ->
                                        attempt(
                                                () ->
                                                        service.set(
                                                                round(),
                                                                district,
                                                                score.indicator().id(),
                                                                Shown.of(score),
                                                                level.getValue(),
                                                                reason),
                                                OptionalInt.of(level.getValue())))
                        .choosing(level)
                        .secondary();
        level.addValueChangeListener(chosen ->
                question.warn(
                        levels(OptionalInt.of(chosen.getValue()))
                                + " "
                                + words.of("override.question")));
        return question;
    }

    private Component createWithdraw() {
        return new Question(
                        "withdraw-override-" + id(),
                        new Asking(
                                words.of("override.withdraw.button"),
                                levels(computed()) + " " + words.of("override.withdraw.question"),
                                Optional.of(reason()),
                                words.of("override.withdraw.confirm"),
                                words),
                        reason ->
                                attempt(
                                        () ->
                                                service.withdraw(
                                                        round(),
                                                        district,
                                                        score.indicator().id(),
                                                        Shown.of(score),
                                                        reason),
                                        computed()))
                .secondary();
    }

    private OptionalInt computed() {
        return score.computed().countingLevel();
    }

    private Reason reason() {
        return new Reason(words.of("override.reason"), words.of("refused.no-reason"));
    }

    /** Points, totals and ranks of the page follow from the level. */
    private void attempt(Runnable step, OptionalInt after) {
        try {
            step.run();
            showAnew(words.of("override.done", levels(after)));
        } catch (Refused refused) {
            String reason = refused.text(words);
            if (refused.reason() == Refused.Reason.NOT_AS_SHOWN) {
                showAnew(reason);
            } else {
                refusal.removeAll();
                refusal.add(new Remark(reason));
            }
        }
    }

    private void showAnew(String said) {
        JustDone.say(UI.getCurrent(), doneId(), said);
        changed.run();
        // The button that was pressed is gone: the one in its place keeps the keyboard there.
        UI.getCurrent()
                .getPage()
                .executeJs("document.getElementById($0).focus()", "override-" + id());
    }
}
