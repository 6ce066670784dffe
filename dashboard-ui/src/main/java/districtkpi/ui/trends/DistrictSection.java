package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.Courses;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One district: why its total and its rank moved, and how its measures went within the round. */
class DistrictSection extends Composite<Section> {

    private final Optional<DistrictCode> district;
    private final List<Component> causes = new ArrayList<>();
    private final Followed followed;
    private final Scoreboard last;
    private final RoundBefore before;
    private final Analyses analyses;
    private final Courses courses;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;

    DistrictSection(
            Followed followed,
            Analyses analyses,
            Courses courses,
            ImportLinks links,
            PageState state,
            Words words) {
        this.followed = followed;
        this.analyses = analyses;
        this.courses = courses;
        this.links = links;
        this.state = state;
        this.words = words;
        last = followed.last();
        before = followed.before();
        district = district(followed, analyses, state);
        TrendWords trendWords = new TrendWords(words, followed);
        Section section = getContent();
        section.addClassName("block");
        section.setId(TrendsNavigation.WHY);
        H2 title =
                new H2(
                        district.map(code ->
                                        words.of(
                                                "why.district",
                                                words.of("district.name", trendWords.name(code))))
                                .orElseGet(() -> words.of("why.no-district")));
        Div head = new Div(title, createPicker(district));
        head.addClassName("why-head");
        section.add(head);
        if (district.flatMap(last::district).isEmpty()) {
            addRemark("why-unknown", words.of("district.unknown.text"));
            return;
        }
        before.remark(words).ifPresent(remark -> addRemark("half-filled", remark));
        before.comparable().ifPresent(earlier -> addMovement(district.get(), earlier));
        if (before.comparable().isEmpty() && !before.isRefused()) {
            addRemark("why-none", words.of("why.single"));
        }
    }

    /** The one that is asked for, else where a reader will look first. */
    private static Optional<DistrictCode> district(
            Followed followed, Analyses analyses, PageState state) {
        Scoreboard last = followed.last();
        return state.chosen(TrendsNavigation.DISTRICT)
                .or(() -> followed.chosen().stream().findFirst())
                .or(() ->
                        followed.before()
                                .comparable()
                                .flatMap(earlier -> mostMoved(analyses, earlier, last)))
                .or(() -> last.districts().stream().map(District::code).findFirst());
    }

    /** The files with what is told about the district that the address leads to. */
    static List<Component> files(
            Followed followed,
            Analyses analyses,
            Courses courses,
            PageState state,
            boolean ofCourse,
            Words words) {
        Scoreboard last = followed.last();
        Optional<DistrictCode> found =
                district(followed, analyses, state).filter(code -> last.district(code).isPresent());
        RoundId round = last.agreement().round();
        List<Component> files = new ArrayList<>();
        found.filter(_ -> followed.before().comparable().isPresent())
                .ifPresent(code ->
                        files.add(
                                TableLink.csv(
                                        "movement",
                                        round,
                                        state,
                                        "&district=" + code,
                                        words.of("district.download.why"))));
        if (ofCourse) {
            found.filter(code -> last.ranking().row(code).isPresent())
                    .ifPresent(code ->
                            files.add(
                                    TableLink.csv(
                                            "course",
                                            round,
                                            state,
                                            "&district="
                                                    + code
                                                    + "&measure="
                                                    + measure(
                                                            last,
                                                            courses.figures(last, code),
                                                            state),
                                            words.of("course.download"))));
        }
        return files;
    }

    /** The district that is told about; absent where there is none. */
    Optional<DistrictCode> shown() {
        return district;
    }

    /** The change indicator by indicator, once it is known. */
    List<Component> causes() {
        return causes;
    }

    /** How the measures of the district went within the round. */
    List<Component> course() {
        return district.filter(code -> last.ranking().row(code).isPresent())
                .map(this::course)
                .orElse(List.of());
    }

    private void addRemark(String id, String text) {
        Paragraph remark = new Paragraph(text);
        remark.setId(id);
        getContent().add(remark);
    }

    /** The district whose rank moved furthest: where a reader will look first. */
    private static Optional<DistrictCode> mostMoved(
            Analyses analyses, Scoreboard earlier, Scoreboard last) {
        return analyses.rankMovement(earlier, last).rows().stream()
                .max(
                        Comparator.comparingInt((RankMovement.Row row) -> Math.abs(row.change()))
                                .thenComparing(
                                        RankMovement.Row::district, Comparator.reverseOrder()))
                .map(RankMovement.Row::district);
    }

    private Component createPicker(Optional<DistrictCode> district) {
        DistrictField picker =
                new DistrictField(
                        "why-district",
                        words.of("ranking.district"),
                        last.districts(),
                        district,
                        words,
                        chosen ->
                                chosen.ifPresent(code ->
                                        UI.getCurrent()
                                                .navigate(
                                                        TrendsNavigation.PATH,
                                                        state.with(TrendsNavigation.DISTRICT, code)
                                                                .toQuery())));
        // The heading beside it says what of.
        picker.setLabel("");
        picker.setAriaLabel(words.of("ranking.district"));
        return picker;
    }

    private void addMovement(DistrictCode district, Scoreboard earlier) {
        analyses.movement(district, earlier, last)
                .ifPresentOrElse(
                        movement -> {
                            MovementSection section =
                                    new MovementSection(
                                            movement,
                                            analyses.rankMovement(earlier, last).row(district),
                                            followed,
                                            state,
                                            words);
                            getContent().add(section);
                            causes.addAll(section.causes());
                        },
                        () ->
                                addRemark(
                                        "why-none",
                                        words.of("why.no-total", before.name(words).orElse(""))));
    }

    private List<Component> course(DistrictCode code) {
        List<Measurement> figures = courses.figures(last, code);
        MeasureKey measure = measure(last, figures, state);
        return List.of(
                new CourseSection(
                        last, courses.follow(last, code, measure, figures), links, state, words));
    }

    /** The chosen measure, else the first number that was reported for most days. */
    private static MeasureKey measure(Scoreboard last, List<Measurement> figures, PageState state) {
        List<MeasureKey> all = CourseSection.measuresOf(last);
        return state.chosen(TrendsNavigation.COURSE)
                .filter(all::contains)
                .orElseGet(() ->
                        all.stream()
                                .filter(key -> isNumeric(last, key))
                                .max(
                                        Comparator.comparingLong(
                                                        (MeasureKey key) -> days(figures, key))
                                                .thenComparing(
                                                        all::indexOf, Comparator.reverseOrder()))
                                .orElseGet(all::getFirst));
    }

    private static boolean isNumeric(Scoreboard last, MeasureKey key) {
        return last.agreement()
                .measure(key)
                .filter(measure -> measure.kind().isNumeric())
                .isPresent();
    }

    private static long days(List<Measurement> figures, MeasureKey measure) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(measure))
                .map(Measurement::asOf)
                .distinct()
                .count();
    }
}
