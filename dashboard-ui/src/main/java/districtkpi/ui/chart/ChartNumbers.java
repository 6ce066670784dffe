package districtkpi.ui.chart;

import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The numbers of a picture as a table for a spreadsheet, with heads in the language of whoever
 * looks at the picture; the numbers are plain ones.
 */
final class ChartNumbers {

    /** Tells spreadsheets that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String unit;
    private final Words words;

    private ChartNumbers(String unit, Words words) {
        this.unit = unit;
        this.words = words;
    }

    /**
     * Comma-separated lines, the first with the names of the columns.
     *
     * @param unit what the numbers are counted in
     */
    static String csv(Drawing drawing, String unit, Words words) {
        return new ChartNumbers(unit, words)
                .rows(drawing).stream()
                        .map(row ->
                                row.stream()
                                        .map(ChartNumbers::cell)
                                        .collect(Collectors.joining(",")))
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

    private List<List<String>> rows(Drawing drawing) {
        return switch (drawing) {
            case LineChart chart ->
                    table(words.of("chart.numbers.round"), chart.steps(), chart.lines());
            case RankChart chart ->
                    table(
                            words.of("chart.numbers.round"),
                            chart.steps(),
                            chart.lines().stream().map(RankChart.Line::series).toList());
            case BarChart chart ->
                    table(words.of("chart.numbers.name"), chart.categories(), chart.bars());
            case Waterfall chart -> steps(chart);
            case CourseChart chart -> days(chart);
            case MapChart chart -> areas(chart);
            case ThresholdChart chart -> dots(chart);
            case DotChart chart -> strips(chart);
            case SlopeChart chart -> slopes(chart);
        };
    }

    /** The head of a column of numbers, which says what they are counted in. */
    private String counted(String name) {
        return words.of("chart.numbers.counted", name, unit);
    }

    private List<List<String>> table(String first, List<String> categories, List<Series> all) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(first));
        all.forEach(one -> head.add(counted(one.name())));
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

    private List<List<String>> steps(Waterfall chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        words.of("chart.numbers.name"),
                        counted(words.of("chart.numbers.from")),
                        counted(words.of("chart.numbers.to"))));
        for (Waterfall.Step step : chart.steps()) {
            rows.add(List.of(step.name(), plain(step.from()), plain(step.mark().value())));
        }
        return rows;
    }

    private List<List<String>> days(CourseChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("chart.numbers.day"), words.of("chart.numbers.name"), unit));
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

    private List<List<String>> areas(MapChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("chart.numbers.code"), words.of("chart.numbers.name"), unit));
        for (MapChart.Area area : chart.areas()) {
            rows.add(
                    List.of(
                            area.code(),
                            area.name(),
                            area.value().map(ChartNumbers::plain).orElse("")));
        }
        return rows;
    }

    private List<List<String>> strips(DotChart chart) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(words.of("chart.numbers.name")));
        chart.chosen().forEach(one -> head.add(counted(one.name())));
        head.add(counted(chart.othersName()));
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

    private List<List<String>> slopes(SlopeChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        words.of("chart.numbers.name"),
                        counted(chart.before()),
                        counted(chart.after())));
        for (SlopeChart.Line line : chart.lines()) {
            rows.add(List.of(line.name(), rank(line.before()), rank(line.after())));
        }
        return rows;
    }

    private static String rank(Optional<SlopeChart.Line.End> end) {
        return end.map(one -> Integer.toString(one.rank())).orElse("");
    }

    private List<List<String>> dots(ThresholdChart chart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("chart.numbers.name"), unit, words.of("chart.numbers.said")));
        for (ThresholdChart.Dot dot : chart.dots()) {
            rows.add(
                    List.of(
                            dot.name(),
                            Optional.ofNullable(dot.value())
                                    .map(value -> number(chart, value))
                                    .orElse(""),
                            dot.label()));
        }
        for (CourseChart.Threshold threshold : chart.thresholds()) {
            rows.add(
                    List.of(
                            words.of("chart.numbers.threshold", threshold.name()),
                            number(chart, threshold.value()),
                            ""));
        }
        return rows;
    }

    private static String number(ThresholdChart chart, BigDecimal value) {
        return chart.ofDays()
                ? LocalDate.ofEpochDay(value.longValueExact()).toString()
                : plain(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
