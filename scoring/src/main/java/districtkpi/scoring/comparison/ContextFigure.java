package districtkpi.scoring.comparison;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure that says what a district is like, not what it achieved: villages, target households, a
 * budget. It is what the value of a ratio is compared with.
 *
 * @param sources the measures whose {@code of} it is; the first one reported counts
 */
public record ContextFigure(LocalizedText name, MeasureUnit unit, List<MeasureKey> sources) {

    public ContextFigure {
        sources = List.copyOf(sources);
    }

    /** Two measures speak of the same thing if they call it the same and count it alike. */
    private record Meaning(String name, String unit) {}

    /**
     * All that an agreement has: what its shares, growths and reductions are compared with, each
     * once, in the order of the agreement.
     */
    public static List<ContextFigure> of(Agreement agreement) {
        Map<Meaning, ContextFigure> figures = new LinkedHashMap<>();
        for (Indicator indicator : agreement.indicators().toList()) {
            for (Measure measure : indicator.measures()) {
                measure.comparedWith()
                        .ifPresent(name ->
                                add(
                                        figures,
                                        name,
                                        measure.countedIn().orElseThrow(),
                                        indicator.key(measure.id())));
            }
        }
        return List.copyOf(figures.values());
    }

    private static void add(
            Map<Meaning, ContextFigure> figures,
            LocalizedText name,
            MeasureUnit unit,
            MeasureKey key) {
        figures.merge(
                new Meaning(name.th().strip(), unit.name().th().strip()),
                new ContextFigure(name, unit, List.of(key)),
                (known, more) -> {
                    List<MeasureKey> sources = new ArrayList<>(known.sources);
                    sources.addAll(more.sources);
                    return new ContextFigure(known.name, known.unit, sources);
                });
    }

    /** The figure of a district; absent where only finished percentages or nothing was reported. */
    public Optional<BigDecimal> in(Map<MeasureKey, MeasuredValue> values) {
        for (MeasureKey source : sources) {
            if (values.get(source) instanceof MeasuredValue.Ratio ratio) {
                return Optional.of(ratio.of());
            }
        }
        return Optional.empty();
    }
}
