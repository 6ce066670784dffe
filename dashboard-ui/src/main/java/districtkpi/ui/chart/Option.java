package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of an ECharts option that all charts share: fonts, colours, patterns beside colours,
 * axes, series.
 *
 * @see <a href="https://echarts.apache.org/en/option.html">the options of ECharts</a>
 */
final class Option {

    /** The size of text in a picture, in pixels: nothing is smaller. */
    static final int TEXT = 13;

    /** Of the name of a row, in pixels; less of a narrow picture. */
    private static final int MAX_NAME_WIDTH = 340;

    private static final BigDecimal ROOM_FOR_WHOLE = BigDecimal.valueOf(20);

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final ArrayNode series;

    Option(String label) {
        node.putObject("textStyle")
                .put("fontFamily", "inherit")
                .put("fontSize", TEXT)
                .put("color", "var(--ink)");
        ObjectNode aria = node.putObject("aria").put("enabled", true);
        aria.putObject("label").put("description", label);
        aria.putObject("decal").put("show", false);
        node.putObject("grid")
                .put("containLabel", true)
                .put("left", 8)
                .put("right", 24)
                .put("top", 40)
                .put("bottom", 8);
        node.putObject("tooltip").put("trigger", "item");
        series = node.putArray("series");
    }

    ObjectNode node() {
        return node;
    }

    ObjectNode legend() {
        ObjectNode legend = node.putObject("legend").put("type", "scroll").put("top", 0);
        legend.putObject("textStyle").put("color", "var(--ink)").put("fontSize", TEXT);
        return legend;
    }

    /** Tells areas of several series apart without their colours; one alone needs none. */
    void patterns() {
        node.withObject("aria").withObject("decal").put("show", true);
    }

    /**
     * Writes beside each mark of a series its number.
     *
     * @param places of decimals
     */
    static void numbers(ObjectNode series, String position, int places) {
        series.putObject("label")
                .put("show", true)
                .put("places", places)
                .put("position", position)
                .put("color", "var(--ink)")
                .put("fontSize", TEXT);
    }

    /** Rows with their names at the left, which are cut where they would take too much room. */
    ObjectNode rows(List<String> names) {
        ObjectNode rows = categories("yAxis", names).put("inverse", true);
        rows.withObject("axisLabel")
                .put("width", MAX_NAME_WIDTH)
                .put("overflow", "truncate")
                .put("hideOverlap", false)
                .put("interval", 0);
        return rows;
    }

    ObjectNode categories(String axis, List<String> names) {
        ObjectNode categories = axis(axis).put("type", "category");
        ArrayNode data = categories.putArray("data");
        names.forEach(data::add);
        return categories;
    }

    ObjectNode values(String axis, Scale scale) {
        ObjectNode values = axis(axis).put("type", "value");
        values.put("name", scale.name());
        if (axis.equals("yAxis") && scale.name().isEmpty()) {
            // Nothing stands above the axis.
            node.withObject("grid").put("top", 12);
        }
        // At the top, which is where a scale starts that goes downwards.
        String top = scale.downwards() ? "start" : "end";
        values.put("nameLocation", axis.equals("xAxis") ? "middle" : top);
        values.put("nameGap", axis.equals("xAxis") ? 26 : 14);
        if (axis.equals("xAxis") && !scale.name().isEmpty()) {
            // The name stands below the numbers, and no room is kept for it otherwise.
            node.withObject("grid").put("bottom", 32);
        }
        values.putObject("nameTextStyle")
                .put("color", "var(--ink-soft)")
                .put("fontSize", TEXT)
                .put("align", axis.equals("xAxis") ? "center" : "left");
        if (scale.least() != null) {
            values.put("min", scale.least());
        }
        if (scale.most() != null) {
            values.put("max", scale.most());
        }
        if (scale.downwards()) {
            values.put("inverse", true);
        }
        if (scale.whole()) {
            values.put("minInterval", 1);
            if (isShort(scale)) {
                values.put("interval", 1);
            }
        }
        return values;
    }

    /** Whether every whole number has room on the axis. */
    private static boolean isShort(Scale scale) {
        return scale.least() != null
                && scale.most() != null
                && scale.most().subtract(scale.least()).compareTo(ROOM_FOR_WHOLE) <= 0;
    }

    /**
     * Marks where something changed between a step and the one before it.
     *
     * @param breaks as many as steps, absent for most
     */
    static void addBreaks(ObjectNode series, List<Optional<String>> breaks) {
        if (breaks.stream().noneMatch(Optional::isPresent)) {
            return;
        }
        // It says what is below the pictures too, and catches no pointer.
        ObjectNode line = series.putObject("markLine").put("silent", true);
        line.putArray("symbol").add("none").add("none");
        line.putObject("lineStyle").put("color", "var(--series-5)").put("type", "dashed");
        line.putObject("label").put("show", false);
        ArrayNode data = line.putArray("data");
        for (int i = 0; i < breaks.size(); i++) {
            if (breaks.get(i).isPresent()) {
                data.addObject().put("xAxis", i).put("text", breaks.get(i).get());
            }
        }
    }

    private ObjectNode axis(String name) {
        ObjectNode axis = node.putObject(name);
        axis.putObject("axisLabel")
                .put("color", "var(--ink)")
                .put("fontSize", TEXT)
                .put("hideOverlap", true);
        axis.putObject("axisLine").putObject("lineStyle").put("color", "var(--line-strong)");
        axis.putObject("splitLine").putObject("lineStyle").put("color", "var(--line)");
        return axis;
    }

    ObjectNode series(String type, Series marks) {
        ObjectNode node = series.addObject();
        node.put("type", type)
                .put("name", marks.name())
                .put("color", "var(" + marks.colour() + ")");
        ArrayNode data = node.putArray("data");
        for (Optional<Mark> mark : marks.marks()) {
            mark.ifPresentOrElse(
                    known -> {
                        ObjectNode item = data.addObject();
                        item.put("value", known.value()).put("text", known.text());
                        known.link().ifPresent(link -> item.put("link", link));
                    },
                    () -> data.add("-"));
        }
        return node;
    }
}
