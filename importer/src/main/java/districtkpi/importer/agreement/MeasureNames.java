package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.ThaiSpelling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which measure of an indicator a text is about, by what it has of their names.
 *
 * <p>Thai has no spaces between words, so that runs of three letters are compared.
 */
final class MeasureNames {

    private static final int RUN = 3;

    /** Of a hundred runs of a name, how many make a text be about it. */
    private static final int NAMED = 35;

    /** By how many of a hundred the best one has to be ahead of the others. */
    private static final int AHEAD = 8;

    /** How many make it possible that another one is meant as well. */
    private static final int ALSO_MEANT = 60;

    private final List<Measure> measures;

    MeasureNames(List<Measure> measures) {
        this.measures = List.copyOf(measures);
    }

    /** The measures that a text fits best among those that it may be about; one if it is clear. */
    List<Measure> named(String text, Predicate<Measure> fits) {
        List<Measure> possible = measures.stream().filter(fits).toList();
        int best = possible.stream().mapToInt(m -> inCommon(text, m)).max().orElse(0);
        return possible.stream().filter(m -> inCommon(text, m) > best - AHEAD).toList();
    }

    /**
     * Whether a text that fits a measure best is plainly about it and about no other one: a number
     * needs no name where only one measure can be meant, a step always has one.
     */
    boolean isClear(String text, Measure measure, Predicate<Measure> fits) {
        List<Measure> others =
                measures.stream().filter(fits).filter(m -> !m.equals(measure)).toList();
        return (inCommon(text, measure) >= NAMED
                        || (others.isEmpty() && measure.kind() != MeasureKind.DONE))
                && others.stream().allMatch(m -> inCommon(text, m) < ALSO_MEANT);
    }

    /** Whether a text has much of the name of one of those that it may be about. */
    boolean isNamed(String text, Predicate<Measure> fits) {
        return measures.stream().filter(fits).anyMatch(m -> inCommon(text, m) >= NAMED);
    }

    /** Of a hundred runs of letters of the measure's name, those that the text has. */
    private static int inCommon(String text, Measure measure) {
        Set<String> runs = runs(text);
        return Math.max(
                inCommon(runs, runs(measure.name().th())),
                inCommon(runs, runs(measure.name().en())));
    }

    private static int inCommon(Set<String> text, Set<String> name) {
        long common = name.stream().filter(text::contains).count();
        return name.isEmpty() ? 0 : Math.toIntExact(100 * common / name.size());
    }

    private static Set<String> runs(String text) {
        String letters =
                ThaiSpelling.normal(CellText.asciiDigits(text))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= letters.length(); i++) {
            runs.add(letters.substring(i, i + RUN));
        }
        return runs;
    }
}
