package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.Pairing;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Why the total and the rank of one district moved since the round before. */
class MovementSection extends Composite<Div> {

    private static final int CAUSES_IN_SENTENCE = 3;

    private final TotalMovement movement;
    private final TrendWords trendWords;
    private final MovementDrawing drawing;
    private final Words words;
    private final String earlier;
    private final String later;

    /**
     * @param rank absent unless the district has a total in both rounds
     */
    MovementSection(
            TotalMovement movement,
            Optional<RankMovement.Row> rank,
            Followed followed,
            PageState state,
            Words words) {
        this.trendWords = new TrendWords(words, followed);
        this.words = words;
        this.earlier = followed.before().name(words).orElse("");
        this.later = words.shortRound(followed.last().agreement().round());
        this.drawing =
                new MovementDrawing(
                        movement,
                        rank,
                        trendWords.name(movement.district()),
                        followed.before(),
                        followed.last(),
                        state,
                        words);
        Div content = getContent();
        content.addClassName("block");
        content.setId("movement");
        this.movement = movement;
        content.add(createSentence(movement));
        rank.ifPresent(row -> content.add(createRankSentence(row)));
        if (!movement.steps().isEmpty()) {
            content.add(new Chart("why-chart", drawing.title(), drawing.whole(), words));
        }
    }

    /** The same change indicator by indicator; those that did not change are folded away. */
    List<Component> causes() {
        List<Component> content = new ArrayList<>();
        content.add(new H3(words.of("why.title", earlier, later)));
        content.add(createTable());
        List<IndicatorMovement> unchanged =
                movement.indicators().stream().filter(one -> !isMoved(one)).toList();
        if (!unchanged.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("plain-list");
            for (IndicatorMovement one : unchanged) {
                Anchor name = drawing.link(one.pairing());
                name.setText(indicator(one));
                ListItem item = new ListItem(name);
                List<String> remarks = remarks(one);
                if (!remarks.isEmpty()) {
                    item.add(" " + String.join(" · ", remarks));
                }
                list.add(item);
            }
            NativeDetails same =
                    new NativeDetails(
                            words.of("why.unchanged", words.number(unchanged.size())), list);
            same.setId("why-unchanged");
            content.add(same);
        }
        if (movement.indicators().stream().anyMatch(IndicatorMovement::figureMissing)) {
            content.add(new Paragraph(words.of("why.missing")));
        }
        if (movement.applicabilityChanged()) {
            content.add(new Paragraph(words.of("why.applicability")));
        }
        content.add(new NativeDetails(words.of("why.how"), new Paragraph(words.of("why.method"))));
        return content;
    }

    private static boolean isMoved(IndicatorMovement one) {
        return Arrays.stream(Cause.values())
                .anyMatch(cause -> !cause.in(one.parts()).equals(BigFraction.ZERO));
    }

    /** The causes that gave or took anything. */
    private List<Cause> moving() {
        return Arrays.stream(Cause.values())
                .filter(cause ->
                        movement.indicators().stream()
                                .anyMatch(one -> !cause.in(one.parts()).equals(BigFraction.ZERO)))
                .toList();
    }

    private String indicator(IndicatorMovement one) {
        return trendWords.indicator(one.pairing().after().or(one.pairing()::before).orElseThrow());
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
                                words.difference(movement.change()),
                                earlier)));
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

    private DataTable createTable() {
        DataTable table =
                new DataTable(
                                "why-table",
                                words.of(
                                        "why.caption",
                                        trendWords.name(movement.district()),
                                        earlier,
                                        later),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("why.indicator"));
        for (Cause cause : moving()) {
            table.numbers(trendWords.cause(cause));
        }
        table.numbers(words.of("why.change"));
        for (IndicatorMovement one :
                movement.indicators().stream().filter(MovementSection::isMoved).toList()) {
            addRow(table, one);
        }
        DataTable.Row all =
                table.row().id("why-all").style("sum-row").header(new Span(words.of("why.all")));
        for (Cause cause : moving()) {
            all.number(points(cause.in(movement.parts())));
        }
        all.number(points(movement.change()));
        return table;
    }

    private void addRow(DataTable table, IndicatorMovement one) {
        Pairing pairing = one.pairing();
        Anchor name = drawing.link(pairing);
        name.setText(indicator(one));
        DataTable.Row row = table.row().id("why-" + pairing.concept());
        List<String> remarks = remarks(one);
        if (remarks.isEmpty()) {
            row.header(name);
        } else {
            Span remark = new Span(String.join(" · ", remarks));
            remark.addClassName("of-name");
            row.header(name, remark);
        }
        for (Cause cause : moving()) {
            row.number(points(cause.in(one.parts())));
        }
        row.number(points(one.parts().total()));
    }

    private String points(BigFraction part) {
        return part.equals(BigFraction.ZERO) ? words.number(0) : words.difference(part);
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
