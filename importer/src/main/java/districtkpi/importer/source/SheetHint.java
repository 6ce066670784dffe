package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportTexts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** What the sums of several sheets say about whether they restate each other. */
final class SheetHint {

    private static final LocalizedText SAME = ImportTexts.text("extract.same-sums");
    private static final LocalizedText GROWING = ImportTexts.text("extract.growing-sums");

    private SheetHint() {}

    /**
     * Compares the sums of districts sheet by sheet.
     *
     * @param sheets with the same columns of amounts, else nothing is said
     */
    static Optional<LocalizedText> of(List<SheetRows> sheets, Set<DistrictCode> districts) {
        if (holds(sheets, districts, (one, next) -> one.compareTo(next) == 0)) {
            return Optional.of(SAME);
        }
        return holds(sheets, districts, (one, next) -> one.compareTo(next) <= 0)
                ? Optional.of(GROWING)
                : Optional.empty();
    }

    private static boolean holds(
            List<SheetRows> sheets,
            Set<DistrictCode> districts,
            BiPredicate<BigDecimal, BigDecimal> between) {
        return districts.stream()
                .allMatch(district -> {
                    List<BigDecimal[]> sums =
                            sheets.stream()
                                    .filter(sheet -> sheet.rowsOf().containsKey(district))
                                    .map(sheet -> sheet.rowsOf().get(district).sums())
                                    .toList();
                    return IntStream.range(1, sums.size())
                            .allMatch(i -> holds(sums.get(i - 1), sums.get(i), between));
                });
    }

    private static boolean holds(
            BigDecimal[] one, BigDecimal[] next, BiPredicate<BigDecimal, BigDecimal> between) {
        return one.length == next.length
                && Arrays.stream(one).anyMatch(sum -> sum.signum() != 0)
                && IntStream.range(0, one.length).allMatch(i -> between.test(one[i], next[i]));
    }
}
