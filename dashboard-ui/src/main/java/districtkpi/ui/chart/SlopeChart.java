package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order beside another one, a line for each of what is ordered. Places are rows, so that what is
 * tied has one each and no name lies on another.
 *
 * @param before name of the first order
 * @param after name of the second order
 */
public record SlopeChart(String label, String before, String after, List<Line> lines)
        implements Drawing {

    private static final int ROW = 24;
    private static final int AROUND = 32;
    private static final int MIN_ROWS = 3;
    private static final String ROOM_FOR_NAMES = "34%";

    /**
     * A line.
     *
     * @param before where it is in the first order, and what is written there; absent where it has
     *     none
     * @param after likewise in the second order
     * @param text what is said when it is pointed at
     */
    public record Line(
            String name,
            Optional<End> before,
            Optional<End> after,
            Movement movement,
            String text,
            String link) {

        /**
         * An end of the line.
         *
         * @param row from 0
         * @param rank from 1; several can have one
         */
        public record End(int row, int rank, String text) {}
    }

    /** Whether a line leads upwards; what stays is grey. */
    public enum Movement {
        UP("--gain"),
        DOWN("--loss"),
        NONE("--line-strong");

        private final String colour;

        Movement(String colour) {
            this.colour = colour;
        }
    }

    public SlopeChart {
        lines = List.copyOf(lines);
    }

    private int rows() {
        return lines.stream()
                        .flatMap(line ->
                                Stream.of(line.before(), line.after()).flatMap(Optional::stream))
                        .mapToInt(Line.End::row)
                        .max()
                        .orElse(0)
                + 1;
    }

    @Override
    public int height() {
        return AROUND + ROW * Math.max(MIN_ROWS, rows());
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        // As wide as they are, where that is more and still leaves room for the lines.
        option.node().put("namesAtEnds", true);
        option.node()
                .withObject("grid")
                .put("containLabel", false)
                .put("left", ROOM_FOR_NAMES)
                .put("right", ROOM_FOR_NAMES)
                .put("top", AROUND - 4)
                .put("bottom", 4);
        ObjectNode steps = option.categories("xAxis", List.of(before, after));
        steps.put("position", "top").put("boundaryGap", false);
        steps.putObject("axisTick").put("show", false);
        steps.withObject("axisLabel").put("fontSize", 13).put("fontWeight", "bold");
        steps.putObject("axisLine").put("show", false);
        ObjectNode rows =
                option.values(
                        "yAxis",
                        new Scale(
                                "",
                                new BigDecimal("-0.5"),
                                BigDecimal.valueOf(Math.max(MIN_ROWS, rows()))
                                        .subtract(new BigDecimal("0.5")),
                                true,
                                false));
        rows.put("show", false);
        option.node().withObject("grid").put("top", AROUND - 4);
        for (Line line : lines) {
            draw(option, line);
        }
        return option.node();
    }

    private static void draw(Option option, Line line) {
        boolean moves = line.movement() != Movement.NONE;
        ObjectNode series =
                option.series("line", new Series(line.name(), line.movement().colour, List.of()));
        series.put("z", moves ? 3 : 2);
        series.put("symbol", moves ? "circle" : "emptyCircle").put("symbolSize", 9);
        series.putObject("lineStyle").put("width", moves ? 3.5 : 1.5);
        series.putObject("emphasis").put("focus", "series");
        ArrayNode data = series.putArray("data");
        List<Optional<Line.End>> ends = List.of(line.before(), line.after());
        IntStream.range(0, ends.size())
                .forEach(side ->
                        ends.get(side)
                                .ifPresentOrElse(
                                        end -> add(data, end, side == 0, moves, line),
                                        () -> data.add("-")));
    }

    private static void add(ArrayNode data, Line.End end, boolean left, boolean moves, Line line) {
        ObjectNode item = data.addObject();
        item.put("value", end.row()).put("text", line.text()).put("link", line.link());
        item.putObject("label")
                .put("show", true)
                .put("position", left ? "left" : "right")
                .put("distance", 8)
                .put("formatter", end.text())
                .put("color", "var(--ink)")
                .put("fontSize", 13)
                .put("fontWeight", moves ? "bold" : "normal");
    }
}
