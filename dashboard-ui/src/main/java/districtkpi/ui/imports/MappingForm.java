package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.source.ColumnType;
import districtkpi.importer.source.ExtractReport.Sheet;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.office.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Says which heading is which column, where the names do not tell. */
class MappingForm extends Composite<Div> {

    private final Map<ColumnKey, Select<String>> fields = new LinkedHashMap<>();

    /**
     * @param checkAgain is told of the whole mapping, that of before included
     */
    MappingForm(
            ExtractRequest request,
            List<Sheet> sheets,
            Words words,
            Consumer<Map<ColumnKey, String>> checkAgain) {
        Div form = getContent();
        form.setId("mapping");
        Div selects = new Div();
        selects.addClassNames("filter", "mapping-fields");
        List<String> headings =
                Stream.concat(
                                request.mapping().values().stream(),
                                sheets.stream().flatMap(sheet -> sheet.others().stream()))
                        .distinct()
                        .toList();
        for (Column column : columns(request, sheets)) {
            Select<String> field = new Select<>();
            field.setId("map-" + column.key());
            field.setLabel(words.of(column.name()));
            field.setEmptySelectionAllowed(true);
            field.setEmptySelectionCaption(words.of("mapping.none"));
            field.setItemLabelGenerator(
                    heading -> Objects.isNull(heading) ? words.of("mapping.none") : heading);
            field.setItems(headings);
            if (request.mapping().containsKey(column.key())) {
                field.setValue(request.mapping().get(column.key()));
            }
            if (isNeeded(column, request, sheets)) {
                // In words: a Select that is required is no valid ARIA.
                field.setHelperText(words.of("mapping.needed"));
            }
            fields.put(column.key(), field);
            selects.add(field);
        }
        Button again = new Button(words.of("mapping.again"), _ -> checkAgain.accept(mapping()));
        again.setId("check-again");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        Div actions = new Div(again);
        actions.addClassName("actions");
        form.add(
                new H3(words.of("mapping.title")),
                new Paragraph(words.of("mapping.help")),
                selects,
                actions);
    }

    /** Whether there is a column to look for and a heading to choose, or something to take back. */
    static boolean isOfUse(ExtractRequest request, List<Sheet> sheets) {
        return (!request.mapping().isEmpty()
                        || request.source().columns().stream()
                                .anyMatch(column -> isNeeded(column, request, sheets)))
                && (!request.mapping().isEmpty()
                        || sheets.stream().anyMatch(sheet -> !sheet.others().isEmpty()));
    }

    /**
     * The columns that a sheet has not, and those that were mapped before: first those without
     * which the file cannot be read, then those that make the reading better, such as the year.
     */
    private static List<Column> columns(ExtractRequest request, List<Sheet> sheets) {
        return request.source().columns().stream()
                .filter(column ->
                        request.mapping().containsKey(column.key())
                                || sheets.stream()
                                        .anyMatch(sheet ->
                                                !sheet.columns().containsKey(column.key())))
                .sorted(Comparator.comparing(column -> !isNeeded(column, request, sheets)))
                .toList();
    }

    private static boolean isNeeded(Column column, ExtractRequest request, List<Sheet> sheets) {
        return sheets.stream().anyMatch(sheet -> isMissing(column, sheet, request));
    }

    private static boolean isMissing(Column column, Sheet sheet, ExtractRequest request) {
        return !sheet.columns().containsKey(column.key())
                && (column.required()
                        || (column.type() == ColumnType.DISTRICT
                                && request.district().isEmpty()
                                && !saysWhere(sheet, request)));
    }

    /** The district may stand in the code of the village too. */
    private static boolean saysWhere(Sheet sheet, ExtractRequest request) {
        return request.source().columns().stream()
                .filter(column ->
                        column.type() == ColumnType.DISTRICT
                                || column.type() == ColumnType.VILLAGE_CODE)
                .anyMatch(column -> sheet.columns().containsKey(column.key()));
    }

    private Map<ColumnKey, String> mapping() {
        Map<ColumnKey, String> mapping = new LinkedHashMap<>();
        fields.forEach((column, field) ->
                field.getOptionalValue().ifPresent(heading -> mapping.put(column, heading)));
        return mapping;
    }
}
