package districtkpi.ui.api;

import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.scoring.PlainDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What becomes of figures and levels, in the form of the API. */
final class EffectAnswer {

    /** More would be a download, not an answer; a results file seldom has as many. */
    private static final int MAX_CHANGES = 10_000;

    private EffectAnswer() {}

    /** A figure before and after; what is not known is null. */
    record ChangeAnswer(
            ImportEffect.Kind kind,
            String round,
            String district,
            String indicator,
            String measure,
            String asOf,
            String sheet,
            int line,
            @Nullable FigureAnswer before,
            @Nullable FigureAnswer after) {

        private static ChangeAnswer of(Change change) {
            return new ChangeAnswer(
                    change.kind(),
                    change.round().toString(),
                    change.district().toString(),
                    change.measure().indicator().toString(),
                    change.measure().measure().toString(),
                    change.asOf().toString(),
                    change.sheet(),
                    change.line(),
                    change.before().map(FigureAnswer::of).orElse(null),
                    change.after().map(FigureAnswer::of).orElse(null));
        }
    }

    /** A value as {@code measurements.csv} has it, and the row that it is from. */
    record FigureAnswer(
            String value,
            @Nullable String of,
            String asOf,
            @Nullable Long importId,
            String sheet,
            int line) {

        private static FigureAnswer of(Figure figure) {
            return new FigureAnswer(
                    Optional.ofNullable(text(Cells.value(figure.value()))).orElse(""),
                    text(Cells.of(figure.value())),
                    figure.asOf().toString(),
                    figure.importId().isPresent() ? figure.importId().getAsLong() : null,
                    figure.sheet(),
                    figure.line());
        }

        private static @Nullable String text(Cell cell) {
            return switch (cell) {
                case Cell.Word word -> word.text();
                case Cell.Words words -> String.join(" ", words.texts());
                case Cell.Text text -> text.text();
                case Cell.Decimal decimal -> decimal.number().toPlainString();
                case Cell.Flag flag -> String.valueOf(flag.value());
                case Cell.Absent _ -> null;
            };
        }
    }

    /** An indicator before and after; a level that is not there is null, and so are its points. */
    record LevelAnswer(
            String round,
            String district,
            String indicator,
            @Nullable Integer levelBefore,
            @Nullable Integer levelAfter,
            @Nullable String pointsBefore,
            @Nullable String pointsAfter) {

        private static LevelAnswer of(LevelChange change) {
            return new LevelAnswer(
                    change.round().toString(),
                    change.district().toString(),
                    change.indicator().toString(),
                    level(change.levelBefore()),
                    level(change.levelAfter()),
                    points(change.pointsBefore()),
                    points(change.pointsAfter()));
        }

        private static @Nullable Integer level(OptionalInt level) {
            return level.isPresent() ? level.getAsInt() : null;
        }

        private static @Nullable String points(Optional<BigFraction> points) {
            return points.map(PlainDecimal::of).orElse(null);
        }
    }

    /** The first ones, by line. */
    static List<ChangeAnswer> changes(List<Change> changes) {
        return changes.stream().limit(MAX_CHANGES).map(ChangeAnswer::of).toList();
    }

    /** How many more there are. */
    static int leftOut(List<Change> changes) {
        return Math.max(0, changes.size() - MAX_CHANGES);
    }

    static List<LevelAnswer> levels(List<LevelChange> levels) {
        return levels.stream().map(LevelAnswer::of).toList();
    }
}
