package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is worked out of rows.
 *
 * @param among the rows that it is about; all of them have to hold, here and below
 * @param value what is counted, added or looked for among them
 * @param of what the value is compared with, where it is
 */
public record FigureQuery(MeasureId measure, List<Filter> among, Part value, @Nullable Part of) {

    public FigureQuery {
        among = List.copyOf(among);
    }

    /**
     * One number or day of a measure.
     *
     * @param where which of the rows that the measure is about count for it
     */
    public record Part(Aggregate aggregate, List<Filter> where) {
        public Part {
            where = List.copyOf(where);
        }
    }

    public Optional<Part> comparedWith() {
        return Optional.ofNullable(of);
    }
}
