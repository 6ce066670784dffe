package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places from step to step, the first at the top. Each line has its name at both ends and a mark of
 * its own, so that no colour is needed to tell them apart.
 *
 * @param steps names of the steps, in order
 * @param breaks remarks between a step and the one before it, written below the axis; as many as
 *     steps, absent for most
 */
public record RankChart(
        String label,
        List<String> steps,
        Scale scale,
        List<Line> lines,
        List<Optional<String>> breaks)
        implements Drawing {

    private static final int ROW = 30;
    private static final int ABOVE = 16;
    private static final int BELOW = 48;
    private static final int AROUND = ABOVE + BELOW;

    /** Two names have room in a row. */
    private static final int LINE = 15;

    private static final int MIN_ROWS = 5;
    private static final int ROOM_FOR_NAMES = 124;
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
    public record Line(Series series, boolean emphasised) {}

    public RankChart {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        breaks = List.copyOf(breaks);
    }

    @Override
    public int height() {
        return AROUND + ROW * Math.max(MIN_ROWS, lines.size());
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        // Where there is too little room, names stand at the ends of the lines alone.
        option.node().put("namesAtStart", true);
        option.node()
                .withObject("grid")
                .put("left", ROOM_FOR_NAMES)
                .put("right", ROOM_FOR_NAMES)
                .put("containLabel", false)
                .put("bottom", BELOW);
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            marked.add(steps.get(i) + breaks.get(i).map(text -> "\n" + text).orElse(""));
        }
        ObjectNode axis = option.categories("xAxis", marked).put("boundaryGap", false);
        axis.withObject("axisLabel").put("fontSize", 13).put("lineHeight", 18);
        axis.putObject("splitLine")
                .put("show", true)
                .putObject("lineStyle")
                .put("color", "var(--line)");
        option.values("yAxis", scale).put("show", false);
        option.node().withObject("grid").put("top", ABOVE);
        List<String> ends = names(line -> line.series().marks().getLast());
        List<String> starts = names(line -> line.series().marks().getFirst());
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode series = draw(option, lines.get(i), ends.get(i));
            series.put("symbol", symbol(i));
            nameAtTheStart(series, lines.get(i), starts.get(i));
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
     * The names at one end of the lines, with the place before them. Lines that are at one place
     * have theirs below each other, at the first of them.
     */
    private List<String> names(Function<Line, Optional<Mark>> end) {
        Map<BigDecimal, List<String>> places = new HashMap<>();
        for (Line line : lines) {
            end.apply(line)
                    .map(Mark::value)
                    .ifPresent(place ->
                            places.computeIfAbsent(place, _ -> new ArrayList<>())
                                    .add(line.series().name()));
        }
        return lines.stream()
                .map(line ->
                        end.apply(line)
                                .map(Mark::value)
                                .map(place -> {
                                    List<String> together =
                                            Objects.requireNonNullElse(
                                                    places.remove(place), List.of());
                                    return String.join("\n", together);
                                })
                                .orElse(line.series().name()))
                .toList();
    }

    private static void nameAtTheStart(ObjectNode series, Line line, String name) {
        if (name.isEmpty() || line.series().marks().getFirst().isEmpty()) {
            return;
        }
        ((ObjectNode) series.withArray("data").get(0))
                .putObject("label")
                .put("show", true)
                .put("position", "left")
                .put("distance", 10)
                .put("formatter", name)
                .put("color", "var(--ink)")
                .put("fontSize", 13)
                .put("lineHeight", LINE)
                .put("fontWeight", line.emphasised() ? "bold" : "normal");
    }

    private static ObjectNode draw(Option option, Line line, String name) {
        ObjectNode series = option.series("line", line.series());
        series.put("connectNulls", false);
        series.put("symbolSize", line.emphasised() ? 12 : 9);
        series.put("z", line.emphasised() ? 3 : 2);
        // What is pointed at stands out as what is chosen does.
        ObjectNode emphasis = series.putObject("emphasis").put("focus", "series");
        emphasis.putObject("lineStyle").put("width", 4).put("color", "var(--link)");
        emphasis.putObject("itemStyle").put("color", "var(--link)");
        series.putObject("lineStyle").put("width", line.emphasised() ? 4 : 2);
        series.putObject("endLabel")
                .put("show", !name.isEmpty())
                .put("formatter", name)
                .put("color", "var(--ink)")
                .put("fontSize", Option.TEXT)
                .put("lineHeight", LINE)
                .put("fontWeight", line.emphasised() ? "bold" : "normal");
        return series;
    }
}
