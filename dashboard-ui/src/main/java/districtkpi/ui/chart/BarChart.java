package districtkpi.ui.chart;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lying bars, one row for each category, the first at the top.
 *
 * @param stacked true if the bars of a row follow each other, false if they lie side by side
 */
public record BarChart(
        String label, List<String> categories, Scale scale, List<Series> bars, boolean stacked)
        implements Drawing {

    private static final int ROW = 26;
    private static final int AROUND = 90;

    public BarChart {
        categories = List.copyOf(categories);
        bars = List.copyOf(bars);
    }

    @Override
    public int height() {
        int lanes = stacked ? 1 : Math.max(1, bars.size());
        return AROUND + categories.size() * Math.max(ROW, lanes * ROW * 2 / 3);
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.values("xAxis", scale);
        ObjectNode rows = option.categories("yAxis", categories).put("inverse", true);
        // At the side, not at 0, where bars below 0 would run through the names.
        rows.withObject("axisLine").put("onZero", false);
        if (bars.size() > 1) {
            option.legend();
            option.patterns();
        }
        for (Series bar : bars) {
            ObjectNode series = option.series("bar", bar);
            series.put("barMaxWidth", ROW);
            if (stacked) {
                series.put("stack", "all");
            } else if (bars.size() == 1) {
                Option.numbers(series, "right");
            }
        }
        return option.node();
    }
}
