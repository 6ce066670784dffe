package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.District;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a round to fill in: the wide form, with a row for each district. */
public final class ResultTemplate {

    /** Round, district and name stay in view. */
    private static final int FIXED_COLUMNS = 3;

    private static final List<LocalizedText> EXPLAINED =
            List.of(
                    ImportTexts.text("form.column"),
                    ImportTexts.text("form.indicator"),
                    ImportTexts.text("form.meaning"),
                    ImportTexts.text("form.kind"),
                    ImportTexts.text("form.unit"),
                    ImportTexts.text("form.compared-with"),
                    ImportTexts.text("form.written"));

    private ResultTemplate() {}

    /** A column and what it is for. */
    private record Column(String header, List<String> explanation) {}

    /**
     * The template of a round.
     *
     * @param districts that the round is about
     * @param locale English or, for every other, Thai
     */
    public static Template of(Agreement agreement, List<District> districts, Locale locale) {
        List<Column> columns = new ArrayList<>();
        columns.add(column(Field.ROUND, locale, "form.explained.round"));
        columns.add(column(Field.DISTRICT, locale, "form.explained.district"));
        columns.add(column(Field.DISTRICT_NAME, locale, "form.explained.district-name"));
        columns.add(column(Field.AS_OF, locale, "form.explained.as-of"));
        agreement
                .indicators()
                .forEach(indicator ->
                        indicator
                                .measures()
                                .forEach(measure -> add(columns, indicator, measure, locale)));
        columns.add(column(Field.SOURCE, locale, "form.explained.source"));
        columns.add(column(Field.NOTE, locale, "form.explained.note"));
        // Of the bare round every spreadsheet would make a date once a file is saved as CSV.
        String round = ImportTexts.text("form.round", agreement.round()).in(locale);
        List<List<String>> explanations = new ArrayList<>();
        explanations.add(EXPLAINED.stream().map(name -> name.in(locale)).toList());
        columns.forEach(column -> explanations.add(column.explanation()));
        return new Template(
                ImportTexts.text("form.results").in(locale),
                columns.stream().map(Column::header).toList(),
                districts.stream()
                        .map(district ->
                                List.of(round, district.code().value(), district.name().in(locale)))
                        .toList(),
                FIXED_COLUMNS,
                ImportTexts.text("form.explanation").in(locale),
                explanations);
    }

    private static Column column(Field field, Locale locale, String explanation) {
        String header = new LocalizedText(field.thaiHeader(), field.header()).in(locale);
        return new Column(
                header,
                List.of(header, "", ImportTexts.text(explanation).in(locale), "", "", "", ""));
    }

    private static void add(
            List<Column> columns, Indicator indicator, Measure measure, Locale locale) {
        String key = indicator.id() + "." + measure.id();
        String unit =
                measure.countedIn().map(MeasureUnit::name).map(name -> name.in(locale)).orElse("");
        String of = measure.comparedWith().map(name -> name.in(locale)).orElse("");
        String written =
                ValueReader.expected(measure).in(locale).strip()
                        + ImportTexts.text("form.or-not-applicable").in(locale);
        columns.add(
                new Column(
                        key + " (" + measure.name().in(locale) + ")",
                        List.of(
                                key,
                                indicator.id() + " " + indicator.name().in(locale),
                                measure.name().in(locale),
                                kind(measure.kind()).in(locale),
                                unit,
                                of,
                                written)));
        if (!of.isEmpty()) {
            String ofKey = key + "." + Field.OF.header();
            columns.add(
                    new Column(
                            ofKey + " (" + of + ")",
                            List.of(
                                    ofKey,
                                    indicator.id() + " " + indicator.name().in(locale),
                                    of,
                                    "",
                                    unit,
                                    "",
                                    ImportTexts.text("form.compared").in(locale))));
        }
    }

    private static LocalizedText kind(MeasureKind kind) {
        return switch (kind) {
            case SHARE -> ImportTexts.text("form.kind.share");
            case GROWTH -> ImportTexts.text("form.kind.growth");
            case REDUCTION -> ImportTexts.text("form.kind.reduction");
            case COUNT -> ImportTexts.text("form.kind.count");
            case NUMBER -> ImportTexts.text("form.kind.number");
            case DONE -> ImportTexts.text("form.kind.done");
            case DATE -> ImportTexts.text("form.kind.date");
        };
    }
}
