package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * How alike districts are by their context, never by what they achieved.
 *
 * <p>Each figure is standardised: less the mean of all districts that have it, divided by their
 * standard deviation (of a population), so that baht do not outweigh villages. The distance of two
 * districts is the root of the mean square of their differences, over the figures that both have: 0
 * for twins, about 1.4 for two districts drawn at random. Statistics, hence {@code double} and
 * inexact; no score or rank depends on it.
 */
public final class Similarity {

    private final List<ContextFigure> figures;
    private final List<ContextFigure> alikeEverywhere;
    private final Map<DistrictCode, List<OptionalDouble>> standardised;

    private Similarity(
            List<ContextFigure> figures,
            List<ContextFigure> alikeEverywhere,
            Map<DistrictCode, List<OptionalDouble>> standardised) {
        this.figures = List.copyOf(figures);
        this.alikeEverywhere = List.copyOf(alikeEverywhere);
        this.standardised = standardised;
    }

    /**
     * A district that is more or less alike.
     *
     * @param distance 0 or more, see {@link Similarity}
     * @param compared the figures that both districts have; at least one
     * @param missing the figures that one of the two has not, which were left out
     */
    public record Peer(
            DistrictCode district,
            double distance,
            List<ContextFigure> compared,
            List<ContextFigure> missing) {
        public Peer {
            compared = List.copyOf(compared);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Standardises the figures of all districts.
     *
     * @param context such as {@link ContextFigure#of(districtkpi.domain.agreement.Agreement)}, or
     *     some of these
     */
    public static Similarity of(
            List<ContextFigure> context, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values) {
        Map<DistrictCode, List<OptionalDouble>> standardised = new TreeMap<>();
        values.keySet().forEach(district -> standardised.put(district, new ArrayList<>()));
        List<ContextFigure> figures = new ArrayList<>();
        List<ContextFigure> alikeEverywhere = new ArrayList<>();
        for (ContextFigure figure : context) {
            Map<DistrictCode, Double> known = new TreeMap<>();
            values.forEach((district, own) ->
                    figure.in(own).ifPresent(number -> known.put(district, number.doubleValue())));
            double[] numbers = known.values().stream().mapToDouble(Double::doubleValue).toArray();
            double mean = new Mean().evaluate(numbers);
            double deviation = new StandardDeviation(false).evaluate(numbers, mean);
            // Of no number at all the deviation is no number, which is not above 0 either.
            if (!(deviation > 0)) {
                alikeEverywhere.add(figure);
                continue;
            }
            figures.add(figure);
            standardised.forEach((district, row) -> {
                Double number = known.get(district);
                row.add(
                        number == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of((number - mean) / deviation));
            });
        }
        return new Similarity(figures, alikeEverywhere, standardised);
    }

    /** The figures that tell districts apart. */
    public List<ContextFigure> figures() {
        return figures;
    }

    /** The figures that do not: the same in all districts, or known of fewer than two. */
    public List<ContextFigure> alikeEverywhere() {
        return alikeEverywhere;
    }

    /**
     * The other districts, the most similar first, equally similar ones by code. Those that share
     * no figure with the district are left out.
     */
    public List<Peer> peers(DistrictCode district) {
        List<OptionalDouble> own = standardised.get(district);
        if (own == null) {
            return List.of();
        }
        List<Peer> peers = new ArrayList<>();
        standardised.forEach((other, numbers) -> {
            if (!other.equals(district)) {
                peer(own, other, numbers, peers);
            }
        });
        peers.sort(Comparator.comparingDouble(Peer::distance).thenComparing(Peer::district));
        return List.copyOf(peers);
    }

    private void peer(
            List<OptionalDouble> own,
            DistrictCode other,
            List<OptionalDouble> numbers,
            List<Peer> peers) {
        List<ContextFigure> compared = new ArrayList<>();
        List<ContextFigure> missing = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < figures.size(); i++) {
            if (own.get(i).isPresent() && numbers.get(i).isPresent()) {
                double difference = own.get(i).getAsDouble() - numbers.get(i).getAsDouble();
                squares += difference * difference;
                compared.add(figures.get(i));
            } else {
                missing.add(figures.get(i));
            }
        }
        if (!compared.isEmpty()) {
            peers.add(new Peer(other, Math.sqrt(squares / compared.size()), compared, missing));
        }
    }
}
