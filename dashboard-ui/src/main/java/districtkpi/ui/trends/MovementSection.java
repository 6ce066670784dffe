package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.Pairing;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/** Why the total and the rank of one district moved since the round before. */
class MovementSection extends Composite<Div> {

    private static final int CAUSES_IN_SENTENCE = 3;

    private final TrendWords trendWords;
    private final PageState state;
    private final Words words;
    private final RoundId earlier;
    private final RoundId later;

    /**
     * @param earlier the round before
     * @param rank absent unless the district has a total in both rounds
     */
    MovementSection(
            TotalMovement movement,
            Optional<RankMovement.Row> rank,
            RoundId earlier,
            Followed followed,
            PageState state,
            Words words) {
        this.trendWords = new TrendWords(words, followed);
        this.state = state;
        this.words = words;
        this.earlier = earlier;
        this.later = followed.last().stored().agreement().round();
        Div content = getContent();
        content.addClassName("block");
        content.setId("movement");
        content.add(
                new H3(words.of("why.title", words.shortRound(earlier), words.shortRound(later))));
        content.add(createSentence(movement));
        rank.ifPresent(row -> content.add(createRankSentence(row)));
        if (!movement.steps().isEmpty()) {
            content.add(new Chart("why-chart", drawing(movement), words));
        }
        content.add(createTable(movement));
        if (movement.indicators().stream().anyMatch(IndicatorMovement::figureMissing)) {
            content.add(new Paragraph(words.of("why.missing")));
        }
        if (movement.applicabilityChanged()) {
            content.add(new Paragraph(words.of("why.applicability")));
        }
        content.add(new Paragraph(words.of("why.method")));
    }

    private Component createSentence(TotalMovement movement) {
        String name = trendWords.name(movement.district());
        Paragraph sentence = new Paragraph();
        sentence.setId("why-sentence");
        int direction = movement.change().compareTo(BigFraction.ZERO);
        String key = direction > 0 ? "why.rose" : direction < 0 ? "why.fell" : "why.stayed";
        sentence.add(
                new Span(
                        words.of(
                                key,
                                name,
                                words.total(movement.before()),
                                words.total(movement.after()),
                                words.difference(movement.change()))));
        List<TotalMovement.Step> largest =
                movement.largestSteps().stream().limit(CAUSES_IN_SENTENCE).toList();
        if (!largest.isEmpty()) {
            sentence.add(
                    new Span(
                            " "
                                    + words.of(
                                            "why.mostly",
                                            largest.stream()
                                                    .map(step -> part(movement, step))
                                                    .collect(
                                                            Collectors.joining(
                                                                    words.of("why.and"))))));
        }
        return sentence;
    }

    private String part(TotalMovement movement, TotalMovement.Step step) {
        String cause = trendWords.cause(step.cause());
        String change = words.difference(step.change());
        return movement.largest(step.cause())
                .map(most ->
                        words.of(
                                "why.part-most",
                                cause,
                                change,
                                id(most.pairing()),
                                words.difference(step.cause().in(most.parts()))))
                .orElseGet(() -> words.of("why.part", cause, change));
    }

    private static String id(Pairing pairing) {
        return pairing.after().or(pairing::before).orElseThrow().id().value();
    }

    private Component createRankSentence(RankMovement.Row row) {
        Paragraph sentence =
                new Paragraph(
                        words.of(
                                "why.rank",
                                words.number(row.before()),
                                words.number(row.after()),
                                words.signed(row.own()),
                                words.signed(row.others())));
        sentence.setId("why-rank");
        return sentence;
    }

    private Drawing drawing(TotalMovement movement) {
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(total(movement, earlier, movement.before()));
        for (TotalMovement.Step step : movement.steps()) {
            String cause = trendWords.cause(step.cause());
            String text = words.of("why.mark", cause, words.difference(step.change()));
            boolean gain = step.change().compareTo(BigFraction.ZERO) > 0;
            steps.add(
                    new Waterfall.Step(
                            text,
                            TrendWords.drawn(step.from()),
                            gain ? "--gain" : "--loss",
                            new Mark(
                                    TrendWords.drawn(step.to()),
                                    text,
                                    target(movement, step.cause()))));
        }
        steps.add(total(movement, later, movement.after()));
        return new Waterfall(
                words.of("why.label", trendWords.name(movement.district())),
                Scale.hundred(words.of("ranking.total")),
                steps);
    }

    private Waterfall.Step total(TotalMovement movement, RoundId round, BigFraction total) {
        String text = words.of("why.mark", words.shortRound(round), words.total(total));
        return new Waterfall.Step(
                text,
                BigDecimal.ZERO,
                "--team",
                new Mark(
                        TrendWords.drawn(total),
                        text,
                        DistrictNavigation.link(
                                        TrendDrawings.in(state, round), movement.district(), "")
                                .getHref()));
    }

    /** The indicator that the cause is mostly about. */
    private String target(TotalMovement movement, Cause cause) {
        return movement.largest(cause)
                .map(IndicatorMovement::pairing)
                .map(pairing -> link(movement.district(), pairing).getHref())
                .orElse("");
    }

    /** To the scorecard of the round that has it. */
    private Anchor link(DistrictCode district, Pairing pairing) {
        PageState there = pairing.after().isPresent() ? state : TrendDrawings.in(state, earlier);
        return DistrictNavigation.linkToIndicator(
                there, district, pairing.after().or(pairing::before).orElseThrow().id());
    }

    private DataTable createTable(TotalMovement movement) {
        DataTable table =
                new DataTable(
                                "why-table",
                                words.of(
                                        "why.caption",
                                        trendWords.name(movement.district()),
                                        words.round(earlier),
                                        words.round(later)),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("why.indicator"));
        for (Cause cause : Cause.values()) {
            table.numbers(trendWords.cause(cause));
        }
        table.numbers(words.of("why.change"));
        for (IndicatorMovement one : movement.indicators()) {
            addRow(table, movement.district(), one);
        }
        DataTable.Row all =
                table.row().id("why-all").style("sum-row").header(new Span(words.of("why.all")));
        for (Cause cause : Cause.values()) {
            all.number(points(cause.in(movement.parts())));
        }
        all.number(points(movement.change()));
        return table;
    }

    private void addRow(DataTable table, DistrictCode district, IndicatorMovement movement) {
        Pairing pairing = movement.pairing();
        Anchor name = link(district, pairing);
        name.setText(trendWords.indicator(pairing.after().or(pairing::before).orElseThrow()));
        DataTable.Row row = table.row().id("why-" + pairing.concept());
        List<String> remarks = remarks(movement);
        if (remarks.isEmpty()) {
            row.header(name);
        } else {
            Span remark = new Span(String.join(" · ", remarks));
            remark.addClassName("of-name");
            row.header(name, remark);
        }
        for (Cause cause : Cause.values()) {
            row.number(points(cause.in(movement.parts())));
        }
        row.number(points(movement.parts().total()));
    }

    private String points(BigFraction part) {
        return part.equals(BigFraction.ZERO) ? words.number(0) : words.weightedDifference(part);
    }

    private List<String> remarks(IndicatorMovement movement) {
        List<String> remarks = new ArrayList<>();
        switch (movement.pairing()) {
            case Pairing.Added _ -> remarks.add(words.of("why.remark.added"));
            case Pairing.Dropped _ -> remarks.add(words.of("why.remark.dropped"));
            case Pairing.Redefined _ -> remarks.add(words.of("why.remark.redefined"));
            case Pairing.Same _ -> {
                if (movement.applicabilityChanged()) {
                    remarks.add(words.of("why.remark.applicability"));
                }
            }
        }
        if (movement.figureMissing()) {
            remarks.add(words.of("why.remark.missing"));
        }
        return remarks;
    }
}
