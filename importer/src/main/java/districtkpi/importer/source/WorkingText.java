package districtkpi.importer.source;

import districtkpi.db.extract.DistrictFigure;
import districtkpi.db.extract.Position;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportTexts;
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
            return ImportTexts.text("working.no-day");
        }
        LocalizedText day =
                figure.onDay().map(DateReader::shown).orElseGet(() -> new LocalizedText("–", "–"));
        String number =
                switch (value) {
                    case MeasuredValue.Ratio ratio -> number(ratio.value());
                    case MeasuredValue.Count count -> number(count.count());
                    case MeasuredValue.Quantity found -> number(found.number());
                    default -> number(BigDecimal.valueOf(figure.counted()));
                };
        String of = figure.of().map(WorkingText::number).orElse("");
        LocalizedText working =
                new LocalizedText(
                        fill(measure.working().th(), number, of, day.th()),
                        fill(measure.working().en(), number, of, day.en()));
        Optional<LocalizedText> about = measure.missedText();
        long count = figure.rows() - figure.counted();
        if (about.isEmpty() || count <= 0) {
            return working;
        }
        long more = count - missed.size();
        return ImportTexts.text(
                count == 1 ? "working.missed-row" : "working.missed-rows",
                working,
                about.get(),
                number(BigDecimal.valueOf(count)),
                lines(missed, sheets),
                more == 0
                        ? ""
                        : ImportTexts.text("working.and-more", number(BigDecimal.valueOf(more))));
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
