package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a picture as a table for a spreadsheet. */
final class ChartNumbers {

    /** Tells spreadsheets that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ChartNumbers() {}

    /** Comma-separated lines, the first with the names of the columns. */
    static String csv(Drawing drawing) {
        return rows(drawing).stream()
                .map(row -> row.stream().map(ChartNumbers::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /** In quotes where it has to be; what a spreadsheet would take for a formula is text. */
    private static String cell(String text) {
        boolean formula =
                (!text.isEmpty() && "=+@\t\r".indexOf(text.charAt(0)) >= 0)
                        || (text.startsWith("-") && !isNumber(text));
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    private static List<List<String>> rows(Drawing drawing) {
        return switch (drawing) {
            case LineChart chart -> table(chart.scale(), chart.steps(), chart.lines());
            case RankChart chart ->
                    table(
                            chart.scale(),
                            chart.steps(),
                            chart.lines().stream().map(RankChart.Line::series).toList());
            case BarChart chart -> table(chart.scale(), chart.categories(), chart.bars());
            case Waterfall chart -> steps(chart);
            case CourseChart chart -> days(chart);
            case MapChart chart -> areas(chart);
            case ThresholdChart chart -> dots(chart);
            case DotChart chart -> strips(chart);
            case SlopeChart chart -> slopes(chart);
        };
    }

    private static List<List<String>> table(
            Scale scale, List<String> categories, List<Series> all) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(scale.name()));
        all.forEach(one -> head.add(one.name()));
        rows.add(head);
        for (int i = 0; i < categories.size(); i++) {
            List<String> row = new ArrayList<>(List.of(categories.get(i)));
            for (Series one : all) {
                row.add(one.marks().get(i).map(Mark::value).map(ChartNumbers::plain).orElse(""));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> steps(Waterfall chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(chart.scale().name(), "from", "to"));
        for (Waterfall.Step step : chart.steps()) {
            rows.add(List.of(step.name(), plain(step.from()), plain(step.mark().value())));
        }
        return rows;
    }

    private static List<List<String>> days(CourseChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("day", chart.name(), chart.scale().name()));
        for (CourseChart.Day day : chart.days()) {
            rows.add(List.of(day.day().toString(), chart.name(), plain(day.mark().value())));
        }
        chart.expected()
                .ifPresent(expected ->
                        rows.add(
                                List.of(
                                        expected.day().toString(),
                                        expected.name(),
                                        plain(expected.mark().value()))));
        for (CourseChart.Threshold threshold : chart.thresholds()) {
            rows.add(List.of("", threshold.name(), plain(threshold.value())));
        }
        return rows;
    }

    private static List<List<String>> areas(MapChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("code", "name", "value"));
        for (MapChart.Area area : chart.areas()) {
            rows.add(List.of(area.code(), area.name(), area.number()));
        }
        return rows;
    }

    private static List<List<String>> strips(DotChart chart) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(chart.scale().name()));
        chart.chosen().forEach(one -> head.add(one.name()));
        head.add(chart.othersName());
        rows.add(head);
        for (int i = 0; i < chart.rows().size(); i++) {
            List<String> row = new ArrayList<>(List.of(chart.rows().get(i)));
            for (Series one : chart.chosen()) {
                row.add(one.marks().get(i).map(Mark::value).map(ChartNumbers::plain).orElse(""));
            }
            row.add(
                    chart.others().get(i).stream()
                            .map(mark -> plain(mark.value()))
                            .collect(Collectors.joining(" ")));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> slopes(SlopeChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", chart.before(), chart.after()));
        for (SlopeChart.Line line : chart.lines()) {
            rows.add(
                    List.of(
                            line.name(),
                            line.before().map(SlopeChart.Line.End::text).orElse(""),
                            line.after().map(SlopeChart.Line.End::text).orElse("")));
        }
        return rows;
    }

    private static List<List<String>> dots(ThresholdChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", chart.scale().name(), "text"));
        for (ThresholdChart.Dot dot : chart.dots()) {
            rows.add(
                    List.of(
                            dot.name(),
                            Optional.ofNullable(dot.value()).map(ChartNumbers::plain).orElse(""),
                            dot.label()));
        }
        for (CourseChart.Threshold threshold : chart.thresholds()) {
            rows.add(List.of(threshold.name(), plain(threshold.value()), ""));
        }
        return rows;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
