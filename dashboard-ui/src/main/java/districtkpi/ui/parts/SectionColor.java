package districtkpi.ui.parts;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.SectionId;

/** The color of a section, by its place in the agreement. */
public final class SectionColor {

    /** As many as {@code styles.css} has; a seventh section looks like the first. */
    private static final int COLORS = 6;

    private SectionColor() {}

    /**
     * The class that gives a part of a page the color.
     *
     * @param section of the agreement
     */
    public static String of(Agreement agreement, SectionId section) {
        for (int place = 0; place < agreement.sections().size(); place++) {
            if (agreement.sections().get(place).section().equals(section)) {
                return "section-" + (place % COLORS + 1);
            }
        }
        throw new IllegalArgumentException("No section " + section);
    }
}
