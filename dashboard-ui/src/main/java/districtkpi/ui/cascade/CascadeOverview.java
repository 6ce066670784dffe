package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.DistrictCascade;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.Pages;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How far each district handed the agreement down. */
class CascadeOverview extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final List<DistrictCascade> cascades;
    private final PageState state;
    private final Words words;

    CascadeOverview(
            Scoreboard scoreboard,
            Map<DistrictCode, DistrictCascade> all,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.cascades =
                scoreboard.districts().stream()
                        .map(District::code)
                        .map(code -> all.getOrDefault(code, DistrictCascade.none(code)))
                        .toList();
        this.state = state;
        this.words = words;
        getContent().addClassName("page");
        Pages<District> pages =
                Pages.of(
                        scoreboard.districts().stream()
                                .filter(one -> DistrictSearch.finds(state, one))
                                .toList(),
                        state);
        Map<DistrictCode, DistrictCascade> known =
                cascades.stream()
                        .collect(Collectors.toMap(DistrictCascade::district, Function.identity()));
        getContent()
                .add(
                        createFigures(),
                        new Filter(
                                words,
                                new DistrictSearch(
                                        "cascade-find", CascadeNavigation.CASCADE, state, words)));
        getContent()
                .add(
                        pages.all().isEmpty()
                                ? new Paragraph(words.of("district-search.none"))
                                : createTable(pages.shown(), known));
        pages.links(CascadeNavigation.CASCADE, state, words).ifPresent(getContent()::add);
    }

    private Component createFigures() {
        long districts = cascades.size();
        Div figures = new Div();
        figures.addClassName("figures");
        figures.add(
                new Figure(
                        "cascade-acknowledged",
                        words.of("cascade.overview.acknowledged"),
                        words.number(count(this::isAcknowledged)),
                        words.of("cascade.overview.of-districts", words.number(districts))),
                new Figure(
                        "cascade-complete",
                        words.of("cascade.overview.complete"),
                        words.number(count(one -> missing(one).isEmpty())),
                        words.of("cascade.overview.of-districts", words.number(districts))),
                new Figure(
                        "cascade-waiting",
                        words.of("cascade.overview.waiting"),
                        words.number(sum(DistrictCascade::unacknowledged))),
                new Figure(
                        "cascade-without-sheet",
                        words.of("cascade.overview.without-sheet"),
                        words.number(sum(DistrictCascade::withoutSheet))));
        return figures;
    }

    private long count(Predicate<DistrictCascade> condition) {
        return cascades.stream().filter(condition).count();
    }

    private long sum(ToLongFunction<DistrictCascade> number) {
        return cascades.stream().mapToLong(number).sum();
    }

    private boolean isAcknowledged(DistrictCascade one) {
        return one.acknowledgement()
                .map(AgreementAcknowledgement::version)
                .filter(version -> version == scoreboard.stored().version())
                .isPresent();
    }

    private List<IndicatorId> missing(DistrictCascade one) {
        return scoreboard
                .agreement()
                .indicators()
                .filter(indicator -> indicator.appliesIn(one.district()))
                .map(Indicator::id)
                .filter(id -> !one.cascaded().contains(id))
                .toList();
    }

    private Component createTable(
            List<District> districts, Map<DistrictCode, DistrictCascade> known) {
        DataTable table =
                new DataTable(
                                "cascade",
                                words.of("cascade.overview.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words)
                        .column(words.of("ranking.district"))
                        .column(words.of("cascade.overview.agreement"))
                        .atFirstSight()
                        .column(words.of("cascade.missing"))
                        .numbers(words.of("cascade.officers"))
                        .numbers(words.of("cascade.overview.without-sheet"))
                        .numbers(words.of("cascade.overview.waiting"));
        for (District district : districts) {
            DistrictCascade one =
                    known.getOrDefault(district.code(), DistrictCascade.none(district.code()));
            List<IndicatorId> missing = missing(one);
            table.row()
                    .id("cascade-" + one.district())
                    .header(
                            CascadeNavigation.district(
                                    state, one.district(), words.of(district.name())))
                    .cell(
                            isAcknowledged(one)
                                    ? words.of("cascade.overview.yes")
                                    : one.acknowledgement()
                                            .map(older ->
                                                    words.of(
                                                            "cascade.overview.older",
                                                            words.number(older.version())))
                                            .orElseGet(() -> words.of("cascade.overview.no")))
                    .cell(
                            missing.isEmpty()
                                    ? words.of("cascade.overview.none-missing")
                                    : missing.stream()
                                            .map(IndicatorId::value)
                                            .collect(Collectors.joining(", ")))
                    .number(words.number(one.officers()))
                    .number(words.number(one.withoutSheet()))
                    .number(words.number(one.unacknowledged()));
        }
        return table;
    }
}
