package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.parts.RankSlopes;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/** The ranking before and after, one picture and table for each round, with levels that move. */
class ImpactTable extends Composite<Div> {

    /** More lines than these nobody tells apart; of more districts those that move are drawn. */
    private static final int MAX_DRAWN = 40;

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
                        addRound(
                                round,
                                impact.stream().filter(one -> one.round().equals(round)).toList()));
    }

    /** The ranks as a picture, and every figure of it behind a click. */
    private void addRound(RoundId round, List<Impact> impacts) {
        Optional<Scoreboard> scoreboard = rounds.scoreboard(PageState.EMPTY.withRound(round));
        long moved = impacts.stream().filter(ImpactTable::movesRank).count();
        String title =
                words.of(
                        "impact.title",
                        words.round(round),
                        words.number(impacts.stream().filter(ImpactTable::isChanged).count()),
                        words.number(moved));
        getContent().add(new H3(title));
        List<RankSlopes.Line> lines =
                impacts.stream()
                        .filter(one -> impacts.size() <= MAX_DRAWN || movesRank(one))
                        .limit(MAX_DRAWN)
                        .map(one ->
                                new RankSlopes.Line(
                                        name(scoreboard, one), one.rankBefore(), one.rankAfter()))
                        .toList();
        if (moved > 0) {
            getContent().add(new RankSlopes(title, lines, words));
        }
        Details figures =
                new Details(words.of("impact.figures"), createTable(round, impacts, scoreboard));
        figures.setId("impact-figures-" + round);
        getContent().add(figures);
    }

    private static boolean movesRank(Impact impact) {
        return !impact.rankBefore().equals(impact.rankAfter());
    }

    private static boolean isChanged(Impact impact) {
        return !impact.totalBefore().equals(impact.totalAfter()) || movesRank(impact);
    }

    private DataTable createTable(
            RoundId round, List<Impact> impacts, Optional<Scoreboard> scoreboard) {
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
        impacts.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Impact i) -> i.rankAfter().orElse(Integer.MAX_VALUE))
                                .thenComparing(Impact::district))
                .forEach(impact -> addRow(table, impact, scoreboard));
        return table;
    }

    private String name(Optional<Scoreboard> scoreboard, Impact impact) {
        return scoreboard
                .flatMap(s -> s.district(impact.district()))
                .map(district -> words.of(district.name()))
                .orElse(impact.district().value());
    }

    private void addRow(DataTable table, Impact impact, Optional<Scoreboard> scoreboard) {
        RankMovement movement = RankMovement.of(impact.rankBefore(), impact.rankAfter());
        Span moved = movement.mark(words);
        table.row()
                .id("impact-" + impact.round() + "-" + impact.district())
                .style(isChanged(impact) ? "changed" : "unchanged")
                .header(new Span(name(scoreboard, impact)))
                .number(total(impact.totalBefore()))
                .number(total(impact.totalAfter()))
                .number(change(impact))
                .number(rank(impact.rankBefore()))
                .number(rank(impact.rankAfter()))
                .styled("movement-cell", moved)
                .cell(levels(impact, scoreboard));
    }

    /** The indicators whose level moves: {@code P7 3 → 4}. */
    private Div levels(Impact impact, Optional<Scoreboard> scoreboard) {
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
                                            level(
                                                    scoreboard,
                                                    change.indicator(),
                                                    change.levelBefore()),
                                            level(
                                                    scoreboard,
                                                    change.indicator(),
                                                    change.levelAfter())));
                    moved.addClassName("level-change");
                    cell.add(moved);
                });
        return cell;
    }

    private String total(Optional<BigFraction> total) {
        return total.map(words::total).orElse("–");
    }

    private String level(
            Optional<Scoreboard> scoreboard, IndicatorId indicator, OptionalInt level) {
        return scoreboard
                .map(board -> words.level(board.agreement(), indicator, level))
                .orElseGet(() -> rank(level));
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
