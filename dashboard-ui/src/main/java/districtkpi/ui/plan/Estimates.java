package districtkpi.ui.plan;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.Exact;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.LevelKey;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What the planner thinks that each move costs, as the address says it: {@code P1.3:5_T2.4:2} for 5
 * to bring P1 to level 3 and 2 to bring T2 to level 4.
 *
 * @param efforts 0 or more, with at most two places
 */
record Estimates(Map<LevelKey, BigDecimal> efforts) {

    static final Estimates NONE = new Estimates(Map.of());

    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z][A-Za-z0-9_]{0,19})\\.([1-9]|10):([0-9]{1,6}(?:\\.[0-9]{1,2})?)");
    private static final char BETWEEN = '_';
    private static final int MAX_DIGITS = 6;
    private static final int MAX_PLACES = 2;

    Estimates {
        TreeMap<LevelKey, BigDecimal> sorted = new TreeMap<>(byIndicator());
        sorted.putAll(efforts);
        efforts = Collections.unmodifiableMap(sorted);
    }

    static Comparator<LevelKey> byIndicator() {
        return Comparator.comparing(LevelKey::indicator).thenComparingInt(LevelKey::level);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException for anything else, or for a level that comes twice
     */
    static Estimates parse(String text) {
        TreeMap<LevelKey, BigDecimal> efforts = new TreeMap<>(byIndicator());
        Matcher matcher = FORM.matcher(text);
        int start = 0;
        while (matcher.region(start, text.length()).lookingAt()) {
            LevelKey level =
                    new LevelKey(
                            IndicatorId.of(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (efforts.put(level, new BigDecimal(matcher.group(3))) != null) {
                throw new IllegalArgumentException("Twice: " + level);
            }
            if (matcher.end() == text.length()) {
                return new Estimates(efforts);
            }
            if (text.charAt(matcher.end()) != BETWEEN) {
                break;
            }
            start = matcher.end() + 1;
        }
        throw new IllegalArgumentException("Not estimates: " + text);
    }

    /** True for a number that an estimate can be. */
    static boolean isPossible(BigDecimal effort) {
        BigDecimal shortest = effort.stripTrailingZeros();
        return shortest.signum() >= 0
                && shortest.scale() <= MAX_PLACES
                && shortest.precision() - shortest.scale() <= MAX_DIGITS;
    }

    Optional<BigDecimal> of(Indicator indicator, int level) {
        return Optional.ofNullable(efforts.get(new LevelKey(indicator.id(), level)));
    }

    boolean isEmpty() {
        return efforts.isEmpty();
    }

    EffortBasis basis() {
        Map<LevelKey, BigFraction> exact = new HashMap<>();
        efforts.forEach((level, effort) -> exact.put(level, Exact.fraction(effort)));
        return new EffortBasis.PlannersEstimate(exact, Map.of());
    }

    @Override
    public String toString() {
        return efforts.entrySet().stream()
                .map(effort ->
                        effort.getKey().indicator()
                                + "."
                                + effort.getKey().level()
                                + ":"
                                + plain(effort.getValue()))
                .collect(Collectors.joining(String.valueOf(BETWEEN)));
    }

    private static String plain(BigDecimal effort) {
        BigDecimal shortest = effort.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale())).toPlainString();
    }
}
