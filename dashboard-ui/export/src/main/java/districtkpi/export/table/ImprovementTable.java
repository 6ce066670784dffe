package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.District;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.scoring.movement.DistrictImprovement;
import districtkpi.scoring.movement.DistrictImprovement.Excluded;
import districtkpi.scoring.movement.DistrictImprovement.Gain;
import districtkpi.scoring.movement.Improvement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who improved since {@linkplain districtkpi.office.analysis.EarlierRound what the round is
 * compared with}: {@code improvement.csv}, the largest gain first. Empty where that is nothing.
 */
@Component
@Order(70)
final class ImprovementTable implements RoundTableSource {

    private static final int PERCENT = 100;

    record Row(Scoreboard board, Scoreboard before, Improvement all, Improvement.Row place) {

        DistrictImprovement improvement() {
            return place.improvement();
        }

        Optional<BigFraction> gain(Function<Gain, BigFraction> part) {
            return improvement().gain().map(part);
        }

        String name(Function<District, String> name) {
            return board.district(improvement().district()).map(name).orElse("");
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.all().later().round())
                    .word("round_before", row -> row.all().earlier().round())
                    .word("district", row -> row.improvement().district())
                    .text("district_th", row -> row.name(district -> district.name().th()))
                    .text("district_en", row -> row.name(district -> district.name().en()))
                    .cell(
                            "rank_by_gain",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.place().rankByGain()))
                    .cell(
                            "rank_by_share",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.place().rankByShare()))
                    .exact("before_5", row -> row.gain(Gain::before))
                    .exact("after_5", row -> row.gain(Gain::after))
                    .exact("gained_5", row -> row.gain(Gain::gained))
                    .exact(
                            "share_of_possible_percent",
                            row -> row.improvement().share().map(s -> s.multiply(PERCENT)))
                    .flag("kept_the_top", row -> row.improvement().keptTheTop())
                    .whole(
                            "indicators_compared",
                            row -> row.improvement().gain().map(Gain::indicators).orElse(0))
                    .exact("weight_compared", row -> row.gain(Gain::weight))
                    .words(
                            "excluded",
                            row ->
                                    row.improvement().excluded().stream()
                                            .map(ImprovementTable::excluded)
                                            .toList())
                    .word("as_of", row -> row.board().asOf())
                    .flag(
                            "demonstration",
                            row ->
                                    row.board().demonstration()
                                            || row.all().earlier().demonstration())
                    .word("as_of_before", row -> row.before().asOf())
                    .build();

    private final VisibleScoreboards scoreboards;
    private final Analyses analyses;

    ImprovementTable(VisibleScoreboards scoreboards, Analyses analyses) {
        this.scoreboards = scoreboards;
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                "improvement", Set.of(), COLUMNS, asked -> improvement(asked.board()));
    }

    private List<Row> improvement(Scoreboard board) {
        return EarlierRound.of(board, scoreboards)
                .comparable()
                .map(before -> rows(board, before, analyses.improvement(before, board)))
                .orElse(List.of());
    }

    static List<Row> rows(Scoreboard board, Scoreboard before, Improvement improvement) {
        return improvement.byGain().stream()
                .map(place -> new Row(board, before, improvement, place))
                .toList();
    }

    /** The id of this round, or else of the round before, and the reason: {@code P3:ADDED}. */
    private static String excluded(Excluded one) {
        Indicator indicator = one.pairing().after().or(one.pairing()::before).orElseThrow();
        return indicator.id() + ":" + one.reason();
    }
}
