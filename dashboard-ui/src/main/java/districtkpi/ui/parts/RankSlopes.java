package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Ranks before and after as a line for each district, named at both ends; those that move stand
 * out. A picture of what a table beside it says.
 */
public final class RankSlopes extends Composite<Div> {

    private static final int ROW = 26;
    private static final int WIDTH = 100;

    /**
     * A district.
     *
     * @param before absent without a rank
     * @param after absent without a rank
     */
    public record Line(String name, OptionalInt before, OptionalInt after) {

        private String style() {
            if (before.equals(after)) {
                return "same";
            }
            return rank(after) < rank(before) ? "up" : "down";
        }
    }

    /**
     * @param label what the picture is of, read out in place of it
     */
    public RankSlopes(String label, List<Line> lines, Words words) {
        List<Line> left = sorted(lines, Line::before);
        List<Line> right = sorted(lines, Line::after);
        Markup markup = new Markup();
        names(markup, left, Line::before, words);
        int height = ROW * lines.size();
        markup.open(
                "svg",
                "preserveAspectRatio=none aria-hidden=true viewBox=\"0 0 "
                        + WIDTH
                        + " "
                        + height
                        + "\" style=\"block-size:"
                        + height
                        + "px\"");
        for (Line line : lines) {
            markup.open(
                            "line",
                            "class="
                                    + line.style()
                                    + " x1=0 x2="
                                    + WIDTH
                                    + " y1="
                                    + middle(left.indexOf(line))
                                    + " y2="
                                    + middle(right.indexOf(line)))
                    .close("line");
        }
        markup.close("svg");
        names(markup, right, Line::after, words);
        getContent().addClassName("rank-slopes");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", label);
        markup.into(getContent());
    }

    private static void names(
            Markup markup, List<Line> lines, Function<Line, OptionalInt> rank, Words words) {
        markup.open("div", "");
        for (Line line : lines) {
            OptionalInt number = rank.apply(line);
            markup.open("div", "class=" + line.style())
                    .span(
                            "class=slope-rank",
                            number.isPresent() ? words.number(number.getAsInt()) : "–")
                    .span("class=slope-name", line.name())
                    .close("div");
        }
        markup.close("div");
    }

    private static List<Line> sorted(List<Line> lines, Function<Line, OptionalInt> rank) {
        return lines.stream()
                .sorted(Comparator.comparingInt((Line line) -> rank(rank.apply(line))))
                .toList();
    }

    private static int rank(OptionalInt rank) {
        return rank.orElse(Integer.MAX_VALUE);
    }

    private static int middle(int row) {
        return ROW * row + ROW / 2;
    }
}
