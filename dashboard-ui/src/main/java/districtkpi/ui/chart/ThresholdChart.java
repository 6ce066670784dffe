package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One number of many places as dots on one axis, a line for each where there is room for their
 * names, with thresholds as lines across all.
 *
 * @param dots from the top; those without a number have a line of their own and no dot
 * @param ofDays whether the numbers are days, counted from 1 January 1970 on
 */
public record ThresholdChart(
        String label,
        Scale scale,
        List<Dot> dots,
        List<CourseChart.Threshold> thresholds,
        boolean ofDays)
        implements Drawing {

    private static final int ROW = 24;
    private static final int AROUND = 56;

    /** With more than these there is no room for names: all stand on one line. */
    private static final int MAX_ROWS = 50;

    private static final int STRIP = 120;
    private static final int ROOM_FOR_NUMBERS = 72;
    private static final int ROOM_FOR_DAYS = 96;

    /** About as many are written below the axis. */
    private static final int MAX_DAYS = 4;

    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);

    /** At noon a day is the same one in nearly all time zones. */
    private static final BigDecimal NOON = new BigDecimal("0.5");

    /**
     * A dot.
     *
     * @param value where it is drawn; absent where there is nothing
     * @param label written beside it
     * @param text what is said when it is pointed at
     * @param colour name of a CSS variable
     * @param link where a click leads
     */
    public record Dot(
            String name,
            @Nullable BigDecimal value,
            String label,
            String text,
            String colour,
            String link) {}

    /** Of numbers that are no days. */
    public ThresholdChart(
            String label, Scale scale, List<Dot> dots, List<CourseChart.Threshold> thresholds) {
        this(label, scale, dots, thresholds, false);
    }

    public ThresholdChart {
        dots = List.copyOf(dots);
        thresholds = List.copyOf(thresholds);
    }

    private boolean hasRows() {
        return dots.size() <= MAX_ROWS;
    }

    @Override
    public int height() {
        return hasRows() ? AROUND + Math.max(2, dots.size()) * ROW : STRIP;
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.node()
                .withObject("grid")
                .put("right", ofDays ? ROOM_FOR_DAYS : ROOM_FOR_NUMBERS)
                .put("top", thresholds.isEmpty() ? 8 : 28);
        option.values("xAxis", scale);
        option.node().withObject("xAxis").withObject("splitLine").put("show", false);
        if (ofDays) {
            ObjectNode days = option.node().withObject("xAxis").put("type", "time");
            days.put("splitNumber", MAX_DAYS);
            Optional.ofNullable(scale.least()).ifPresent(day -> days.put("min", drawn(day)));
            Optional.ofNullable(scale.most()).ifPresent(day -> days.put("max", drawn(day)));
        }
        ObjectNode rows =
                option.rows(hasRows() ? dots.stream().map(Dot::name).toList() : List.of(""));
        rows.withObject("splitLine").put("show", hasRows());
        rows.putObject("axisTick").put("show", false);
        ObjectNode series = option.series("scatter", new Series(label, "--line-strong", List.of()));
        series.put("symbolSize", 14);
        series.putObject("emphasis").put("scale", 1.4);
        ArrayNode data = series.putArray("data");
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            BigDecimal value = dot.value();
            if (value != null) {
                ObjectNode item = data.addObject();
                item.putArray("value").add(drawn(value)).add(hasRows() ? i : 0);
                item.put("name", dot.name()).put("text", dot.text()).put("link", dot.link());
                item.putObject("itemStyle")
                        .put("opacity", 1)
                        .put("color", "var(" + dot.colour() + ")")
                        .put("borderColor", "var(--ink)")
                        .put("borderWidth", 1);
                item.putObject("label")
                        .put("show", hasRows())
                        .put("formatter", dot.label())
                        .put("position", "right")
                        .put("color", "var(--ink)")
                        .put("backgroundColor", "var(--paper)")
                        .put("fontSize", Option.TEXT);
            }
        }
        addThresholds(series);
        return option.node();
    }

    /** As the axis counts: of days in milliseconds. */
    private BigDecimal drawn(BigDecimal number) {
        return ofDays ? number.add(NOON).multiply(MILLIS_OF_DAY) : number;
    }

    private void addThresholds(ObjectNode series) {
        ObjectNode line = series.putObject("markLine");
        line.put("silent", true);
        line.putArray("symbol").add("none").add("none");
        line.putObject("lineStyle").put("color", "var(--ink-soft)").put("type", "dashed");
        ArrayNode data = line.putArray("data");
        for (CourseChart.Threshold threshold : thresholds) {
            ObjectNode item = data.addObject();
            item.put("xAxis", drawn(threshold.value()));
            item.put("text", threshold.name());
            item.putObject("label")
                    .put("formatter", threshold.name())
                    .put("color", "var(--ink)")
                    .put("fontSize", Option.TEXT)
                    .put("position", "start");
        }
    }
}
