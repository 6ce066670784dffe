package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;

/** On the page of a district: its total and its rank from round to round, and why they moved. */
@org.springframework.stereotype.Component
@Order(2)
class TrendBlock implements DistrictBlock {

    private static final int MAX_ROUNDS = 8;

    private final Rounds rounds;
    private final Analyses analyses;

    TrendBlock(Rounds rounds, Analyses analyses) {
        this.rounds = rounds;
        this.analyses = analyses;
    }

    @Override
    public Place place() {
        return Place.TREND;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        List<Scoreboard> shown = rounds.upTo(scoreboard, MAX_ROUNDS);
        RoundBefore before = RoundBefore.of(shown, rounds);
        PageState shared = state.shared();
        Followed followed = Followed.of(shown, before, analyses.trend(shown), shared);
        Section block = new Section();
        block.setId("district-trend");
        block.addClassName("block");
        block.add(new H2(words.of("trends.rounds.title")));
        followed.trend()
                .district(district.code())
                .filter(_ -> shown.size() > 1)
                .map(trend -> {
                    TrendDrawings drawings = new TrendDrawings(followed, shared, words);
                    return new Chart(
                            "district-course",
                            drawings.titleOf(trend),
                            drawings.values(trend, drawings.scale(List.of(trend))),
                            words);
                })
                .ifPresent(block::add);
        before.remark(words).map(text -> new Remark("trend-remark", text)).ifPresent(block::add);
        block.add(createTable(followed, district.code(), shared, words));
        addMovement(block, followed, district.code(), shared, words);
        block.add(
                new Paragraph(
                        TrendsNavigation.linkToMovement(
                                state, district.code(), words.of("district.course.more"))));
        return block;
    }

    private static Component createTable(
            Followed followed, DistrictCode district, PageState state, Words words) {
        DataTable table =
                new DataTable(
                                "district-rounds",
                                words.of("district.rounds"),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("district.round"))
                .numbers(words.of("ranking.rank"))
                .column(words.of("ranking.change"))
                .numbers(words.of("ranking.total"))
                .numbers(words.of("why.change"));
        List<Scoreboard> shown = followed.rounds();
        for (int i = 0; i < shown.size(); i++) {
            Scoreboard round = shown.get(i);
            Optional<Scoreboard> earlier =
                    i == 0 ? Optional.empty() : Optional.of(shown.get(i - 1));
            Optional<Scoreboard> compared =
                    i == shown.size() - 1
                            ? followed.before().comparable()
                            : earlier.filter(one -> !EarlierRound.isHalfFilled(round, one));
            addRow(table, round, compared, district, state, words);
        }
        return table;
    }

    private static void addRow(
            DataTable table,
            Scoreboard round,
            Optional<Scoreboard> compared,
            DistrictCode district,
            PageState state,
            Words words) {
        Optional<Ranking.Row> row = round.ranking().row(district);
        Optional<Ranking.Row> then = compared.flatMap(one -> one.ranking().row(district));
        OptionalInt rank = row.map(Ranking.Row::rank).orElseGet(OptionalInt::empty);
        RankMovement movement =
                RankMovement.of(then.map(Ranking.Row::rank).orElseGet(OptionalInt::empty), rank);
        Span moved = movement.mark(words);
        Optional<BigFraction> total = row.flatMap(one -> one.scorecard().total().points());
        Optional<BigFraction> before = then.flatMap(one -> one.scorecard().total().points());
        table.row()
                .header(
                        DistrictNavigation.link(
                                TrendDrawings.in(state, round.agreement().round()),
                                district,
                                words.shortRound(round.agreement().round())))
                .number(rank.isPresent() ? words.number(rank.getAsInt()) : "–")
                .cell(moved)
                .number(total.map(words::total).orElse("–"))
                .number(
                        total.flatMap(now -> before.map(was -> words.difference(now.subtract(was))))
                                .orElse("–"));
    }

    private void addMovement(
            Section block, Followed followed, DistrictCode district, PageState state, Words words) {
        RoundBefore before = followed.before();
        if (before.comparable().isEmpty()) {
            if (!before.isRefused()) {
                block.add(new Paragraph(words.of("why.single")));
            }
            return;
        }
        Scoreboard earlier = before.comparable().get();
        analyses.movement(district, earlier, followed.last())
                .map(movement ->
                        new MovementSection(
                                movement,
                                analyses.rankMovement(earlier, followed.last()).row(district),
                                followed,
                                state,
                                words))
                .ifPresentOrElse(
                        section -> {
                            block.add(section);
                            section.causes().forEach(block::add);
                        },
                        () ->
                                block.add(
                                        new Paragraph(
                                                words.of(
                                                        "why.no-total",
                                                        before.name(words).orElse("")))));
    }
}
