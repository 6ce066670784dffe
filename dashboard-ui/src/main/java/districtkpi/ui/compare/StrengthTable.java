package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Strengths.IndicatorComparison;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.stream.Stream;

/** In what each district is furthest above and furthest below the province. */
class StrengthTable extends Composite<Div> {

    private static final int MAX_SHOWN = 3;

    private final Part part;
    private final PageState state;
    private final Words words;

    StrengthTable(
            Scoreboard scoreboard,
            Analyses analyses,
            List<DistrictCode> districts,
            Part part,
            DistrictNames names,
            PageState state,
            Words words) {
        this.part = part;
        this.state = state;
        this.words = words;
        DataTable table =
                new DataTable(
                                "strengths",
                                words.of("compare.strengths.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("ranking.district"))
                        .column(words.of("compare.strengths"))
                        .column(words.of("compare.weaknesses"));
        for (DistrictCode district : districts) {
            analyses.strengths(scoreboard, district)
                    .ifPresent(strengths ->
                            table.row()
                                    .id("strengths-" + district)
                                    .header(
                                            DistrictNavigation.link(
                                                    state, district, names.of(district)))
                                    .cell(
                                            list(
                                                    district,
                                                    strengths.indicators().stream()
                                                            .filter(
                                                                    IndicatorComparison
                                                                            ::isStrength),
                                                    "movement-up",
                                                    words.of("compare.strengths.none")))
                                    .cell(
                                            list(
                                                    district,
                                                    strengths.indicators().reversed().stream()
                                                            .filter(
                                                                    IndicatorComparison
                                                                            ::isWeakness),
                                                    "movement-down",
                                                    words.of("compare.weaknesses.none"))));
        }
        getContent().add(table);
    }

    private Component list(
            DistrictCode district,
            Stream<IndicatorComparison> standings,
            String style,
            String none) {
        List<IndicatorComparison> shown =
                standings
                        .filter(standing -> part.includes(standing.indicator()))
                        .limit(MAX_SHOWN)
                        .toList();
        if (shown.isEmpty()) {
            return new Span(none);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("compare-list");
        for (IndicatorComparison standing : shown) {
            Anchor indicator =
                    DistrictNavigation.linkToIndicator(state, district, standing.indicator().id());
            indicator.setText(standing.indicator().id().value());
            Span difference = new Span(words.difference(standing.difference()));
            difference.addClassNames("compare-difference", style);
            Span place =
                    new Span(
                            words.of(
                                    "compare.place",
                                    words.number(standing.rank()),
                                    words.number(standing.of())));
            place.addClassName("of-name");
            list.add(
                    new ListItem(
                            indicator,
                            new Span(" " + words.of(standing.indicator().name()) + " "),
                            difference,
                            place));
        }
        return list;
    }
}
