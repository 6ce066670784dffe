package districtkpi.ui.chart;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values from step to step, such as from round to round.
 *
 * @param steps names of the steps, in order
 * @param breaks remarks between a step and the one before it; as many as steps, absent for most
 */
public record LineChart(
        String label,
        List<String> steps,
        Scale scale,
        List<Series> lines,
        List<Optional<String>> breaks,
        int height)
        implements Drawing {

    private static final int PLACES = 2;

    /** Above the highest mark, in pixels. */
    private static final int ROOM_FOR_NUMBERS = 26;

    /** Numbers of more steps would run into each other. */
    private static final int MAX_LABELLED = 6;

    public LineChart {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        breaks = List.copyOf(breaks);
    }

    /** Whether all lines are pieces of one. */
    private boolean isAlone() {
        return lines.stream().map(Series::name).distinct().count() == 1;
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.categories("xAxis", steps);
        option.values("yAxis", scale);
        boolean first = true;
        for (Series line : lines) {
            ObjectNode series = option.series("line", line);
            series.put("connectNulls", false);
            series.put("symbolSize", 9);
            series.putObject("emphasis").put("focus", "series");
            series.putObject("lineStyle").put("width", 2);
            if (steps.size() <= MAX_LABELLED && isAlone()) {
                Option.numbers(series, "top", PLACES);
                option.node().withObject("grid").put("top", ROOM_FOR_NUMBERS);
            }
            if (!isAlone()) {
                series.putObject("endLabel")
                        .put("show", true)
                        .put("formatter", line.name())
                        .put("color", "var(--ink)")
                        .put("fontSize", Option.TEXT);
            }
            if (first) {
                Option.addBreaks(series, breaks);
            }
            first = false;
        }
        return option.node();
    }
}
