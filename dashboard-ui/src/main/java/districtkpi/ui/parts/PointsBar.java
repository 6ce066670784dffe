package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.domain.agreement.IndicatorId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A total as a bar from 0 to 100: one piece for each indicator that brought points, then hatched
 * what missing figures can still add. A picture of numbers that stand beside it as text.
 */
public final class PointsBar extends Composite<Div> {

    /** Below this width, in percent of the bar, a piece has no room for its name. */
    private static final BigFraction ROOM_FOR_NAME = BigFraction.of(7);

    /**
     * The points that one indicator brings to the bar.
     *
     * @param points 0–100, on the scale of the bar
     */
    public record Piece(IndicatorId indicator, String color, BigFraction points, String label) {}

    /**
     * A bar.
     *
     * @param label the whole bar in words
     * @param possibleMax what the total can still become at the most
     */
    public PointsBar(List<Piece> pieces, BigFraction possibleMax, String label) {
        Div bar = getContent();
        bar.addClassName("points-bar");
        bar.getElement().setAttribute("role", "img");
        bar.getElement().setAttribute("aria-label", label);
        Markup markup = new Markup();
        BigFraction drawn = BigFraction.ZERO;
        for (Piece piece : pieces) {
            if (piece.points().compareTo(BigFraction.ZERO) > 0) {
                add(markup, piece);
                drawn = drawn.add(piece.points());
            }
        }
        BigFraction open = possibleMax.subtract(drawn);
        if (open.compareTo(BigFraction.ZERO) > 0) {
            markup.span("class=\"piece possible\" " + width(open), "");
        }
        markup.into(bar);
    }

    private static void add(Markup markup, Piece piece) {
        boolean room = piece.points().compareTo(ROOM_FOR_NAME) >= 0;
        markup.span(
                "class=\"piece %s\" title=%s %s"
                        .formatted(
                                piece.color(), Markup.quoted(piece.label()), width(piece.points())),
                room ? piece.indicator().value() : "");
    }

    private static String width(BigFraction percent) {
        BigDecimal width =
                new BigDecimal(percent.getNumerator())
                        .divide(new BigDecimal(percent.getDenominator()), 3, RoundingMode.HALF_UP);
        return "style=\"width:" + width.toPlainString() + "%\"";
    }
}
