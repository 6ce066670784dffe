package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.agreement.AgreementNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** Every district's level in every indicator. */
class LevelGrid extends Composite<Div> {

    private final PageState state;
    private final Words words;

    LevelGrid(Scoreboard scoreboard, Part part, PageState state, Words words) {
        this.state = state;
        this.words = words;
        DataTable table =
                new DataTable("levels", words.of("grid.caption"), DataTable.Narrow.SCROLL);
        table.column(words.of("ranking.district"));
        for (SectionTerms terms : scoreboard.stored().agreement().sections()) {
            for (Indicator indicator : terms.indicators()) {
                if (part.includes(terms.section(), indicator)) {
                    table.column(indicator.id().value(), header(terms, indicator))
                            .addClassNames("indicator-header", terms.section().key());
                }
            }
        }
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            scoreboard
                    .district(row.scorecard().district())
                    .ifPresent(district -> addRow(table, part, row.scorecard(), district));
        }
        getContent().add(table);
    }

    private Component header(SectionTerms terms, Indicator indicator) {
        Anchor id = AgreementNavigation.linkToIndicator(state, indicator.id());
        id.addClassName("indicator-id");
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("indicator-name");
        name.setTitle(words.of(indicator.name()));
        Span weight = new Span(words.of("grid.weight", words.number(indicator.weight())));
        weight.addClassName("indicator-weight");
        return new Div(new HiddenText(words.of(terms.section().label())), id, name, weight);
    }

    private void addRow(DataTable table, Part part, Scorecard scorecard, District district) {
        DataTable.Row cells = table.row().id("levels-" + district.code());
        cells.header(DistrictNavigation.link(state, district.code(), words.of(district.name())));
        for (Scorecard.Line line : part.lines(scorecard)) {
            Anchor cell =
                    DistrictNavigation.linkToIndicator(
                            state, district.code(), line.score().indicator().id());
            // The row's header leads there too: one stop a row is enough for the keyboard.
            cell.setTabIndex(-1);
            cell.add(LevelMark.of(line.score(), words));
            cells.styled("level-cell", cell);
        }
    }
}
