package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.analysis.Recent;
import districtkpi.office.words.Words;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.LevelStrip;
import districtkpi.ui.parts.NamedPlace;
import districtkpi.ui.parts.RecentMark;
import districtkpi.ui.parts.ResultCells;
import districtkpi.ui.parts.ResultInShort;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.Unfolding;
import districtkpi.ui.parts.WatchedMark;
import districtkpi.ui.state.PageState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All indicators of a district, a row each: level, value against threshold, points lost, change and
 * what is lacking. A row unfolds to why it is so and to the figures behind it; the one that the
 * address names does by itself. All points are of the total of 100.
 */
class IndicatorTable extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final DistrictCode district;
    private final Map<MeasureKey, MeasuredValue> values;
    private final Optional<TotalMovement> movement;
    private final Recent recent;
    private final Function<Scorecard.Line, Component> card;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;
    private final Opened opened;
    private final Map<String, Unfolding> unfoldings = new HashMap<>();

    /** The rows of a district that somebody opened: they stay so while its page is made anew. */
    private record Opened(DistrictCode district, Set<String> rows) {

        static Opened of(DistrictCode district) {
            UI ui = UI.getCurrent();
            Opened known = ComponentUtil.getData(ui, Opened.class);
            if (known != null && known.district().equals(district)) {
                return known;
            }
            Opened none = new Opened(district, new HashSet<>());
            ComponentUtil.setData(ui, Opened.class, none);
            return none;
        }
    }

    /**
     * @param before what it is compared with
     * @param movement since then, likewise
     * @param recent what an import changed since the reader was here before
     * @param card what a row unfolds to
     */
    IndicatorTable(
            Scoreboard scoreboard,
            RoundBefore before,
            Scorecard scorecard,
            Optional<TotalMovement> movement,
            Recent recent,
            Function<Scorecard.Line, Component> card,
            ImportLinks links,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.before = before.comparable();
        this.district = scorecard.district();
        this.values = scoreboard.values(district);
        this.movement = movement;
        this.recent = recent;
        this.card = card;
        this.links = links;
        this.state = state;
        this.words = words;
        opened = Opened.of(district);
        DataTable table =
                new DataTable("indicators", words.of("district.table"), DataTable.Narrow.STACK);
        table.column(words.of("district.indicator"))
                .column(words.of("district.level"))
                .column(words.of("result.value-and-bound"))
                .numbers(words.of("district.lost"))
                .numbers(before.sinceInShort(words).orElseGet(() -> words.of("ranking.change")))
                .column(words.of("result.gap"))
                .column(words.of("result.source"));
        List<CombinedLine> lines = CombinedLine.of(scoreboard.agreement(), scorecard);
        for (SectionTerms terms : scoreboard.agreement().sections()) {
            List<CombinedLine> own =
                    lines.stream()
                            .filter(line -> line.line().section().equals(terms.section()))
                            .toList();
            table.group("section-" + terms.section().value(), createGroup(terms, own));
            own.forEach(line -> addRow(table, line));
        }
        getContent().addClassName("indicator-table");
        getContent().add(table);
        NamedPlace.listen(getContent(), this::open);
    }

    /** Opens the row that an address names; one without such a row opens none. */
    private Optional<? extends Component> open(String id) {
        // Links that were kept from former times name the code alone.
        Optional<Unfolding> named =
                Optional.ofNullable(unfoldings.get(id))
                        .or(() -> Optional.ofNullable(unfoldings.get(DistrictNavigation.ROW + id)));
        named.ifPresent(Unfolding::open);
        return named.map(Unfolding::button);
    }

    private Component createGroup(SectionTerms terms, List<CombinedLine> lines) {
        BigFraction points =
                lines.stream().map(CombinedLine::points).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction weight =
                lines.stream().map(CombinedLine::weight).reduce(BigFraction.ZERO, BigFraction::add);
        return new Span(
                words.of(
                        "district.group",
                        words.of(terms.name()),
                        words.total(points),
                        words.total(weight)));
    }

    private void addRow(DataTable table, CombinedLine line) {
        IndicatorScore score = line.line().score();
        Indicator indicator = score.indicator();
        String id = DistrictNavigation.ROW + indicator.id();
        ResultInShort result =
                new ResultInShort(scoreboard, before, district, values, score, words);
        Unfolding unfolding =
                new Unfolding(
                        "below-" + indicator.id(),
                        words.of("district.unfold", indicator.id()),
                        () -> List.of(card.apply(line.line())));
        unfoldings.put(id, unfolding);
        if (opened.rows().contains(id)) {
            unfolding.open();
        }
        unfolding.whenTurned(open -> {
            if (open) {
                opened.rows().add(id);
            } else {
                opened.rows().remove(id);
            }
        });
        Anchor code = IndicatorNavigation.link(state, indicator.id());
        code.addClassName("indicator-code");
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("indicator-name");
        name.setTitle(words.of(indicator.name()));
        Div title = new Div(unfolding.button(), code, name);
        title.addClassName("indicator-title");
        WatchedMark.of(line.line(), words).ifPresent(title::add);
        if (recent.isChanged(district, indicator)) {
            RecentMark mark = new RecentMark(List.of(indicator.id()), words);
            mark.setId("recent-" + indicator.id());
            title.add(mark);
        }
        Span level = LevelStrip.of(score, result.part(), words);
        level.setTitle(result.inLines());
        table.row()
                .id(id)
                .style("indicator-row")
                .header(title)
                .cell(level)
                .styled("value-cell", ResultCells.value(result))
                .styled("number", ResultCells.lost(line, words))
                .styled("number change-cell", change(indicator, result))
                .styled("gap-cell", gap(result))
                .styled("source-cell", source(result));
        table.unfold(unfolding);
    }

    private Component change(Indicator indicator, ResultInShort result) {
        Optional<BigFraction> points =
                movement.flatMap(all ->
                        all.indicators().stream()
                                .filter(one -> isOf(one, indicator))
                                .map(one -> one.parts().total())
                                .reduce(BigFraction::add));
        Span change = new Span(points.map(words::difference).orElse("–"));
        points.map(by -> by.compareTo(BigFraction.ZERO))
                .filter(direction -> direction != 0)
                .ifPresent(direction ->
                        change.addClassName(direction > 0 ? "movement-up" : "movement-down"));
        result.change().ifPresent(change::setTitle);
        return change;
    }

    private static boolean isOf(IndicatorMovement one, Indicator indicator) {
        return one.pairing().after().filter(after -> after.id().equals(indicator.id())).isPresent();
    }

    private Component gap(ResultInShort result) {
        List<String> gaps = result.gaps();
        if (gaps.isEmpty()) {
            return new Span("–");
        }
        Span first =
                new Span(
                        gaps.size() == 1
                                ? gaps.getFirst()
                                : words.of(
                                        "result.gap.more",
                                        gaps.getFirst(),
                                        words.number(gaps.size() - 1)));
        first.setTitle(String.join(" · ", gaps));
        return first;
    }

    private Component source(ResultInShort result) {
        return result.measurement()
                .<Component>map(found -> {
                    Span line =
                            new Span(
                                    " "
                                            + words.fileRow(
                                                    found.origin().sheet(), found.origin().line()));
                    Div cell = new Div(links.toFile(found.origin(), state), line);
                    links.mended(found, words).ifPresent(cell::add);
                    result.source().ifPresent(cell::setTitle);
                    return cell;
                })
                .orElseGet(() -> new Span(result.source().orElse("–")));
    }
}
