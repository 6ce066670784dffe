package districtkpi.importer.source;

import districtkpi.db.extract.DistrictFigure;
import districtkpi.db.extract.Position;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.source.SourceDescription.Arithmetic;
import districtkpi.importer.source.SourceDescription.Measure;
import districtkpi.importer.table.DateReader;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a figure came about: the numbers, and the rows that did not count. */
final class WorkingText {

    private static final int MAX_DECIMALS = 30;

    private WorkingText() {}

    /**
     * @param missed the first rows that did not count for the value
     */
    static LocalizedText of(
            DistrictFigure figure,
            Measure measure,
            MeasuredValue value,
            List<Position> missed,
            List<SheetColumns> sheets) {
        if (measure.arithmetic() instanceof Arithmetic.DoneByAny && figure.counted() == 0) {
            return new LocalizedText(
                    "ยังไม่มีวันที่ดำเนินการ", "there is no day on which it was done");
        }
        LocalizedText day =
                figure.onDay().map(DateReader::shown).orElseGet(() -> new LocalizedText("–", "–"));
        String number =
                switch (value) {
                    case MeasuredValue.Ratio ratio -> number(ratio.value());
                    case MeasuredValue.Count count -> number(count.count());
                    default -> number(BigDecimal.valueOf(figure.counted()));
                };
        String of = figure.of().map(WorkingText::number).orElse("");
        String th = fill(measure.working().th(), number, of, day.th());
        String en = fill(measure.working().en(), number, of, day.en());
        Optional<LocalizedText> about = measure.missedText();
        long count = figure.rows() - figure.counted();
        if (about.isPresent() && count > 0) {
            String lines = lines(missed, sheets);
            String more = number(BigDecimal.valueOf(count - missed.size()));
            boolean all = count == missed.size();
            String rows = number(BigDecimal.valueOf(count));
            th +=
                    "; "
                            + about.get().th()
                            + " "
                            + rows
                            + " แถว: บรรทัด "
                            + lines
                            + (all ? "" : " และอีก " + more + " แถว");
            en +=
                    "; "
                            + about.get().en()
                            + " "
                            + rows
                            + (count == 1 ? " row: line " : " rows: lines ")
                            + lines
                            + (all ? "" : " and " + more + " more");
        }
        return new LocalizedText(th, en);
    }

    private static String fill(String template, String value, String of, String day) {
        return template.replace("{value}", value).replace("{of}", of).replace("{day}", day);
    }

    /** Lines alone where there is one sheet, else with its name before each. */
    private static String lines(List<Position> positions, List<SheetColumns> sheets) {
        return positions.stream()
                .map(position ->
                        sheets.size() == 1
                                ? Integer.toString(position.line())
                                : sheets.get(position.sheet() - 1).sheet() + "!" + position.line())
                .collect(Collectors.joining(", "));
    }

    /** With commas between thousands and all decimals that there are. */
    static String number(BigDecimal number) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(MAX_DECIMALS);
        return format.format(number);
    }
}
