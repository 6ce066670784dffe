package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.scoring.movement.Trend;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every district through the rounds: {@code trend.csv}, by district, then what is followed, then
 * round.
 */
@Component
@Order(40)
final class TrendTable implements RoundTableSource {

    /**
     * A value of a district in a round.
     *
     * @param kind {@code total}, {@code section} or {@code concept}
     * @param key {@code total}, the section or the concept
     * @param score of a concept; absent for totals
     * @param comparable false where the concept is measured otherwise than in the last round before
     *     that has it
     */
    record Row(
            Scoreboard board,
            DistrictCode district,
            String kind,
            String key,
            Optional<BigFraction> points,
            OptionalInt rank,
            @Nullable IndicatorScore score,
            boolean comparable) {

        RoundId round() {
            return board.agreement().round();
        }

        Optional<District> named() {
            return board.district(district);
        }

        Optional<IndicatorScore> scored() {
            return Optional.ofNullable(score);
        }

        Optional<IndicatorId> indicator() {
            return scored().map(one -> one.indicator().id());
        }

        Optional<BigFraction> levelScore() {
            return score instanceof IndicatorScore.WithLevel found
                    ? Optional.of(found.levelScore())
                    : Optional.empty();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", Row::round)
                    .word("district", Row::district)
                    .text("district_th", row -> row.named().map(d -> d.name().th()).orElse(""))
                    .text("district_en", row -> row.named().map(d -> d.name().en()).orElse(""))
                    .word("kind", Row::kind)
                    .word("key", Row::key)
                    .cell("indicator", Cell.Kind.TEXT, row -> Cells.word(row.indicator()))
                    .exact("points_100", Row::points)
                    .cell("rank", Cell.Kind.WHOLE, row -> Cells.whole(row.rank()))
                    .exact("level_score", Row::levelScore)
                    .cell(
                            "status",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.scored().map(ScoresTable::status)))
                    .flag("comparable", Row::comparable)
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final VisibleScoreboards scoreboards;
    private final Analyses analyses;

    TrendTable(VisibleScoreboards scoreboards, Analyses analyses) {
        this.scoreboards = scoreboards;
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("trend", Set.of(), COLUMNS, asked -> trend(asked.boards()))
                .across()
                .filtered(Choice.DISTRICT_AND_PARTS, TrendTable::isWanted)
                .withWide(WideTables::trend);
    }

    /** Of one round the trend is that of the round and all before it. */
    private List<Row> trend(List<Scoreboard> boards) {
        List<Scoreboard> all =
                boards.size() == 1
                        ? scoreboards.upTo(boards.getFirst(), Integer.MAX_VALUE)
                        : boards;
        return rows(all, analyses.trend(all));
    }

    /**
     * @param rounds of the trend, in order
     */
    static List<Row> rows(List<Scoreboard> rounds, Trend trend) {
        List<Row> rows = new ArrayList<>();
        for (DistrictTrend district : trend.districts()) {
            addTotals(rounds, district, rows);
            for (Trend.Concept concept : trend.concepts()) {
                addConcept(rounds, district, concept, rows);
            }
        }
        return rows;
    }

    /** Of all rounds, the newest first: what its agreement has stands in its order. */
    private static Set<SectionId> sections(List<Scoreboard> rounds) {
        return rounds.reversed().stream()
                .flatMap(board -> board.agreement().sections().stream())
                .map(SectionTerms::section)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void addTotals(List<Scoreboard> rounds, DistrictTrend district, List<Row> rows) {
        for (int round = 0; round < rounds.size(); round++) {
            Scoreboard board = rounds.get(round);
            Optional<Ranking.Row> place = district.rows().get(round);
            if (place.isPresent()) {
                rows.add(
                        new Row(
                                board,
                                district.district(),
                                "total",
                                "total",
                                place.get().scorecard().total().points(),
                                place.get().rank(),
                                null,
                                true));
            }
        }
        for (SectionId section : sections(rounds)) {
            for (int round = 0; round < rounds.size(); round++) {
                Scoreboard board = rounds.get(round);
                district.rows()
                        .get(round)
                        .flatMap(place -> place.scorecard().section(section))
                        .ifPresent(total ->
                                rows.add(
                                        new Row(
                                                board,
                                                district.district(),
                                                "section",
                                                section.value(),
                                                total.points(),
                                                OptionalInt.empty(),
                                                null,
                                                true)));
            }
        }
    }

    private static void addConcept(
            List<Scoreboard> rounds,
            DistrictTrend district,
            Trend.Concept concept,
            List<Row> rows) {
        List<Optional<Scorecard.Line>> lines = district.lines(concept);
        for (int round = 0; round < rounds.size(); round++) {
            if (lines.get(round).isPresent()) {
                Scorecard.Line line = lines.get(round).get();
                rows.add(
                        new Row(
                                rounds.get(round),
                                district.district(),
                                "concept",
                                concept.concept().value(),
                                line.points(),
                                OptionalInt.empty(),
                                line.score(),
                                !concept.breaks().contains(round)));
            }
        }
    }

    /** Totals belong to the whole, sections to themselves, concepts to every part they are in. */
    static boolean isWanted(Filter filter, Row row) {
        if (!filter.wants(row.district())) {
            return false;
        }
        return switch (row.kind()) {
            case "total" -> filter.wantsTotals();
            case "section" -> filter.wantsWhole(SectionId.of(row.key()));
            default ->
                    row.scored()
                            .filter(score ->
                                    filter.wants(row.board().agreement(), score.indicator()))
                            .isPresent();
        };
    }
}
