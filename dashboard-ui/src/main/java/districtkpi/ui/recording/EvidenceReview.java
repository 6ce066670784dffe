package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.recording.Evidence;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportReport;
import districtkpi.importer.table.DateReader;
import districtkpi.office.recording.DayOfReceipt;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.recording.RecordingService.Paper;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The evidence of an indicator of a district, for whoever answers for it: what came on paper is
 * recorded and withdrawn here, each after it was shown what that does to the level.
 */
class EvidenceReview extends Composite<Div> {

    private final Of of;
    private final RecordingService service;
    private final Words words;
    private final Runnable changed;
    private final Div actions = new Div();
    private final Div refusal = new Div();

    /**
     * What it is about.
     *
     * @param evidence all that counts of the indicator
     * @param receipt what follows from it, where the agreement says so
     */
    record Of(
            RoundId round,
            DistrictCode district,
            Indicator indicator,
            List<Evidence> evidence,
            Optional<DayOfReceipt> receipt) {}

    /**
     * @param changed shows what follows, once paper was recorded or withdrawn
     */
    EvidenceReview(
            Of of, RecordingService service, EvidenceFiles files, Words words, Runnable changed) {
        this.of = of;
        this.changed = changed;
        this.service = service;
        this.words = words;
        Div content = getContent();
        content.setId("evidence-" + id());
        content.addClassName("recording-evidence");
        actions.addClassName("filter");
        refusal.setId("paper-refused-" + id());
        refusal.getElement().setAttribute("role", "alert");
        of.receipt()
                .map(receipt -> new ReceiptLines("receipt-" + id(), receipt, words))
                .ifPresent(content::add);
        content.add(
                new EvidenceList(
                        of.indicator(), of.evidence(), files, words, new PaperWithdrawal()),
                actions,
                refusal);
        offer();
    }

    private String id() {
        return of.district() + "-" + of.indicator().id();
    }

    /** Only what came on paper: a district withdraws its files by itself. */
    private final class PaperWithdrawal implements EvidenceList.Withdrawal {

        private final Map<Long, Optional<ImportReport>> shown = new HashMap<>();

        @Override
        public boolean isOffered(Evidence one) {
            return one.isPaper();
        }

        @Override
        public String effect(Evidence one) {
            Optional<ImportReport> report = service.checkPaperWithdrawal(one.id());
            shown.put(one.id(), report);
            return describe(report);
        }

        @Override
        public void confirmed(Evidence one) {
            Optional<ImportReport> report = Objects.requireNonNull(shown.get(one.id()));
            attempt(() -> service.withdrawPaper(one.id(), report.map(ImportReport::basis)));
        }

        @Override
        public void refused(Refused why) {
            refuse(why);
        }
    }

    private void offer() {
        Button record = new Button(words.of("paper.record"));
        record.setId("paper-" + id());
        record.setAriaLabel(words.of("paper.record-of", of.indicator().id()));
        record.addClickListener(_ -> ask());
        actions.removeAll();
        actions.add(record);
    }

    /** Days are written here as in a file; a calendar of the browser knows no Buddhist era. */
    private void ask() {
        TextField day = new TextField(words.of("register.day"));
        day.setId("paper-day-" + id());
        day.setHelperText(words.of("register.day.help"));
        day.setRequiredIndicatorVisible(true);
        TextField what = new TextField(words.of("paper.what"));
        what.setId("paper-what-" + id());
        what.setWidth("min(100%, 24rem)");
        what.setHelperText(words.of("paper.what.help"));
        what.setRequiredIndicatorVisible(true);
        Div effect = new Div();
        effect.getElement().setAttribute("aria-live", "polite");
        Button next = new Button(words.of("paper.next"));
        next.setId("paper-next-" + id());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickListener(_ -> {
            Optional<LocalDate> read = DateReader.typed(day.getValue());
            day.setErrorMessage(words.of("register.day.wrong"));
            day.setInvalid(read.isEmpty());
            read.ifPresentOrElse(
                    received -> show(new Paper(received, what.getValue()), effect), day::focus);
        });
        // What was shown is about what stood there then.
        day.addValueChangeListener(_ -> effect.removeAll());
        what.addValueChangeListener(_ -> effect.removeAll());
        Button cancel = new Button(words.of("question.cancel"));
        cancel.setId("cancel-paper-" + id());
        cancel.addClickListener(_ -> {
            refusal.removeAll();
            offer();
        });
        actions.removeAll();
        actions.add(day, what, next, cancel, effect);
        day.focus();
    }

    /** Asks with the effect in sight, since it counts at once. */
    private void show(Paper paper, Div effect) {
        effect.removeAll();
        refusal.removeAll();
        try {
            Optional<ImportReport> shown =
                    service.checkPaper(of.round(), of.district(), of.indicator().id(), paper);
            Paragraph question = new Paragraph(describe(shown));
            question.setId("paper-effect-" + id());
            Button confirm =
                    new Button(words.of("paper.confirm", paper.what(), words.date(paper.day())));
            confirm.setId("confirm-paper-" + id());
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            confirm.addClickListener(_ ->
                    attempt(() ->
                            service.receivePaper(
                                    of.round(),
                                    of.district(),
                                    of.indicator().id(),
                                    paper,
                                    shown.map(ImportReport::basis))));
            effect.add(question, confirm);
            confirm.focus();
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private String describe(Optional<ImportReport> report) {
        return new RecordingWords(words).effect(report, of.district(), of.indicator());
    }

    /** Points, totals and ranks of the page may follow. */
    private void attempt(Supplier<Optional<ImportReport>> step) {
        try {
            if (step.get()
                    .filter(done -> done.status() == ImportReport.Status.REJECTED)
                    .isPresent()) {
                refusal.removeAll();
                refusal.add(new Remark(words.of("refused.indicator-moved")));
            } else {
                changed.run();
            }
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        refusal.removeAll();
        refusal.add(new Remark(refused.text(words)));
    }
}
