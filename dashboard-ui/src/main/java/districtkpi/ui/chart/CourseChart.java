package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One measure from day to day, with the levels' thresholds and, where there is one, a forecast.
 *
 * @param days in order
 * @param forecast for the end of the round; marked as such
 * @param first day of the axis
 * @param last day of the axis
 */
public record CourseChart(
        String label,
        Scale scale,
        LocalDate first,
        LocalDate last,
        String name,
        List<Day> days,
        List<Threshold> thresholds,
        @Nullable Forecast forecast)
        implements Drawing {

    private static final int HEIGHT = 360;

    /** How far a name stands from its mark, in pixels. */
    private static final int BESIDE = 12;

    /** A figure of a day. */
    public record Day(LocalDate day, Mark mark) {}

    /** The value from which a level begins. */
    public record Threshold(String name, BigDecimal value) {}

    /**
     * What the figures lead to if they go on as they did.
     *
     * @param low lower end of the interval; absent where there is none
     * @param high upper end of the interval; absent likewise
     */
    public record Forecast(
            String name,
            LocalDate day,
            Mark mark,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    public CourseChart {
        days = List.copyOf(days);
        thresholds = List.copyOf(thresholds);
    }

    /** The forecast, where there is one. */
    public Optional<Forecast> expected() {
        return Optional.ofNullable(forecast);
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        ObjectNode days =
                option.node()
                        .putObject("xAxis")
                        .put("type", "time")
                        .put("min", first.toString())
                        .put("max", last.toString());
        days.putObject("axisLabel")
                .put("color", "var(--ink)")
                .put("fontSize", Option.TEXT)
                .put("hideOverlap", true);
        option.values("yAxis", scale);
        ObjectNode course = line(option, name, "--series-1");
        ArrayNode data = course.putArray("data");
        for (Day day : this.days) {
            point(data, day.day(), day.mark().value(), day.mark().text());
        }
        if (!this.days.isEmpty()) {
            name((ObjectNode) data.get(data.size() - 1), name, true);
        }
        addThresholds(course);
        expected().ifPresent(expected -> addForecast(option, expected));
        return option.node();
    }

    private static ObjectNode line(Option option, String name, String colour) {
        ObjectNode line = option.series("line", new Series(name, colour, List.of()));
        line.put("symbolSize", 9);
        return line;
    }

    private static void point(ArrayNode data, LocalDate day, BigDecimal value, String text) {
        ObjectNode item = data.addObject();
        item.putArray("value").add(day.toString()).add(value);
        item.put("text", text);
    }

    /** Written at the last mark, on the side where its line does not run. */
    private static void name(ObjectNode last, String name, boolean above) {
        ObjectNode label =
                last.putObject("label")
                        .put("show", true)
                        .put("position", above ? "top" : "bottom")
                        .put("align", "right");
        label.putArray("offset").add(-BESIDE).add(above ? -BESIDE / 2 : BESIDE / 2);
        label.put("formatter", name).put("color", "var(--ink)").put("fontSize", Option.TEXT);
    }

    private void addThresholds(ObjectNode course) {
        ObjectNode line = course.putObject("markLine");
        line.putArray("symbol").add("none").add("none");
        line.putObject("lineStyle").put("color", "var(--line-strong)").put("type", "dotted");
        ArrayNode data = line.putArray("data");
        for (Threshold threshold : thresholds) {
            ObjectNode item = data.addObject();
            item.put("yAxis", threshold.value());
            item.put("text", threshold.name());
            item.putObject("label")
                    .put("formatter", threshold.name())
                    .put("color", "var(--ink-soft)")
                    .put("fontSize", Option.TEXT)
                    .put("position", "insideStartTop");
        }
    }

    private void addForecast(Option option, Forecast expected) {
        ObjectNode line = line(option, expected.name(), "--series-5");
        line.putObject("lineStyle").put("type", "dashed").put("color", "var(--series-5)");
        ArrayNode data = line.putArray("data");
        if (!days.isEmpty()) {
            Day newest = days.getLast();
            point(data, newest.day(), newest.mark().value(), newest.mark().text());
        }
        point(data, expected.day(), expected.mark().value(), expected.mark().text());
        boolean rising =
                days.isEmpty()
                        || expected.mark().value().compareTo(days.getLast().mark().value()) >= 0;
        name((ObjectNode) data.get(data.size() - 1), expected.name(), rising);
        BigDecimal low = expected.low();
        BigDecimal high = expected.high();
        if (low == null || high == null) {
            return;
        }
        ObjectNode interval = line(option, expected.name(), "--series-5");
        interval.putObject("lineStyle").put("width", 6).put("opacity", "0.5");
        interval.put("symbol", "rect");
        ArrayNode ends = interval.putArray("data");
        point(ends, expected.day(), low, expected.mark().text());
        point(ends, expected.day(), high, expected.mark().text());
    }
}
