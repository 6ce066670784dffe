package districtkpi.ui.chart;

import java.util.List;
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
    private static final int LEAST_ROWS = 5;
    private static final int ROOM_FOR_NAMES = 112;
    private static final List<String> SYMBOLS =
            List.of("circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect");

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
        return AROUND + ROW * Math.max(LEAST_ROWS, lines.size());
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.node().withObject("grid").put("right", ROOM_FOR_NAMES);
        option.categories("xAxis", steps);
        option.values("yAxis", scale);
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode series = draw(option, lines.get(i));
            series.put("symbol", SYMBOLS.get(i % SYMBOLS.size()));
            if (i == 0) {
                Option.addBreaks(series, breaks);
            }
        }
        return option.node();
    }

    private static ObjectNode draw(Option option, Line line) {
        ObjectNode series = option.series("line", line.series());
        series.put("connectNulls", false);
        series.put("symbolSize", line.emphasised() ? 12 : 9);
        series.put("z", line.emphasised() ? 3 : 2);
        series.putObject("emphasis").put("focus", "series");
        series.putObject("lineStyle").put("width", line.emphasised() ? 4 : 2);
        series.putObject("endLabel")
                .put("show", true)
                .put("formatter", "{a}")
                .put("color", "var(--ink)")
                .put("fontWeight", line.emphasised() ? "bold" : "normal");
        series.putObject("labelLayout").put("moveOverlap", "shiftY");
        return series;
    }
}
