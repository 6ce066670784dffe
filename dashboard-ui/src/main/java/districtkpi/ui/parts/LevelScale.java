package districtkpi.ui.parts;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import java.math.BigDecimal;

/** How high a level is among those of its indicator, for what is drawn and said of it. */
public final class LevelScale {

    /** There are this many colours for levels, and one for what is below them. */
    public static final int SHADES = 5;

    private static final BigDecimal LOW = new BigDecimal("0.6");

    private LevelScale() {}

    /**
     * The colour of a level, 0–{@value #SHADES}: the lowest and the highest colour are for nothing
     * but no level and the top one.
     */
    public static int shade(Indicator indicator, int level) {
        int top = indicator.topLevel();
        if (level == 0 || level == top) {
            return level == 0 ? 0 : SHADES;
        }
        return Math.clamp(Math.ceilDiv(SHADES * level, top), 1, SHADES - 1);
    }

    /** The level below which a result is low: the first that is worth three fifths of the top. */
    public static int firstSound(Indicator indicator) {
        return indicator.levels().stream()
                .filter(level -> level.score().compareTo(indicator.maxScore().multiply(LOW)) >= 0)
                .mapToInt(Level::number)
                .findFirst()
                .orElseThrow();
    }
}
