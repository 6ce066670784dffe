package districtkpi.export.table;

import districtkpi.db.publication.FigureText;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.RevisionChanges;
import districtkpi.office.analysis.RevisionChanges.FigureChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a revision changed: {@code corrections.csv}, a row for each figure, level, total and rank
 * that differs from the revision before it, or, without a revision, from the newest one.
 */
@Component
@Order(110)
final class CorrectionsTable implements RoundTableSource {

    /**
     * @param kind {@code figure}, {@code level}, {@code total} or {@code rank}
     */
    record Row(
            RoundId round,
            DistrictCode district,
            String kind,
            String indicator,
            String measure,
            Cell before,
            Cell after) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", Row::round)
                    .word("district", Row::district)
                    .word("kind", Row::kind)
                    .word("indicator", Row::indicator)
                    .word("measure", Row::measure)
                    .cell("before", Cell.Kind.FIGURE, Row::before)
                    .cell("after", Cell.Kind.FIGURE, Row::after)
                    .build();

    private final PublicationRepository publications;
    private final VisibleScoreboards visible;

    CorrectionsTable(PublicationRepository publications, VisibleScoreboards visible) {
        this.publications = publications;
        this.visible = visible;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                "corrections", Set.of(), COLUMNS, asked -> corrections(asked.board()));
    }

    /** No row for the first revision, and none before anything is published. */
    private List<Row> corrections(Scoreboard board) {
        int before =
                board.publication()
                        .map(publication -> publication.revision() - 1)
                        .or(() ->
                                publications
                                        .findNewest(board.agreement().round())
                                        .map(Publication::revision))
                        .orElse(0);
        return publications
                .findScoreboard(board.agreement().round(), before)
                .map(published -> rows(visible.alike(published, board), board))
                .orElse(List.of());
    }

    static List<Row> rows(Scoreboard before, Scoreboard after) {
        RoundId round = after.agreement().round();
        RevisionChanges changes = RevisionChanges.between(before, after);
        List<Row> rows = new ArrayList<>();
        for (FigureChange change : changes.figures()) {
            rows.add(
                    new Row(
                            round,
                            change.district(),
                            "figure",
                            change.measure().indicator().value(),
                            change.measure().measure().value(),
                            figure(change.before()),
                            figure(change.after())));
        }
        for (LevelChange change : changes.levels()) {
            rows.add(
                    new Row(
                            round,
                            change.district(),
                            "level",
                            change.indicator().value(),
                            "",
                            Cells.whole(change.levelBefore()),
                            Cells.whole(change.levelAfter())));
        }
        for (Impact change : changes.places()) {
            add(
                    rows,
                    round,
                    change,
                    "total",
                    Cells.exact(change.totalBefore()),
                    Cells.exact(change.totalAfter()));
            add(
                    rows,
                    round,
                    change,
                    "rank",
                    Cells.whole(change.rankBefore()),
                    Cells.whole(change.rankAfter()));
        }
        return rows;
    }

    private static void add(
            List<Row> rows, RoundId round, Impact change, String kind, Cell before, Cell after) {
        if (!before.equals(after)) {
            rows.add(new Row(round, change.district(), kind, "", "", before, after));
        }
    }

    private static Cell figure(Optional<Measurement> figure) {
        return figure.<Cell>map(found ->
                        new Cell.Text(FigureText.of(found.value()) + ", as of " + found.asOf()))
                .orElseGet(Cell.Absent::new);
    }
}
