package districtkpi.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.MoveSet;
import districtkpi.ui.parts.DataTable;
import java.util.List;
import java.util.stream.Collectors;

/** What more effort brings: each set that no other one beats, from cheap to dear. */
class PriceList extends Composite<Div> {

    private static final int MAX_SHOWN = 15;

    PriceList(Plan plan, Words words) {
        getContent().addClassName("block");
        List<MoveSet> sets =
                plan.planner().front().stream().filter(set -> !set.moves().isEmpty()).toList();
        if (sets.isEmpty()) {
            getContent().add(new Paragraph(words.of("plan.price.none")));
            return;
        }
        getContent().add(new Paragraph(words.of("plan.price.explanation")));
        DataTable table =
                new DataTable("prices", words.of("plan.price.caption"), DataTable.Narrow.STACK)
                        .numbers(words.of("plan.effort-in", plan.effort().unit(words)))
                        .column(words.of("plan.price.moves"))
                        .numbers(words.of("plan.gain"))
                        .numbers(words.of("plan.total"))
                        .numbers(words.of("plan.rank"));
        int shown = 0;
        for (MoveSet set : sets.subList(0, Math.min(MAX_SHOWN, sets.size()))) {
            String moves =
                    set.moves().stream()
                            .map(move ->
                                    words.of(
                                            "plan.chart.move",
                                            move.move().indicator().id(),
                                            words.level(move.move().indicator(), move.level())))
                            .collect(Collectors.joining(" · "));
            table.row()
                    .id("prices-" + shown++)
                    .number(words.effort(set.effort()))
                    .cell(moves)
                    .number(words.difference(set.gain()))
                    .number(set.points().map(words::total).orElse("–"))
                    .number(set.rank().isPresent() ? words.number(set.rank().getAsInt()) : "–");
        }
        getContent().add(table);
        if (sets.size() > MAX_SHOWN) {
            getContent()
                    .add(
                            new Paragraph(
                                    words.of(
                                            "plan.price.more",
                                            words.number(MAX_SHOWN),
                                            words.number(sets.size()))));
        }
    }
}
