package districtkpi.ui.chart;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lying bars, one row for each category, the first at the top; those of several series lie side by
 * side, each with its number, and in the first row with the name of its series.
 *
 * @param places of decimals of the numbers
 */
public record BarChart(
        String label, List<String> categories, Scale scale, List<Series> bars, int places)
        implements Drawing {

    private static final int ROW = 26;
    private static final int LANE = 18;
    private static final int AROUND = 50;

    /** For the name of a series behind the longest bar. */
    private static final int ROOM_FOR_NAME = 120;

    /** Such as {@code −12.34}, in pixels. */
    private static final int ROOM_FOR_NUMBER = 52;

    public BarChart {
        categories = List.copyOf(categories);
        bars = List.copyOf(bars);
    }

    @Override
    public int height() {
        int lanes = Math.max(1, bars.size());
        return AROUND + categories.size() * Math.max(ROW, lanes * LANE);
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.values("xAxis", scale);
        ObjectNode rows = option.rows(categories);
        // At the side, not at 0, where bars below 0 would run through the names.
        rows.withObject("axisLine").put("onZero", false);
        // The longest bar may end where the axis does, and its number is written behind it.
        option.node().withObject("grid").put("top", 8).put("right", ROOM_FOR_NUMBER);
        if (bars.size() > 1) {
            option.patterns();
            option.node().withObject("grid").put("right", ROOM_FOR_NAME);
        }
        for (Series bar : bars) {
            ObjectNode series = option.series("bar", bar);
            series.put("barMaxWidth", ROW);
            Option.numbers(series, "right", places);
            if (bars.size() > 1) {
                nameFirst(series, bar);
            }
        }
        return option.node();
    }

    /** Says at the first mark whose it is, and of those below. */
    private static void nameFirst(ObjectNode series, Series bar) {
        for (int i = 0; i < bar.marks().size(); i++) {
            if (bar.marks().get(i).isPresent()) {
                ((ObjectNode) series.withArray("data").get(i)).put("series", bar.name());
                return;
            }
        }
    }
}
