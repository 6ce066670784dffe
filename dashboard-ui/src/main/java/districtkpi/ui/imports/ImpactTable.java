package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.importer.ImportReport.LevelChange;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.fraction.BigFraction;

/** The ranking before and after, one table for each round, with the levels that move. */
class ImpactTable extends Composite<Div> {

    private final List<LevelChange> levels;
    private final Rounds rounds;
    private final Words words;

    ImpactTable(List<Impact> impact, List<LevelChange> levels, Rounds rounds, Words words) {
        this.levels = levels;
        this.rounds = rounds;
        this.words = words;
        getContent().setId("impact");
        impact.stream()
                .map(Impact::round)
                .distinct()
                .sorted()
                .forEach(round ->
                        getContent()
                                .add(
                                        createTable(
                                                round,
                                                impact.stream()
                                                        .filter(one -> one.round().equals(round))
                                                        .toList())));
    }

    private DataTable createTable(RoundId round, List<Impact> impacts) {
        DataTable table =
                new DataTable(
                        "impact-" + round,
                        words.of("impact.caption", words.round(round)),
                        DataTable.Narrow.STACK);
        table.column(words.of("ranking.district"))
                .numbers(words.of("impact.total-before"))
                .numbers(words.of("impact.total-after"))
                .numbers(words.of("impact.change"))
                .numbers(words.of("impact.rank-before"))
                .numbers(words.of("impact.rank-after"))
                .column(words.of("impact.movement"))
                .column(words.of("impact.levels"));
        Optional<Scoreboard> scoreboard = rounds.scoreboard(PageState.EMPTY.withRound(round));
        impacts.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Impact i) -> i.rankAfter().orElse(Integer.MAX_VALUE))
                                .thenComparing(Impact::district))
                .forEach(impact -> addRow(table, impact, name(scoreboard, impact)));
        return table;
    }

    private String name(Optional<Scoreboard> scoreboard, Impact impact) {
        return scoreboard
                .flatMap(s -> s.district(impact.district()))
                .map(district -> words.of(district.name()))
                .orElse(impact.district().value());
    }

    private void addRow(DataTable table, Impact impact, String name) {
        RankMovement movement = RankMovement.of(impact.rankBefore(), impact.rankAfter());
        Span moved = new Span(movement.in(words));
        moved.addClassNames("movement", movement.style());
        boolean changed =
                !impact.totalBefore().equals(impact.totalAfter())
                        || !impact.rankBefore().equals(impact.rankAfter());
        table.row()
                .id("impact-" + impact.round() + "-" + impact.district())
                .style(changed ? "changed" : "unchanged")
                .header(new Span(name))
                .number(total(impact.totalBefore()))
                .number(total(impact.totalAfter()))
                .number(change(impact))
                .number(rank(impact.rankBefore()))
                .number(rank(impact.rankAfter()))
                .styled("movement-cell", moved)
                .cell(levels(impact));
    }

    /** The indicators whose level moves: {@code P7 3 → 4}. */
    private Div levels(Impact impact) {
        Div cell = new Div();
        levels.stream()
                .filter(change ->
                        change.round().equals(impact.round())
                                && change.district().equals(impact.district())
                                && !change.levelBefore().equals(change.levelAfter()))
                .forEach(change -> {
                    Span moved =
                            new Span(
                                    words.of(
                                            "impact.level",
                                            change.indicator(),
                                            rank(change.levelBefore()),
                                            rank(change.levelAfter())));
                    moved.addClassName("level-change");
                    cell.add(moved);
                });
        return cell;
    }

    private String total(Optional<BigFraction> total) {
        return total.map(words::total).orElse("–");
    }

    private String rank(OptionalInt rank) {
        return rank.isPresent() ? words.number(rank.getAsInt()) : "–";
    }

    private String change(Impact impact) {
        return impact.totalBefore()
                .flatMap(before ->
                        impact.totalAfter().map(after -> words.difference(after.subtract(before))))
                .orElse("–");
    }
}
