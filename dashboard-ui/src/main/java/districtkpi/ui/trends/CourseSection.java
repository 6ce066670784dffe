package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Courses;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.course.Course;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.stream.Stream;

/** How one measure of one district went within the round. */
class CourseSection extends Composite<Div> {

    /** Of the component, for links to it. */
    static final String ID = "course";

    private final Scoreboard scoreboard;
    private final DistrictCode district;
    private final Courses.Followed followed;
    private final Indicator indicator;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;
    private final MeasureWords measures;

    CourseSection(
            Scoreboard scoreboard,
            Courses.Followed followed,
            ImportLinks links,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.district = followed.course().district();
        this.followed = followed;
        this.indicator = followed.score().indicator();
        this.links = links;
        this.state = state;
        this.words = words;
        this.measures = new MeasureWords(words, indicator);
        Div content = getContent();
        content.setId(ID);
        content.addClassName("block");
        content.add(new H3(words.of("course.title", words.round(scoreboard.agreement().round()))));
        content.add(new Filter(words, createMeasurePicker()), createLevel());
        if (followed.course().figures().isEmpty()) {
            Paragraph none = new Paragraph(words.of("course.none"));
            none.setId("course-none");
            content.add(none);
        }
        content.add(new PaceSentences(followed, words));
        if (!followed.course().numbers().isEmpty()) {
            CourseDrawing course = new CourseDrawing(scoreboard, followed, state, words);
            content.add(new Chart("course-chart", course.title(), course.drawing(), words));
        }
        if (!followed.course().figures().isEmpty()) {
            content.add(createTable());
        }
    }

    private Component createMeasurePicker() {
        ComboBox<MeasureKey> picker = new ComboBox<>();
        picker.setId("course-filter");
        picker.addClassName("wide-field");
        picker.setLabel(words.of("course.measure"));
        picker.setItems(measuresOf(scoreboard));
        picker.setItemLabelGenerator(key ->
                words.of(
                        "course.measure.name",
                        key.indicator(),
                        scoreboard
                                .agreement()
                                .measure(key)
                                .map(Measure::name)
                                .map(words::of)
                                .orElse("")));
        picker.setValue(followed.course().key());
        // Which is found by typing; there is always one.
        picker.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                picker.setValue(change.getOldValue());
            } else if (change.isFromClient()) {
                go(state.with(TrendsNavigation.COURSE, change.getValue()));
            }
        });
        return picker;
    }

    /** All measures of the round, in the order of the agreement. */
    static List<MeasureKey> measuresOf(Scoreboard scoreboard) {
        return scoreboard
                .agreement()
                .indicators()
                .flatMap(indicator ->
                        indicator.measures().stream().map(measure -> indicator.key(measure.id())))
                .toList();
    }

    private Component createLevel() {
        Anchor level = DistrictNavigation.linkToIndicator(state, district, indicator.id());
        level.add(LevelMark.of(followed.score(), words));
        level.setAriaLabel(words.of("course.to-indicator", indicator.id()));
        UnorderedList levels = new UnorderedList();
        levels.addClassName("plain-list");
        indicator
                .levels()
                .forEach(one ->
                        one.conditions().stream()
                                .filter(condition ->
                                        condition
                                                .measure()
                                                .equals(followed.course().measure().id()))
                                .forEach(condition ->
                                        levels.add(
                                                new ListItem(
                                                        words.of(
                                                                "course.threshold",
                                                                words.level(one),
                                                                measures.conditionInWords(
                                                                        condition))))));
        Div line = new Div(level, levels);
        line.addClassName("level-line");
        return line;
    }

    private DataTable createTable() {
        Measure measure = followed.course().measure();
        DataTable table =
                new DataTable(
                                "course-table",
                                words.of("course.caption", words.of(measure.name())),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("figures.as-of"))
                .numbers(words.of("figures.value"))
                .numbers(words.of("figures.of"))
                .numbers(words.of("figures.percent"))
                .column(words.of("figures.origin"));
        for (Course.Figure figure : followed.course().figures()) {
            var measurement = figure.measurement();
            table.row()
                    .header(new Span(words.date(figure.day())))
                    .number(measures.value(measure, measurement.value()))
                    .number(measures.comparedWith(measure, measurement.value()).orElse(""))
                    .number(measures.percent(measure, measurement.value()).orElse(""))
                    .styled(
                            "origin",
                            Stream.concat(
                                            Stream.of(
                                                    links.toFile(measurement.origin(), state),
                                                    new Span(
                                                            words.fileRow(
                                                                    measurement.origin().sheet(),
                                                                    measurement.origin().line()))),
                                            links.mended(measurement, words).stream())
                                    .toArray(Component[]::new));
        }
        return table;
    }

    private static void go(PageState changed) {
        UI.getCurrent().navigate(TrendsNavigation.PATH, changed.toQuery());
    }
}
