package districtkpi.importer.source;

import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.table.IssueLog;
import java.io.IOException;
import java.util.List;

/**
 * Asks which stands first in a column of days, the day or the month, where it makes a difference
 * and nothing in the file tells.
 */
final class DateOrderQuestion {

    private final ExtractReader reader;
    private final ExtractRepository extracts;
    private final WriteTransaction writing;

    DateOrderQuestion(ExtractReader reader, ExtractRepository extracts, WriteTransaction writing) {
        this.reader = reader;
        this.extracts = extracts;
        this.writing = writing;
    }

    /**
     * Refuses an extract with days such as 3/4/2022 if it makes a difference to its figures or to
     * what can be read at all whether the day or the month stands first; once for each such column.
     * A level that waits for another measure does not tell.
     */
    void ask(ExtractReader.Taken taken, Agreement agreement, ExtractFigures dayFirst) {
        List<DateOrders.DayColumn> undecided = taken.reading().undecided();
        List<DateOrders.DayColumn> asked =
                undecided.stream()
                        .filter(column -> !doesTheSame(taken, agreement, List.of(column), dayFirst))
                        .toList();
        if (asked.isEmpty()
                && undecided.size() > 1
                && !doesTheSame(taken, agreement, undecided, dayFirst)) {
            asked = undecided;
        }
        asked.forEach(
                column -> taken.incoming().log().askForDateOrder(column.name(), column.cell()));
    }

    /** Reads the extract with the month first in columns; nothing stays of it. */
    private boolean doesTheSame(
            ExtractReader.Taken taken,
            Agreement agreement,
            List<DateOrders.DayColumn> monthFirst,
            ExtractFigures dayFirst) {
        // The first error is enough to tell.
        IncomingExtract other = taken.incoming().with(new IssueLog(1));
        DateOrders orders = taken.orders().trying(monthFirst);
        return writing.partUnless(
                _ -> true,
                () ->
                        ExtractReader.unchecked(
                                () -> givesTheSame(other, agreement, orders, dayFirst)));
    }

    private boolean givesTheSame(
            IncomingExtract other, Agreement agreement, DateOrders orders, ExtractFigures dayFirst)
            throws IOException {
        long extractId = extracts.nextId();
        ExtractReading reading = reader.read(other, agreement, extractId, orders);
        if (other.log().hasErrors()) {
            return false;
        }
        ExtractFigures figures = reader.figures(other, agreement, extractId, reading, other.log());
        return !other.log().hasErrors() && values(figures).equals(values(dayFirst));
    }

    private static List<Figure> values(ExtractFigures figures) {
        return figures.measurements().stream()
                .map(figure -> new Figure(figure.district(), figure.measure(), figure.value()))
                .toList();
    }

    private record Figure(DistrictCode district, MeasureKey measure, MeasuredValue value) {}
}
