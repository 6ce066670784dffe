package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;

/**
 * What a measure is counted in, such as households or baht.
 *
 * @param decimals places behind the point that the unit can have, 0–4: 0 for things that are
 *     counted, 2 for baht; the smallest step towards a next level is one unit of the last place
 */
public record MeasureUnit(LocalizedText name, int decimals) {

    public MeasureUnit {
        if (decimals < 0 || decimals > 4) {
            throw new IllegalArgumentException("A unit has 0 to 4 decimals: " + decimals);
        }
    }
}
