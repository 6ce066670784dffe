package districtkpi.domain.agreement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a measured result that reaches no level is worth.
 *
 * @param score the least that it is worth, 0 or more, on the scale of the levels of its indicator
 * @param linear whether a number earns its part of the way from 0 to the threshold of level 1
 */
public record BelowLevelOne(BigDecimal score, boolean linear) {

    /** No points. */
    public static final BelowLevelOne ZERO = new BelowLevelOne(BigDecimal.ZERO, false);

    /** What level 1 is worth where levels are worth their numbers: the floor of some bodies. */
    public static final BelowLevelOne ONE = new BelowLevelOne(BigDecimal.ONE, false);

    /** From 0 points at the number 0 to those of level 1 at its threshold. */
    public static final BelowLevelOne LINEAR = new BelowLevelOne(BigDecimal.ZERO, true);

    private static final String ZERO_KEY = "zero";
    private static final String ONE_KEY = "one";
    private static final String LINEAR_KEY = "linear";

    public BelowLevelOne {
        if (score.signum() < 0) {
            throw new IllegalArgumentException("Below level 1 is 0 or more: " + score);
        }
        // 0.5 and 0.50 are one rule.
        score = plain(score);
    }

    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A score for all that reaches no level. */
    public static BelowLevelOne of(BigDecimal score) {
        return new BelowLevelOne(score, false);
    }

    /** The rule of a key; absent where no rule has it. */
    public static Optional<BelowLevelOne> ofKey(String key) {
        return switch (key) {
            case ZERO_KEY -> Optional.of(ZERO);
            case ONE_KEY -> Optional.of(ONE);
            case LINEAR_KEY -> Optional.of(LINEAR);
            default -> Optional.empty();
        };
    }

    /**
     * How agreements and tables write it: {@code zero}, {@code one}, {@code linear}, or a number.
     */
    public String key() {
        if (linear) {
            return LINEAR_KEY;
        }
        if (equals(ZERO)) {
            return ZERO_KEY;
        }
        return equals(ONE) ? ONE_KEY : score.toPlainString();
    }
}
