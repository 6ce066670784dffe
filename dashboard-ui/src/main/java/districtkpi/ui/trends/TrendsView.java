package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.analysis.Courses;
import districtkpi.ui.analysis.Movements;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Across rounds and within a round: who rose, who fell, and why. */
@Route(TrendsNavigation.PATH)
@Menu(title = "nav.trends", order = 5)
class TrendsView extends RoundPage {

    /** Four years of rounds side by side; the file has all of them. */
    private static final int MOST_ROUNDS = 8;

    private final Analyses analyses;
    private final Movements movements;
    private final Courses courses;

    TrendsView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            Movements movements,
            Courses courses) {
        super(preferences, rounds, "nav.trends");
        this.analyses = analyses;
        this.movements = movements;
        this.courses = courses;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return TrendsNavigation.parameters();
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<Scoreboard> all = rounds().upTo(scoreboard);
        List<Scoreboard> newest = all.subList(Math.max(0, all.size() - MOST_ROUNDS), all.size());
        Followed followed = Followed.of(newest, analyses.trend(newest), state);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("trends.title"), scoreboard, state, words));
        content.add(new TrendFilter(followed, state, words));
        unknown(followed, state, words).ifPresent(content::add);
        content.add(createRounds(followed, all.size() > newest.size(), state, words));
        content.add(createDistrict(followed, state, words));
        if (newest.size() > 1) {
            content.add(new RuleChanges(followed, words));
        }
        return content;
    }

    /** What the address asks for and no round has. */
    private static Optional<Component> unknown(Followed followed, PageState state, Words words) {
        List<String> unknown =
                new ArrayList<>(followed.unknown().stream().map(DistrictCode::value).toList());
        state.chosen(TrendsNavigation.CONCEPT)
                .filter(concept -> followed.concept().isEmpty())
                .ifPresent(concept -> unknown.add(concept.value()));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        Paragraph remark = new Paragraph(words.of("trends.unknown", String.join(", ", unknown)));
        remark.setId("trends-unknown");
        remark.addClassName("remark");
        return Optional.of(remark);
    }

    private static Component createRounds(
            Followed followed, boolean older, PageState state, Words words) {
        Section section = new Section();
        section.addClassName("block");
        section.setId("across-rounds");
        section.add(new H2(words.of("trends.rounds.title")));
        TrendDrawings drawings = new TrendDrawings(followed, state, words);
        if (followed.rounds().size() == 1) {
            Paragraph single = new Paragraph(words.of("trends.single"));
            single.setId("single-round");
            section.add(single);
        } else {
            section.add(new H3(words.of("trends.ranks.title")));
            section.add(new Paragraph(words.of("trends.ranks.intro")));
            section.add(new Chart("rank-chart", drawings.ranks()));
            section.add(new H3(words.of("trends.values.title", subject(followed, words))));
            section.add(new Paragraph(words.of("trends.values.intro")));
            section.add(createSmallCharts(followed, drawings, state, words));
        }
        section.add(new TrendTable(followed, state, words));
        if (older) {
            section.add(
                    new Paragraph(
                            words.of("trends.older", words.number(followed.rounds().size()))));
        }
        section.add(TableLink.csv("trend", round(followed.last()), state, "", words));
        return section;
    }

    private static String subject(Followed followed, Words words) {
        return new TrendWords(words, followed).subject();
    }

    private static Component createSmallCharts(
            Followed followed, TrendDrawings drawings, PageState state, Words words) {
        Div grid = new Div();
        grid.setId("small-charts");
        grid.addClassName("small-charts");
        List<DistrictTrend> shown =
                followed.ordered().stream()
                        .filter(district ->
                                followed.chosen().isEmpty()
                                        || followed.chosen().contains(district.district()))
                        .limit(Followed.MOST_DRAWN)
                        .toList();
        TrendWords trendWords = new TrendWords(words, followed);
        for (DistrictTrend district : shown) {
            Div name =
                    new Div(
                            DistrictNavigation.link(
                                    state,
                                    district.district(),
                                    trendWords.name(district.district())));
            name.addClassName("small-chart-name");
            Div small =
                    new Div(
                            name,
                            new Chart(
                                    "trend-chart-" + district.district(),
                                    drawings.values(district)));
            small.addClassName("small-chart");
            grid.add(small);
        }
        return grid;
    }

    private Component createDistrict(Followed followed, PageState state, Words words) {
        Section section = new Section();
        section.addClassName("block");
        section.setId(TrendsNavigation.WHY);
        Scoreboard last = followed.last();
        Optional<Scoreboard> before =
                followed.rounds().size() < 2
                        ? Optional.empty()
                        : Optional.of(followed.rounds().get(followed.rounds().size() - 2));
        Optional<DistrictCode> district =
                state.chosen(TrendsNavigation.DISTRICT)
                        .or(() -> followed.chosen().stream().findFirst())
                        .or(() -> before.flatMap(one -> mostMoved(one, last)))
                        .or(() -> last.districts().stream().map(District::code).findFirst());
        TrendWords trendWords = new TrendWords(words, followed);
        section.add(
                new H2(
                        district.map(code ->
                                        words.of(
                                                "why.district",
                                                words.of("district.name", trendWords.name(code))))
                                .orElseGet(() -> words.of("why.no-district"))));
        section.add(createDistrictPicker(last, district, state, words));
        if (district.flatMap(last::district).isEmpty()) {
            Paragraph unknown = new Paragraph(words.of("district.unknown.text"));
            unknown.setId("why-unknown");
            section.add(unknown);
            return section;
        }
        addMovement(section, district.get(), before, followed, state, words);
        addCourse(section, district.get(), last, state, words);
        return section;
    }

    /** The district whose rank moved furthest: where a reader will look first. */
    private Optional<DistrictCode> mostMoved(Scoreboard before, Scoreboard last) {
        return analyses.rankMovement(before, last).rows().stream()
                .max(
                        Comparator.comparingInt((RankMovement.Row row) -> Math.abs(row.change()))
                                .thenComparing(
                                        RankMovement.Row::district, Comparator.reverseOrder()))
                .map(RankMovement.Row::district);
    }

    private static Component createDistrictPicker(
            Scoreboard last, Optional<DistrictCode> district, PageState state, Words words) {
        ComboBox<District> picker = new ComboBox<>();
        picker.setId("why-district");
        picker.setLabel(words.of("ranking.district"));
        picker.setItems(last.districts());
        picker.setItemLabelGenerator(one -> words.of(one.name()));
        district.flatMap(last::district).ifPresent(picker::setValue);
        picker.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                UI.getCurrent()
                        .navigate(
                                TrendsNavigation.PATH,
                                state.with(TrendsNavigation.DISTRICT, change.getValue().code())
                                        .toQuery());
            }
        });
        Div filter = new Div(picker);
        filter.addClassName("filter");
        return filter;
    }

    private void addMovement(
            Section section,
            DistrictCode district,
            Optional<Scoreboard> before,
            Followed followed,
            PageState state,
            Words words) {
        Scoreboard last = followed.last();
        if (before.isEmpty()) {
            Paragraph single = new Paragraph(words.of("why.single"));
            single.setId("why-none");
            section.add(single);
            return;
        }
        RoundId earlier = before.get().stored().agreement().round();
        movements
                .of(district, before.get(), last)
                .ifPresentOrElse(
                        movement -> {
                            section.add(
                                    new MovementSection(
                                            movement,
                                            analyses.rankMovement(before.get(), last).row(district),
                                            earlier,
                                            followed,
                                            state,
                                            words));
                            section.add(
                                    TableLink.csv(
                                            "movement",
                                            round(last),
                                            state,
                                            "&district=" + district,
                                            words));
                        },
                        () -> {
                            Paragraph none =
                                    new Paragraph(words.of("why.no-total", words.round(earlier)));
                            none.setId("why-none");
                            section.add(none);
                        });
    }

    private void addCourse(
            Section section, DistrictCode district, Scoreboard last, PageState state, Words words) {
        if (last.ranking().row(district).map(Ranking.Row::scorecard).isEmpty()) {
            return;
        }
        List<Measurement> figures = courses.figures(last, district);
        MeasureKey measure = measure(last, figures, state);
        List<LocalDate> days =
                figures.stream()
                        .map(Measurement::asOf)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        section.add(
                new CourseSection(
                        last,
                        courses.follow(last, district, measure, figures),
                        days,
                        state,
                        words));
        section.add(
                TableLink.csv(
                        "course",
                        round(last),
                        state,
                        "&district=" + district + "&measure=" + measure,
                        words));
    }

    private static RoundId round(Scoreboard scoreboard) {
        return scoreboard.stored().agreement().round();
    }

    /** The chosen measure, else the first number that was reported for most days. */
    private static MeasureKey measure(
            Scoreboard scoreboard, List<Measurement> figures, PageState state) {
        List<MeasureKey> all = CourseSection.measuresOf(scoreboard);
        return state.chosen(TrendsNavigation.COURSE)
                .filter(all::contains)
                .orElseGet(() ->
                        all.stream()
                                .filter(key ->
                                        scoreboard
                                                .stored()
                                                .agreement()
                                                .measure(key)
                                                .filter(one -> one.kind().isNumeric())
                                                .isPresent())
                                .max(
                                        Comparator.comparingLong(
                                                        (MeasureKey key) -> days(figures, key))
                                                .thenComparing(
                                                        all::indexOf, Comparator.reverseOrder()))
                                .orElseGet(all::getFirst));
    }

    private static long days(List<Measurement> figures, MeasureKey measure) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(measure))
                .map(Measurement::asOf)
                .distinct()
                .count();
    }
}
