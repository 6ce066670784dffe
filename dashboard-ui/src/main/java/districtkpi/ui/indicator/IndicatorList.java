package districtkpi.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Influence;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.LevelScale;
import districtkpi.ui.state.PageState;

/** All indicators of a round, a row each: weight, mean, how many reached which level. */
class IndicatorList extends Composite<Div> {

    IndicatorList(Influence influence, PageState state, Words words) {
        DataTable table =
                new DataTable(
                                "indicator-list",
                                words.of("weights.influence.caption"),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("district.indicator"))
                .numbers(words.of("weights.influence.nominal"))
                .numbers(words.of("weights.influence.mean"))
                .column(words.of("weights.influence.levels"))
                .column(words.of("indicator.decides"));
        for (Influence.OfIndicator one : influence.indicators()) {
            Indicator indicator = one.indicator();
            table.row()
                    .id("list-" + indicator.id())
                    .header(
                            IndicatorNavigation.link(state, indicator.id()),
                            new Span(" " + words.of(indicator.name())))
                    .number(weight(one, words))
                    .number(one.meanLevel().map(words::total).orElse("–"))
                    .cell(levels(one, words))
                    .cell(decides(one, words));
        }
        getContent().addClassName("indicator-list");
        getContent().add(table);
    }

    /** What an indicator weighs in the total; of one that is watched only, that it is. */
    static String weight(Influence.OfIndicator one, Words words) {
        return one.indicator().isWatchedOnly()
                ? words.of("watched.short")
                : words.of("value.percent", words.weight(one.agreedWeight()));
    }

    /** What an indicator decides of the order, in words. */
    static String decides(Influence.OfIndicator one, Words words) {
        return switch (one.separation()) {
            case SAME_FOR_ALL -> words.of("grid.same");
            case TOO_FEW -> words.of("grid.too-few");
            case SEPARATES ->
                    one.varianceShare()
                            .map(share -> words.of("grid.share", words.part(share)))
                            .orElseGet(() -> words.of("grid.separates"));
        };
    }

    /** A bar with a piece for each level that somebody has, as wide as districts have it. */
    private static Component levels(Influence.OfIndicator one, Words words) {
        Span bar = new Span();
        bar.addClassName("level-counts");
        for (int level = one.indicator().topLevel(); level >= 0; level--) {
            int count = one.levels().at(level);
            if (count > 0) {
                String said =
                        words.of(
                                "indicator.at-level",
                                words.level(one.indicator(), level),
                                words.number(count));
                Span piece = new Span(words.number(count));
                piece.addClassNames(
                        "level-count", "level-" + LevelScale.shade(one.indicator(), level));
                piece.setTitle(said);
                piece.getElement().setAttribute("role", "img");
                piece.getElement().setAttribute("aria-label", said);
                piece.getElement().getStyle().setFlexGrow(String.valueOf(count));
                bar.add(piece);
            }
        }
        return bar;
    }
}
