package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.office.recording.DayOfReceipt;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The day on which the evidence of an indicator was received, which piece it is from, and which
 * levels it is too late for.
 */
class ReceiptLines extends Composite<Div> {

    private final Words words;

    ReceiptLines(String id, DayOfReceipt receipt, Words words) {
        this.words = words;
        Div lines = getContent();
        lines.setId(id);
        lines.addClassName("receipt-lines");
        Span name = new Span(words.of(receipt.measure().name()));
        name.addClassName("recording-label");
        lines.add(new Div(name));
        receipt.day().ifPresentOrElse(day -> addDay(receipt, day), () -> addNone(receipt));
        standing(receipt).map(Remark::new).ifPresent(lines::add);
        Span explanation = new Span(words.of("receipt.explanation"));
        explanation.addClassName("soft");
        lines.add(new Div(explanation));
    }

    private void addDay(DayOfReceipt receipt, LocalDate day) {
        Evidence first = receipt.first().orElseThrow();
        add(
                words.of(
                        first.isPaper() ? "receipt.paper" : "receipt.online",
                        words.date(day),
                        first.name()));
        List<EvidenceDeadlines.Due> missed = receipt.missedOn(day);
        if (!missed.isEmpty()) {
            add(words.of("receipt.too-late", listed(missed)));
        }
        List<EvidenceDeadlines.Due> inTime =
                receipt.due().stream().filter(due -> !missed.contains(due)).toList();
        if (!inTime.isEmpty()) {
            add(words.of("receipt.in-time", listed(inTime)));
        }
    }

    private void addNone(DayOfReceipt receipt) {
        add(words.of("receipt.none"));
        if (!receipt.due().isEmpty() && !receipt.countsProvincesFile()) {
            add(words.of("receipt.caps", listed(receipt.due())));
        }
    }

    private void add(String line) {
        getContent().add(new Div(new Span(line)));
    }

    private String listed(List<EvidenceDeadlines.Due> days) {
        return days.stream()
                .map(due ->
                        words.of(
                                "receipt.due",
                                DueWords.of(due, words),
                                words.shortDate(due.deadline())))
                .collect(Collectors.joining(", "));
    }

    /** Where the figure that counts says something else than the evidence. */
    private Optional<String> standing(DayOfReceipt receipt) {
        if (receipt.countsProvincesFile()) {
            String file = receipt.counting().orElseThrow().origin().file();
            if (receipt.first().isEmpty()) {
                return Optional.of(words.of("receipt.province.stays", file));
            }
            return receipt.changes()
                    ? Optional.of(words.of("receipt.province", file))
                    : Optional.empty();
        }
        if (receipt.first().isEmpty()) {
            return receipt.changes() ? Optional.of(words.of("receipt.gone")) : Optional.empty();
        }
        return receipt.changes() ? Optional.of(words.of("receipt.next")) : Optional.empty();
    }
}
