package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places from step to step, the first at the top. Each line has its name at its end and a mark of
 * its own, so that no colour is needed to tell them apart.
 *
 * @param steps names of the steps, in order
 * @param breaks remarks between a step and the one before it; as many as steps, absent for most
 */
public record RankChart(
        String label,
        List<String> steps,
        Scale scale,
        List<Line> lines,
        List<Optional<String>> breaks)
        implements Drawing {

    private static final int ROW = 34;
    private static final int AROUND = 90;

    /** Two names have room in a row. */
    private static final int LINE = 15;

    private static final int LEAST_ROWS = 5;
    private static final int ROOM_FOR_NAMES = 112;
    private static final List<String> SYMBOLS =
            List.of(
                    "circle",
                    "rect",
                    "triangle",
                    "diamond",
                    "emptyCircle",
                    "emptyRect",
                    "emptyTriangle",
                    "emptyDiamond",
                    "arrow",
                    "pin",
                    "emptyArrow",
                    "emptyPin");

    /**
     * A line.
     *
     * @param emphasised true to let it stand out
     */
    public record Line(Series series, boolean emphasised) {

        /** The place at the last step; absent where it has none. */
        private Optional<BigDecimal> end() {
            return series.marks().getLast().map(Mark::value);
        }
    }

    public RankChart {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        breaks = List.copyOf(breaks);
    }

    @Override
    public int height() {
        return AROUND + ROW * Math.max(LEAST_ROWS, lines.size());
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.node().withObject("grid").put("right", ROOM_FOR_NAMES);
        option.categories("xAxis", steps);
        option.values("yAxis", scale);
        List<String> names = namesAtTheEnd();
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode series = draw(option, lines.get(i), names.get(i));
            series.put("symbol", symbol(i));
            if (i == 0) {
                Option.addBreaks(series, breaks);
            }
        }
        return option.node();
    }

    /**
     * The mark of a line. However many there are, those of one colour, which comes again sooner
     * than a mark, differ by it.
     */
    static String symbol(int line) {
        return SYMBOLS.get((line + line / SYMBOLS.size()) % SYMBOLS.size());
    }

    /**
     * The names at the ends of the lines. Lines that end at one place have theirs below each other,
     * at the first of them.
     */
    private List<String> namesAtTheEnd() {
        Map<BigDecimal, List<String>> places = new HashMap<>();
        for (Line line : lines) {
            line.end()
                    .ifPresent(place ->
                            places.computeIfAbsent(place, _ -> new ArrayList<>())
                                    .add(line.series().name()));
        }
        return lines.stream()
                .map(line ->
                        line.end()
                                .map(place -> {
                                    List<String> together =
                                            Objects.requireNonNullElse(
                                                    places.remove(place), List.of());
                                    return String.join("\n", together);
                                })
                                .orElse(line.series().name()))
                .toList();
    }

    private static ObjectNode draw(Option option, Line line, String name) {
        ObjectNode series = option.series("line", line.series());
        series.put("connectNulls", false);
        series.put("symbolSize", line.emphasised() ? 12 : 9);
        series.put("z", line.emphasised() ? 3 : 2);
        series.putObject("emphasis").put("focus", "series");
        series.putObject("lineStyle").put("width", line.emphasised() ? 4 : 2);
        series.putObject("endLabel")
                .put("show", !name.isEmpty())
                .put("formatter", name)
                .put("color", "var(--ink)")
                .put("lineHeight", LINE)
                .put("fontWeight", line.emphasised() ? "bold" : "normal");
        return series;
    }
}
