package districtkpi.ui.chart;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strips of dots, a strip for each row: those that are looked at in a colour and a shape of their
 * own, the others small and grey below them.
 *
 * @param rows names of the strips, the first at the top
 * @param chosen one mark for each row
 * @param others likewise; any number for each row
 */
public record DotChart(
        String label,
        List<String> rows,
        Scale scale,
        List<Series> chosen,
        String othersName,
        List<List<Mark>> others)
        implements Drawing {

    private static final int ROW = 28;
    private static final int AROUND = 66;

    /** How far the dots of one strip stand apart, so that none hides another. */
    private static final int APART = 14;

    private static final int BELOW = 9;

    private static final List<String> SYMBOLS =
            List.of("circle", "rect", "triangle", "diamond", "roundRect");

    public DotChart {
        rows = List.copyOf(rows);
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    @Override
    public int height() {
        return AROUND + ROW * rows.size();
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.values("xAxis", scale);
        ObjectNode strips = option.rows(rows);
        strips.putObject("splitLine")
                .put("show", true)
                .putObject("lineStyle")
                .put("color", "var(--line)");
        strips.putObject("axisTick").put("show", false);
        option.legend();
        ObjectNode grey =
                option.series("scatter", new Series(othersName, "--line-strong", List.of()));
        grey.put("symbolSize", 7).put("z", 2);
        grey.putArray("symbolOffset").add(0).add(BELOW);
        grey.putObject("itemStyle").put("opacity", 1);
        ArrayNode data = grey.putArray("data");
        for (int row = 0; row < rows.size(); row++) {
            for (Mark mark : others.get(row)) {
                add(data, row, mark);
            }
        }
        for (int place = 0; place < chosen.size(); place++) {
            draw(option, place);
        }
        return option.node();
    }

    private void draw(Option option, int place) {
        Series dots = chosen.get(place);
        ObjectNode series =
                option.series("scatter", new Series(dots.name(), dots.colour(), List.of()));
        series.put("symbol", SYMBOLS.get(place % SYMBOLS.size())).put("symbolSize", 13);
        series.put("z", 3);
        // Spread around their value; levels are whole steps apart.
        series.putArray("symbolOffset")
                .add((2 * place - chosen.size() + 1) * APART / 2)
                .add(chosen.size() > 1 ? -2 : 0);
        series.putObject("itemStyle")
                .put("opacity", 1)
                .put("borderColor", "var(--paper)")
                .put("borderWidth", 1)
                .putObject("decal")
                .put("symbol", "none");
        ArrayNode data = series.putArray("data");
        for (int row = 0; row < rows.size(); row++) {
            Optional<Mark> mark = dots.marks().get(row);
            if (mark.isPresent()) {
                add(data, row, mark.get());
            }
        }
    }

    private static void add(ArrayNode data, int row, Mark mark) {
        ObjectNode item = data.addObject();
        item.putArray("value").add(mark.value()).add(row);
        item.put("text", mark.text());
        mark.link().ifPresent(link -> item.put("link", link));
    }
}
