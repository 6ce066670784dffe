package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strips of dots, a strip for each row: those that are looked at in a colour and a shape of their
 * own, the others small and grey below them. Each of the first has its name beside one of its dots;
 * where there is no room for that, a legend says who they are.
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
        List<Name> names = names();
        ArrayNode named = option.legend().putArray("data");
        chosen.forEach(one -> named.add(one.name()));
        if (!names.isEmpty()) {
            option.node().put("namesAtMarks", true);
        }
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
            draw(option, place, names.isEmpty() ? Optional.empty() : Optional.of(names.get(place)));
        }
        return option.node();
    }

    /**
     * Where the name of one of the chosen stands: beside its dot in a strip.
     *
     * @param room how far the next dot is on that side, in steps of the scale
     */
    private record Name(int row, boolean right, BigDecimal room) {}

    /** A strip of its own for the name of each; none where somebody's has no room in any. */
    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int place = 0; place < chosen.size(); place++) {
            int own = place;
            Optional<Name> roomiest =
                    IntStream.range(0, rows.size())
                            .filter(row -> !taken.contains(row))
                            .boxed()
                            .flatMap(row -> sides(own, row))
                            .filter(name -> name.room().compareTo(BigDecimal.ONE) >= 0)
                            // Of several the one nearest to the top.
                            .max(
                                    Comparator.comparing(Name::room)
                                            .thenComparing(Name::row, Comparator.reverseOrder()));
            if (roomiest.isEmpty()) {
                return List.of();
            }
            taken.add(roomiest.get().row());
            names.add(roomiest.get());
        }
        return names;
    }

    private Stream<Name> sides(int place, int row) {
        return value(place, row).stream()
                .flatMap(own -> {
                    List<BigDecimal> right = new ArrayList<>(List.of(end(scale.most(), own)));
                    List<BigDecimal> left = new ArrayList<>(List.of(end(scale.least(), own)));
                    for (int other = 0; other < chosen.size(); other++) {
                        Optional<BigDecimal> beside = value(other, row);
                        if (other != place && beside.isPresent()) {
                            int side = beside.get().compareTo(own);
                            BigDecimal apart = beside.get().subtract(own).abs();
                            // Those of one value stand in the order of their places.
                            (side > 0 || (side == 0 && other > place) ? right : left).add(apart);
                        }
                    }
                    return Stream.of(
                            new Name(row, true, Collections.min(right)),
                            new Name(row, false, Collections.min(left)));
                });
    }

    private static BigDecimal end(@Nullable BigDecimal end, BigDecimal own) {
        return end == null ? BigDecimal.ZERO : end.subtract(own).abs();
    }

    private Optional<BigDecimal> value(int place, int row) {
        return chosen.get(place).marks().get(row).map(Mark::value);
    }

    private void draw(Option option, int place, Optional<Name> name) {
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
                ObjectNode dot = add(data, row, mark.get());
                int at = row;
                name.filter(one -> one.row() == at)
                        .ifPresent(one -> putName(dot, dots.name(), one.right()));
            }
        }
    }

    private static void putName(ObjectNode dot, String name, boolean right) {
        dot.putObject("label")
                .put("show", true)
                .put("formatter", name)
                .put("position", right ? "right" : "left")
                .put("color", "var(--ink)")
                .put("fontSize", Option.TEXT)
                // Legible above what it crosses.
                .put("textBorderColor", "var(--paper)")
                .put("textBorderWidth", 3);
    }

    private static ObjectNode add(ArrayNode data, int row, Mark mark) {
        ObjectNode item = data.addObject();
        item.putArray("value").add(mark.value()).add(row);
        item.put("text", mark.text());
        mark.link().ifPresent(link -> item.put("link", link));
        return item;
    }
}
