package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.ui.parts.Figure;

/** The province at a glance: mean, median, spread. */
class ProvinceFigures extends Composite<Div> {

    ProvinceFigures(Ranking.Statistics statistics, Words words) {
        getContent().setId("province");
        getContent().addClassName("figures");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", words.of("province"));
        getContent()
                .add(
                        new Figure(
                                "province-mean",
                                words.of("province.mean"),
                                words.total(statistics.mean()),
                                words.of("province.mean.remark", words.number(statistics.count()))),
                        new Figure(
                                "province-median",
                                words.of("province.median"),
                                words.total(statistics.median())),
                        new Figure(
                                "province-spread",
                                words.of("province.spread"),
                                words.total(statistics.spread()),
                                words.of(
                                        "province.spread.remark",
                                        words.total(statistics.lowest()),
                                        words.total(statistics.highest()))),
                        new Figure(
                                "province-deviation",
                                words.of("province.deviation"),
                                words.total(statistics.standardDeviation())));
    }
}
