package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.Sources;
import districtkpi.importer.table.DateReader;
import districtkpi.office.importing.ExtractChoice;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.state.PageState;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Chooses what the next file is: results or an agreement, or an extract of a source system. */
class ExtractForm extends Composite<Div> {

    private final PageState state;
    private final Words words;
    private final Consumer<String> changing;

    /**
     * @param choice absent while no source is chosen, and without a round
     * @param changed the id of what was changed last, which takes the focus again
     * @param changing is told the id of what is changed
     */
    ExtractForm(
            Optional<ExtractChoice> choice,
            PageState state,
            Words words,
            String changed,
            Consumer<String> changing) {
        this.state = state;
        this.words = words;
        this.changing = changing;
        Div fields = new Div(createSourcePicker());
        fields.setId("extract-form");
        fields.addClassNames("filter", "extract-form");
        choice.ifPresent(chosen -> {
            fields.add(createDay(chosen), createDistrictPicker(chosen));
            fields.getElement().setAttribute("role", "group");
            fields.getElement().setAttribute("aria-label", words.of("extract.form"));
        });
        getContent().add(fields);
        choice.ifPresent(chosen -> getContent().add(createColumns(chosen.source())));
        fields.getChildren()
                .filter(field -> field.getId().filter(changed::equals).isPresent())
                .forEach(field -> ((Focusable<?>) field).focus());
    }

    private Component createSourcePicker() {
        Select<SourceDescription> picker = new Select<>();
        picker.setId("extract-source");
        picker.setLabel(words.of("extract.source"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(words.of("extract.source.none"));
        picker.setItems(Sources.all());
        picker.setItemLabelGenerator(source ->
                Objects.isNull(source) ? words.of("extract.source.none") : words.of(source.name()));
        state.chosen(ImportNavigation.SOURCE).ifPresent(picker::setValue);
        picker.addValueChangeListener(change ->
                go("extract-source", state.with(ImportNavigation.SOURCE, change.getValue())));
        return picker;
    }

    /** Days are written here as in a file; a calendar of the browser knows no Buddhist era. */
    private Component createDay(ExtractChoice choice) {
        Agreement agreement = choice.board().agreement();
        String range =
                words.of(
                        "extract.day.range",
                        words.shortDate(agreement.firstDay()),
                        words.shortDate(agreement.lastDay()));
        TextField field = new TextField(words.of("extract.day"));
        field.setId("extract-day");
        field.setHelperText(range);
        field.setValue(words.shortDate(choice.asOf()));
        field.addValueChangeListener(change -> {
            Optional<LocalDate> day =
                    DateReader.typed(change.getValue())
                            .filter(read -> ExtractChoice.isIn(agreement, read));
            if (day.isPresent()) {
                go("extract-day", state.with(ImportNavigation.DAY, day.get()));
            } else {
                field.setErrorMessage(words.of("extract.day.wrong", range));
                field.setInvalid(true);
            }
        });
        return field;
    }

    private Component createDistrictPicker(ExtractChoice choice) {
        DistrictField picker =
                new DistrictField(
                        "extract-district",
                        words.of("extract.district"),
                        choice.board().districts(),
                        choice.district(),
                        words,
                        code ->
                                go(
                                        "extract-district",
                                        state.with(ImportNavigation.DISTRICT, code.orElse(null))));
        picker.setClearButtonVisible(true);
        picker.setHelperText(words.of("extract.district.help"));
        return picker;
    }

    private Component createColumns(SourceDescription source) {
        String required = names(source, true);
        String others = names(source, false);
        Paragraph columns =
                new Paragraph(
                        required.isEmpty()
                                ? words.of("extract.columns.optional", others)
                                : words.of("extract.columns", others, required));
        columns.setId("extract-columns");
        return columns;
    }

    private String names(SourceDescription source, boolean required) {
        return source.columns().stream()
                .filter(column -> column.required() == required)
                .map(column -> words.of(column.name()))
                .collect(Collectors.joining(", "));
    }

    private void go(String id, PageState chosen) {
        changing.accept(id);
        ImportNavigation.go(chosen);
    }
}
