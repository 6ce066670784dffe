package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Districts at their places, each in the colour of its number.
 *
 * @param shapes GeoJSON: a collection of features with the property {@code code}
 * @param aspect how much wider a degree of longitude is drawn than one of latitude
 * @param areas one for each feature
 * @param rows what the ids of rows of a table begin with that the areas are lit up with; the code
 *     follows
 */
public record MapChart(String label, JsonNode shapes, double aspect, List<Area> areas, String rows)
        implements Drawing {

    private static final int HEIGHT = 264;

    /** Longer names of districts go on in the next line; in pixels. */
    private static final int MAX_NAME_WIDTH = 86;

    /** More have no room for names; each says its own when it is pointed at. */
    private static final int MAX_NAMES = 60;

    /**
     * A district on the map.
     *
     * @param code as the feature has it
     * @param name written on it
     * @param value that its colour says; absent where there is none
     * @param number the same as it is written below the name; empty likewise
     * @param colour of CSS; absent where there is no number
     * @param text what is said when it is pointed at
     * @param link where a click leads
     */
    public record Area(
            String code,
            String name,
            Optional<BigDecimal> value,
            String number,
            Optional<String> colour,
            String text,
            String link) {}

    public MapChart {
        areas = List.copyOf(areas);
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public ObjectNode option() {
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.putObject("tooltip").put("trigger", "item");
        option.set("shapes", shapes);
        option.put("rows", rows);
        ObjectNode series = option.putArray("series").addObject();
        series.put("type", "map").put("nameProperty", "code").put("aspectScale", aspect);
        series.put("left", 2).put("right", 2).put("top", 2).put("bottom", 2);
        series.put("selectedMode", false);
        series.putObject("itemStyle")
                .put("areaColor", "var(--paper)")
                .put("borderColor", "var(--line-strong)")
                .put("borderWidth", 1);
        ObjectNode emphasis = series.putObject("emphasis");
        emphasis.putObject("itemStyle").put("borderColor", "var(--ink)").put("borderWidth", 3);
        emphasis.putObject("label").put("color", "var(--ink)");
        series.putObject("label")
                .put("show", areas.size() <= MAX_NAMES)
                .put("color", "var(--ink)")
                .put("fontSize", 13)
                .put("lineHeight", 16)
                .put("width", MAX_NAME_WIDTH)
                .put("overflow", "break");
        ArrayNode data = series.putArray("data");
        for (Area area : areas) {
            ObjectNode item = data.addObject();
            item.put("name", area.code()).put("text", area.text()).put("link", area.link());
            item.putObject("label")
                    .put(
                            "formatter",
                            area.number().isEmpty()
                                    ? area.name()
                                    : area.name() + "\n" + area.number());
            ObjectNode style = item.putObject("itemStyle");
            area.colour()
                    .ifPresentOrElse(
                            colour -> style.put("areaColor", colour),
                            () -> style.put("borderType", "dashed"));
            item.putObject("emphasis")
                    .putObject("itemStyle")
                    .put("areaColor", area.colour().orElse("var(--paper)"));
        }
        return option;
    }
}
