package districtkpi.ui.district;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.words.WeightWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.parts.Figure;

/** The totals of a scorecard beside its combined total, each on its own scale. */
class ScorecardSummary extends Composite<Div> {

    ScorecardSummary(Ranking.Row row, Words words) {
        Scorecard scorecard = row.scorecard();
        Scorecard.Total total = scorecard.total();
        Div figures = getContent();
        figures.setId("summary");
        figures.addClassName("figures");
        figures.getElement().setAttribute("role", "group");
        figures.getElement().setAttribute("aria-label", words.of("district.summary"));
        total.points()
                .ifPresent(points ->
                        figures.add(
                                new Figure(
                                        "summary-of-five",
                                        words.of("district.total.five"),
                                        words.outOfFive(points))));
        for (Scorecard.SectionTotal section : scorecard.sections()) {
            figures.add(
                    new Figure(
                            "summary-" + section.section().value(),
                            words.of(section.terms().name()),
                            new WeightWords(section.terms(), words)
                                    .points(section.total().points()),
                            words.of(
                                    "district.share",
                                    words.number(section.terms().share().value()))));
        }
        figures.add(
                new Figure(
                        "summary-scored",
                        words.of("ranking.completeness"),
                        words.of("value.percent", words.share(total.scoredWeight()))));
        row.toMean()
                .ifPresent(distance ->
                        figures.add(
                                new Figure(
                                        "summary-to-mean",
                                        words.of("ranking.to-mean"),
                                        words.difference(distance))));
        if (total.notApplicableWeight().signum() > 0) {
            figures.add(
                    new Figure(
                            "summary-spread",
                            words.of("district.spread"),
                            words.of("value.percent", words.number(total.notApplicableWeight())),
                            words.of("district.spread.remark")));
        }
    }
}
