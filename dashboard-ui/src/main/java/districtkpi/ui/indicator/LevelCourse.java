package districtkpi.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The level of every district on the days of the round that figures describe, and since when. */
class LevelCourse extends Composite<Div> {

    private static final int MAX_DAYS = 8;
    private static final int MAX_ROWS = 50;

    LevelCourse(
            Scoreboard scoreboard,
            IndicatorId indicator,
            Analyses analyses,
            Rounds rounds,
            PageState state,
            Words words) {
        getContent().addClassName("indicator-course");
        List<LocalDate> days =
                analyses.days(scoreboard).stream()
                        .filter(day -> !day.isAfter(scoreboard.asOf()))
                        .limit(MAX_DAYS)
                        .toList()
                        .reversed();
        if (days.isEmpty()) {
            getContent().add(new Paragraph(words.of("round.no-figures")));
            return;
        }
        List<Scoreboard> boards = new ArrayList<>();
        PageState ofRound = state.withRound(scoreboard.agreement().round());
        for (LocalDate day : days) {
            rounds.scoreboard(ofRound.withDay(day)).ifPresent(boards::add);
        }
        DataTable table =
                new DataTable(
                                "level-course",
                                words.of("indicator.course", indicator),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("ranking.district"));
        days.forEach(day -> table.column(words.shortDate(day)));
        table.column(words.of("indicator.since"));
        scoreboard.ranking().rows().stream()
                .limit(MAX_ROWS)
                .forEach(row -> addRow(table, row, scoreboard, boards, indicator, state, words));
        getContent().add(table, new Paragraph(words.of("indicator.course.explanation")));
    }

    private static void addRow(
            DataTable table,
            Ranking.Row row,
            Scoreboard scoreboard,
            List<Scoreboard> boards,
            IndicatorId indicator,
            PageState state,
            Words words) {
        DistrictCode code = row.scorecard().district();
        String name = new DistrictNames(scoreboard, words).of(code);
        DataTable.Row cells =
                table.row()
                        .id("course-" + code)
                        .header(DistrictNavigation.linkToIndicator(state, code, indicator, name));
        Optional<LocalDate> since = Optional.empty();
        int last = row.scorecard().line(indicator).score().countingLevel().orElse(0);
        for (Scoreboard board : boards) {
            Optional<IndicatorScore> score =
                    board.ranking().row(code).map(one -> one.scorecard().line(indicator).score());
            cells.styled("level-cell", mark(score, words));
            boolean there = score.filter(one -> one.countingLevel().orElse(-1) >= last).isPresent();
            since = there ? since.or(() -> Optional.of(board.asOf())) : Optional.empty();
        }
        cells.cell(last == 0 ? "–" : since.map(words::shortDate).orElse("–"));
    }

    private static Component mark(Optional<IndicatorScore> score, Words words) {
        return score.<Component>map(one -> LevelMark.of(one, words)).orElseGet(() -> new Span("–"));
    }
}
