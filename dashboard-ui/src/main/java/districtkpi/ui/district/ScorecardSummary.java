package districtkpi.ui.district;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.words.Words;

/** The totals of a scorecard and its place in the province. */
class ScorecardSummary extends Composite<Div> {

    ScorecardSummary(Ranking.Row row, Ranking ranking, Words words) {
        Scorecard scorecard = row.scorecard();
        Scorecard.Total total = scorecard.total();
        Div figures = getContent();
        figures.setId("summary");
        figures.addClassName("figures");
        figures.getElement().setAttribute("role", "group");
        figures.getElement().setAttribute("aria-label", words.of("district.summary"));
        figures.add(
                new Figure(
                        "summary-rank",
                        words.of("ranking.rank"),
                        row.rank().isPresent() ? words.number(row.rank().getAsInt()) : "–",
                        rankRemark(row, ranking, words)),
                new Figure(
                        "summary-total",
                        words.of("district.total"),
                        points(total, words),
                        total.points()
                                .map(points ->
                                        words.of("district.of-five", words.outOfFive(points)))
                                .orElse("")));
        for (Scorecard.SectionTotal section : scorecard.sections()) {
            figures.add(
                    new Figure(
                            "summary-" + section.section().key(),
                            words.of(section.section().label()),
                            points(section.total(), words),
                            share(ranking, section, words)));
        }
        figures.add(
                new Figure(
                        "summary-possible",
                        words.of("district.possible"),
                        total.isComplete()
                                ? words.of("district.final")
                                : words.of(
                                        "district.range",
                                        words.total(total.possibleMin()),
                                        words.total(total.possibleMax())),
                        words.of("district.scored", words.weight(total.scoredWeight()))));
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

    private static String rankRemark(Ranking.Row row, Ranking ranking, Words words) {
        if (row.rank().isEmpty()) {
            return NoRank.reason(row.isRankWithheld(), words);
        }
        String of = words.of("district.of-districts", words.number(ranking.rows().size()));
        return row.shared() ? of + " · " + words.of("ranking.shared") : of;
    }

    private static String points(Scorecard.Total total, Words words) {
        return total.points().map(words::total).orElse("–");
    }

    private static String share(Ranking ranking, Scorecard.SectionTotal section, Words words) {
        return ranking.agreement().sections().stream()
                .filter(terms -> terms.section() == section.section())
                .findFirst()
                .map(terms -> words.of("district.share", words.number(terms.share().value())))
                .orElse("");
    }
}
