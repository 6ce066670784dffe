package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** A small line of the last numbers, without axes. A picture of what stands elsewhere as text. */
public final class Sparkline {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 4;

    private Sparkline() {}

    /**
     * The line.
     *
     * @param numbers the oldest first; it is broken where one is absent
     * @param least drawn at the foot
     * @param most drawn at the top; above {@code least}
     * @param label what the line says, read out in place of it
     */
    public static Markup of(
            List<Optional<BigFraction>> numbers,
            BigFraction least,
            BigFraction most,
            String label) {
        Markup markup = new Markup();
        markup.open(
                "svg",
                "class=\"sparkline\" role=img viewBox=\"0 0 "
                        + WIDTH
                        + " "
                        + HEIGHT
                        + "\" aria-label="
                        + Markup.quoted(label));
        List<String> line = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Optional<BigFraction> number = numbers.get(i);
            if (number.isPresent()) {
                line.add(x(i, numbers.size()) + "," + y(number.get(), least, most));
            } else {
                draw(markup, line);
            }
        }
        draw(markup, line);
        numbers.getLast()
                .ifPresent(last ->
                        markup.open(
                                        "circle",
                                        "r=3 cx="
                                                + x(numbers.size() - 1, numbers.size())
                                                + " cy="
                                                + y(last, least, most))
                                .close("circle"));
        return markup.close("svg");
    }

    /** {@link #of} by itself. */
    public static Span component(
            List<Optional<BigFraction>> numbers,
            BigFraction least,
            BigFraction most,
            String label) {
        Span span = new Span();
        span.setTitle(label);
        of(numbers, least, most, label).into(span);
        return span;
    }

    /** The totals of a district in some rounds; absent where it has none. */
    public static List<Optional<BigFraction>> totals(
            List<Scoreboard> rounds, DistrictCode district) {
        return rounds.stream()
                .map(round ->
                        round.ranking()
                                .row(district)
                                .flatMap(row -> row.scorecard().total().points()))
                .toList();
    }

    /** What a line of totals says, in words. */
    public static String said(List<Optional<BigFraction>> totals, Words words) {
        return totals.stream()
                .map(total -> total.map(words::total).orElse("–"))
                .collect(Collectors.joining(" → "));
    }

    private static void draw(Markup markup, List<String> line) {
        if (line.size() > 1) {
            markup.open("polyline", "points=\"" + String.join(" ", line) + "\"").close("polyline");
        }
        line.clear();
    }

    private static String x(int step, int steps) {
        int room = WIDTH - 2 * MARGIN;
        return String.valueOf(steps == 1 ? WIDTH - MARGIN : MARGIN + room * step / (steps - 1));
    }

    private static String y(BigFraction number, BigFraction least, BigFraction most) {
        BigFraction height =
                most.subtract(number)
                        .divide(most.subtract(least))
                        .multiply(HEIGHT - 2 * MARGIN)
                        .add(MARGIN);
        return new BigDecimal(height.getNumerator())
                .divide(new BigDecimal(height.getDenominator()), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
