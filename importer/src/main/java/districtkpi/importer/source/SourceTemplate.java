package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An extract to fill in, for who has no export of the system. Where a row is about a whole district
 * the districts of the round stand in it already.
 */
public final class SourceTemplate {

    private static final List<LocalizedText> EXPLAINED =
            List.of(
                    ImportTexts.text("source-form.column"),
                    ImportTexts.text("source-form.needed"),
                    ImportTexts.text("source-form.written"));

    private SourceTemplate() {}

    /**
     * The template of a source.
     *
     * @param agreement of the round that the districts are of
     * @param locale English or, for every other, Thai
     */
    public static Template of(
            SourceDescription source,
            Agreement agreement,
            List<District> districts,
            Locale locale) {
        List<List<String>> explanations = new ArrayList<>();
        explanations.add(EXPLAINED.stream().map(text -> text.in(locale)).toList());
        for (Column column : source.columns()) {
            explanations.add(
                    List.of(
                            column.name().in(locale),
                            needed(column).in(locale),
                            written(source, column).in(locale)));
        }
        for (LocalizedText note : source.notes()) {
            explanations.add(List.of("", "", note.in(locale)));
        }
        List<Column> columns = source.columns();
        return new Template(
                ImportTexts.text("source-form.data").in(locale),
                columns.stream().map(column -> column.name().in(locale)).toList(),
                hasRowForEachDistrict(source)
                        ? districts.stream()
                                .map(district -> row(columns, agreement, district, locale))
                                .toList()
                        : List.of(),
                columns.getFirst().type() == ColumnType.DISTRICT ? 1 : 0,
                ImportTexts.text("source-form.explanation").in(locale),
                explanations);
    }

    /** Nothing smaller than a district has a name there: no village, no contract, no product. */
    private static boolean hasRowForEachDistrict(SourceDescription source) {
        List<Column> required = source.columns().stream().filter(Column::required).toList();
        return source.columns().stream().anyMatch(column -> column.type() == ColumnType.DISTRICT)
                && source.columns().stream()
                        .noneMatch(column -> column.type() == ColumnType.VILLAGE_CODE)
                && !required.isEmpty()
                && required.stream()
                        .allMatch(column -> column.type().isNumber() || column.type().isDay());
    }

    private static List<String> row(
            List<Column> columns, Agreement agreement, District district, Locale locale) {
        List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        for (int i = 0; i < row.size(); i++) {
            switch (columns.get(i).type()) {
                case DISTRICT -> row.set(i, district.name().in(locale));
                case FISCAL_YEAR -> row.set(i, Integer.toString(agreement.round().fiscalYear()));
                default -> {}
            }
        }
        return row;
    }

    private static LocalizedText needed(Column column) {
        if (column.filled()) {
            return ImportTexts.text("source-form.in-each-row");
        }
        return column.required()
                ? ImportTexts.text("source-form.may-be-empty")
                : ImportTexts.text("source-form.optional");
    }

    private static LocalizedText written(SourceDescription source, Column column) {
        List<LocalizedText> parts = new ArrayList<>(List.of(form(column)));
        column.leastNumber()
                .map(BigDecimal::toPlainString)
                .ifPresent(least -> parts.add(ImportTexts.text("source-form.at-least", least)));
        column.atMostOf()
                .flatMap(source::column)
                .ifPresent(
                        other -> parts.add(ImportTexts.text("source-form.at-most", other.name())));
        if (column.within() == Within.FISCAL_YEAR) {
            parts.add(ImportTexts.text("source-form.of-fiscal-year"));
        } else if (column.within() == Within.TWO_FISCAL_YEARS) {
            parts.add(ImportTexts.text("source-form.of-two-fiscal-years"));
        }
        return new LocalizedText(
                parts.stream().map(LocalizedText::th).collect(Collectors.joining()),
                parts.stream().map(LocalizedText::en).collect(Collectors.joining()));
    }

    private static LocalizedText form(Column column) {
        return switch (column.type()) {
            case DISTRICT -> ImportTexts.text("source-form.district");
            case VILLAGE_CODE -> ImportTexts.text("source-form.village");
            case TEXT -> ImportTexts.text("source-form.text");
            case NUMBER -> ImportTexts.text("source-form.number");
            case COUNT -> ImportTexts.text("source-form.count");
            case PERCENT -> ImportTexts.text("source-form.percent");
            case DAY -> ImportTexts.text("source-form.day");
            case MONTH -> ImportTexts.text("source-form.month");
            case QUARTER -> ImportTexts.text("source-form.quarter");
            case FISCAL_YEAR -> ImportTexts.text("source-form.fiscal-year");
            case TIME_OF_YEAR -> ImportTexts.text("source-form.time-of-year");
            case CHOICE -> ImportTexts.text("source-form.choice", choices(column));
            case FLAG -> ImportTexts.text("source-form.flag");
        };
    }

    /** Each option as people write it first, in either language. */
    private static String choices(Column column) {
        return column.options().stream()
                .map(option -> option.names().isEmpty() ? option.key() : option.names().getFirst())
                .collect(Collectors.joining(", "));
    }
}
