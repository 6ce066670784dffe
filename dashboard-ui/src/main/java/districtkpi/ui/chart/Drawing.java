package districtkpi.ui.chart;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a chart draws. The numbers are also in a table beside it, and its marks lead to where they
 * come from.
 */
public sealed interface Drawing
        permits LineChart,
                RankChart,
                BarChart,
                Waterfall,
                CourseChart,
                MapChart,
                SlopeChart,
                DotChart,
                ThresholdChart {

    /** What it shows, in a sentence: read out in place of the picture. */
    String label();

    /** The option that ECharts draws; colours are names of CSS variables. */
    ObjectNode option();

    /** In pixels at the normal size of text. */
    int height();
}
