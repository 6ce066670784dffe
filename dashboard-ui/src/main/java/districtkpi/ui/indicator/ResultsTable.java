package districtkpi.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.LevelStrip;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.ResultCells;
import districtkpi.ui.parts.ResultInShort;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What every district has in one indicator, the highest level first, each with its figure's row.
 */
class ResultsTable extends Composite<Div> {

    /** Nobody reads more rows; the file has them all. */
    private static final int MAX_ROWS = 50;

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final Indicator indicator;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;

    /**
     * @param before what it is compared with
     */
    ResultsTable(
            Scoreboard scoreboard,
            RoundBefore before,
            Indicator indicator,
            ImportLinks links,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.before = before.comparable();
        this.indicator = indicator;
        this.links = links;
        this.state = state;
        this.words = words;
        DataTable table =
                new DataTable(
                                "results",
                                words.of("indicator.results", indicator.id()),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words);
        table.column(words.of("ranking.district"))
                .column(words.of("district.level"))
                .atFirstSight()
                .column(words.of("result.value-and-bound"))
                .atFirstSight()
                .numbers(words.of("district.lost"))
                .column(before.sinceInShort(words).orElseGet(() -> words.of("ranking.change")))
                .column(words.of("result.gap"))
                .column(words.of("figures.as-of"))
                .column(words.of("result.source"));
        List<Ranking.Row> rows = scoreboard.ranking().rows();
        rows.stream()
                .sorted(Comparator.comparingInt(this::level).reversed())
                .limit(MAX_ROWS)
                .forEach(row ->
                        scoreboard
                                .district(row.scorecard().district())
                                .ifPresent(district -> addRow(table, row, district)));
        getContent().addClassName("indicator-results");
        before.remark(words)
                .map(text -> new Remark("results-remark", text))
                .ifPresent(getContent()::add);
        getContent().add(table);
        if (rows.size() > MAX_ROWS) {
            getContent()
                    .add(
                            new Paragraph(
                                    words.of(
                                            "watch.more",
                                            words.number(MAX_ROWS),
                                            words.number(rows.size()))));
        }
    }

    private int level(Ranking.Row row) {
        return row.scorecard().line(indicator.id()).score().countingLevel().orElse(-1);
    }

    private void addRow(DataTable table, Ranking.Row row, District district) {
        CombinedLine line =
                CombinedLine.of(scoreboard.agreement(), row.scorecard()).stream()
                        .filter(one -> one.indicator().id().equals(indicator.id()))
                        .findFirst()
                        .orElseThrow();
        IndicatorScore score = line.line().score();
        ResultInShort result =
                new ResultInShort(
                        scoreboard,
                        before,
                        district.code(),
                        scoreboard.values(district.code()),
                        score,
                        words);
        table.row()
                .id("result-" + district.code())
                .style("indicator-row")
                .header(
                        DistrictNavigation.linkToIndicator(
                                state, district.code(), indicator.id(), words.of(district.name())))
                .cell(LevelStrip.of(score, result.part(), words))
                .styled("value-cell", ResultCells.value(result))
                .styled("number", ResultCells.lost(line, words))
                .cell(result.change().orElse("–"))
                .styled("gap-cell", gap(result))
                .cell(result.measurement().map(found -> words.shortDate(found.asOf())).orElse("–"))
                .styled("source-cell", source(result));
    }

    private static Component gap(ResultInShort result) {
        String gaps = String.join(" · ", result.gaps());
        Span gap = new Span(gaps.isEmpty() ? "–" : gaps);
        gap.setTitle(gaps);
        return gap;
    }

    private Component source(ResultInShort result) {
        return result.measurement()
                .<Component>map(found -> {
                    Div cell =
                            new Div(
                                    links.toFile(found.origin(), state),
                                    new Span(
                                            " "
                                                    + words.fileRow(
                                                            found.origin().sheet(),
                                                            found.origin().line())));
                    links.mended(found, words).ifPresent(cell::add);
                    return cell;
                })
                .orElseGet(() -> new Span(result.source().orElse("–")));
    }
}
