package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.laboratory.KeptDrafts;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftEffect;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.SlopeChart;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a draft would change, beside the agreement or another draft: on this round, or on earlier
 * ones.
 */
class DraftEffects extends Composite<Section> {

    private static final int MAX_ROWS = 60;
    private static final int MAX_PAST_ROWS = 20;

    /** More would be a picture that nobody takes in; those that move are drawn first. */
    private static final int MAX_LINES = 20;

    private static final int MAX_NAMED = 4;

    private final Agreement agreement;
    private final Draft draft;
    private final Draft against;
    private final String beforeName;
    private final String afterName;
    private final Map<DistrictCode, String> names = new HashMap<>();
    private final PageState state;
    private final Words words;

    /**
     * @param past earlier rounds that the draft is tried on instead, newest first; may be empty
     * @param hasPast whether there are any to choose
     * @param kept the reader's own drafts, for their names
     */
    DraftEffects(
            Scoreboard scoreboard,
            List<Scoreboard> past,
            boolean hasPast,
            List<KeptDrafts.Named> kept,
            PageState state,
            Words words) {
        this.agreement = scoreboard.stored().agreement();
        this.draft = state.chosen(LaboratoryNavigation.DRAFT).orElse(Draft.NONE);
        this.against = state.chosen(LaboratoryNavigation.AGAINST).orElse(Draft.NONE);
        this.state = state;
        this.words = words;
        beforeName =
                against.equals(Draft.NONE)
                        ? words.of("lab.agreed")
                        : name(against, kept).orElseGet(() -> words.of("lab.other-draft"));
        afterName = name(draft, kept).orElseGet(() -> words.of("lab.draft"));
        addNames(past);
        addNames(List.of(scoreboard));
        Section section = getContent();
        section.setId("effects");
        section.addClassName("lab-result");
        H2 title = new H2(words.of("lab.effect.title", afterName, beforeName));
        title.addClassName("visually-hidden");
        section.add(title);
        if (!against.equals(Draft.NONE)) {
            section.add(createPair());
        }
        Div bar = new Div();
        bar.addClassName("lab-bar");
        if (hasPast) {
            bar.add(createTabs(!past.isEmpty()));
        }
        List<Component> effect = effect(scoreboard, draft, against, MAX_ROWS, past.isEmpty());
        section.add(effect.getFirst());
        section.add(bar);
        if (past.isEmpty()) {
            section.add(effect.subList(1, effect.size()));
            return;
        }
        for (Scoreboard earlier : past) {
            Agreement other = earlier.stored().agreement();
            section.add(new H3(words.round(other.round())));
            Optional<Draft> renamed = draft.in(agreement, other);
            Optional<Draft> beside = against.in(agreement, other);
            if (renamed.isPresent() && beside.isPresent()) {
                section.add(effect(earlier, renamed.get(), beside.get(), MAX_PAST_ROWS, true));
            } else {
                section.add(new Paragraph(words.of("lab.past.other")));
            }
        }
    }

    private void addNames(List<Scoreboard> boards) {
        boards.forEach(board ->
                board.districts().forEach(one -> names.put(one.code(), words.of(one.name()))));
    }

    private static Optional<String> name(Draft draft, List<KeptDrafts.Named> kept) {
        return kept.stream()
                .filter(one -> one.draft().equals(draft))
                .map(KeptDrafts.Named::name)
                .findFirst();
    }

    /**
     * Says what the draft is beside, with the ways to turn them round and back to the agreement.
     */
    private Component createPair() {
        Anchor swap =
                LaboratoryNavigation.again(
                        LaboratoryNavigation.against(
                                LaboratoryNavigation.with(state, against), draft),
                        words.of("lab.pair.swap"));
        swap.setId("lab-pair-swap");
        Anchor end =
                LaboratoryNavigation.again(
                        LaboratoryNavigation.against(state, Draft.NONE), words.of("lab.pair.end"));
        end.setId("lab-pair-end");
        Div pair = new Div(new Span(words.of("lab.pair", beforeName, afterName)), swap, end);
        pair.setId("lab-pair");
        pair.addClassNames("lab-pair");
        return pair;
    }

    private Component createTabs(boolean past) {
        Anchor now =
                LaboratoryNavigation.again(
                        state.with(LaboratoryNavigation.PAST, null), words.of("lab.this-round"));
        Anchor before =
                LaboratoryNavigation.again(
                        state.with(LaboratoryNavigation.PAST, LaboratoryNavigation.PastRounds.ALL),
                        words.of("lab.past"));
        before.setId("lab-past");
        (past ? before : now).getElement().setAttribute("aria-current", "true");
        Nav tabs = new Nav(now, before);
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words.of("tabs"));
        return tabs;
    }

    /** First the sentence, or why there is none; then what it is about. */
    private List<Component> effect(
            Scoreboard scoreboard, Draft tried, Draft beside, int rows, boolean complete) {
        Agreement of = scoreboard.stored().agreement();
        return switch (tried.applyTo(of)) {
            case DraftedAgreement.Unscorable(var problems) ->
                    List.of(list("lab-problems-" + of.round(), "lab.problems", problems));
            case DraftedAgreement.Scorable(var drafted, var warnings) ->
                    switch (beside.applyTo(of)) {
                        case DraftedAgreement.Unscorable(var problems) ->
                                List.of(
                                        list(
                                                "lab-problems-" + of.round(),
                                                "lab.problems.other",
                                                problems));
                        case DraftedAgreement.Scorable(var other, var _) -> {
                            Ranking after = scoreboard.rankingUnder(drafted);
                            Ranking before =
                                    beside.equals(Draft.NONE)
                                            ? scoreboard.ranking()
                                            : scoreboard.rankingUnder(other);
                            DraftEffect effect = DraftEffect.of(before, after);
                            List<Component> content = new ArrayList<>();
                            content.add(createSentence(scoreboard, effect, tried.equals(beside)));
                            if (!warnings.isEmpty()) {
                                content.add(
                                        list(
                                                "lab-warnings-" + of.round(),
                                                "lab.warnings",
                                                warnings));
                            }
                            if (complete) {
                                createChart(scoreboard, effect, before).ifPresent(content::add);
                                addTable(content, scoreboard, effect, rows);
                            }
                            yield content;
                        }
                    };
        };
    }

    private Component list(String id, String titleKey, List<LocalizedText> texts) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        texts.forEach(text -> list.add(new ListItem(words.of(text))));
        Div box = new Div(new Span(words.of(titleKey)), list);
        box.setId(id);
        box.addClassName("remark");
        return box;
    }

    private Component createSentence(Scoreboard scoreboard, DraftEffect effect, boolean unchanged) {
        Div sentence = new Div();
        sentence.setId("lab-summary-" + scoreboard.stored().agreement().round());
        sentence.addClassName("lab-sentence");
        sentence.getElement().setAttribute("role", "status");
        List<DraftEffect.OnDistrict> movers = effect.movers();
        String all = words.number(effect.districts().size());
        Span ranks =
                new Span(
                        unchanged
                                ? words.of(
                                        against.equals(Draft.NONE)
                                                ? "lab.unchanged"
                                                : "lab.unchanged.pair")
                                : switch (movers.size()) {
                                    case 0 -> words.of("lab.movers.none", all);
                                    case 1 -> words.of("lab.movers.one", all, moved(movers));
                                    default ->
                                            words.of(
                                                    "lab.movers",
                                                    words.number(movers.size()),
                                                    all,
                                                    moved(movers));
                                });
        ranks.addClassName("lab-ranks");
        sentence.add(ranks);
        Optional<String> levels = indicators(effect);
        levels.ifPresent(changed -> {
            Span line = new Span(words.of("lab.levels-change", changed));
            line.addClassName("of-name");
            sentence.add(line);
        });
        return sentence;
    }

    /** Those who move furthest first, with their ranks. */
    private String moved(List<DraftEffect.OnDistrict> movers) {
        String named =
                movers.stream()
                        .sorted(Comparator.comparingInt(DraftEffects::distance).reversed())
                        .limit(MAX_NAMED)
                        .map(one ->
                                words.of(
                                        "lab.mover",
                                        nameOf(one.district()),
                                        rank(one.rankBefore()),
                                        rank(one.rankAfter())))
                        .collect(Collectors.joining(", "));
        int others = movers.size() - MAX_NAMED;
        return others > 0 ? words.of("lab.movers.more", named, words.number(others)) : named;
    }

    private static int distance(DraftEffect.OnDistrict one) {
        return Math.abs(one.ranksUp().orElse(Integer.MAX_VALUE));
    }

    private String nameOf(DistrictCode code) {
        return names.getOrDefault(code, code.value());
    }

    /** Both orders with a line for each district; those that stay are left out of a large one. */
    private Optional<Component> createChart(
            Scoreboard scoreboard, DraftEffect effect, Ranking before) {
        List<DistrictCode> first =
                before.rows().stream().map(row -> row.scorecard().district()).toList();
        List<DraftEffect.OnDistrict> shown =
                effect.districts().size() <= MAX_LINES
                        ? effect.districts()
                        : effect.movers().stream()
                                .sorted(Comparator.comparingInt(DraftEffects::distance).reversed())
                                .limit(MAX_LINES)
                                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<DistrictCode> left =
                shown.stream()
                        .filter(one -> one.rankBefore().isPresent())
                        .map(DraftEffect.OnDistrict::district)
                        .sorted(Comparator.comparingInt(first::indexOf))
                        .toList();
        List<DistrictCode> right =
                effect.districts().stream()
                        .filter(shown::contains)
                        .filter(one -> one.rankAfter().isPresent())
                        .map(DraftEffect.OnDistrict::district)
                        .toList();
        List<SlopeChart.Line> lines =
                shown.stream()
                        .map(one ->
                                new SlopeChart.Line(
                                        nameOf(one.district()),
                                        end(left, one, one.rankBefore()),
                                        end(right, one, one.rankAfter()),
                                        movement(one),
                                        words.of(
                                                "lab.slope",
                                                nameOf(one.district()),
                                                rank(one.rankBefore()),
                                                one.totalBefore().map(words::total).orElse("–"),
                                                rank(one.rankAfter()),
                                                one.totalAfter().map(words::total).orElse("–")),
                                        DistrictNavigation.link(in(scoreboard), one.district(), "")
                                                .getHref()))
                        .toList();
        return Optional.of(
                new Chart(
                        "lab-slopes-" + scoreboard.stored().agreement().round(),
                        new ChartTitle(saysOfSlopes(effect), words.of("ranking.rank")),
                        new SlopeChart(
                                words.of("lab.slopes", beforeName, afterName),
                                beforeName,
                                afterName,
                                lines),
                        words));
    }

    private String saysOfSlopes(DraftEffect effect) {
        List<DraftEffect.OnDistrict> movers =
                effect.movers().stream().filter(one -> one.ranksUp().isPresent()).toList();
        int furthest = movers.stream().mapToInt(DraftEffects::distance).max().orElse(0);
        List<String> who =
                movers.stream()
                        .filter(one -> distance(one) == furthest)
                        .map(one -> nameOf(one.district()))
                        .toList();
        return who.isEmpty()
                ? words.of("lab.movers.none", words.number(effect.districts().size()))
                : words.of(
                        "lab.says",
                        DistrictNames.together(who, words),
                        words.countOfRanks(furthest));
    }

    private Optional<SlopeChart.Line.End> end(
            List<DistrictCode> order, DraftEffect.OnDistrict one, OptionalInt rank) {
        int row = order.indexOf(one.district());
        return row < 0
                ? Optional.empty()
                : Optional.of(
                        new SlopeChart.Line.End(
                                row,
                                rank.orElseThrow(),
                                words.of("lab.slope.end", rank(rank), nameOf(one.district()))));
    }

    private static SlopeChart.Movement movement(DraftEffect.OnDistrict one) {
        int up = one.ranksUp().orElse(0);
        if (up == 0) {
            return SlopeChart.Movement.NONE;
        }
        return up > 0 ? SlopeChart.Movement.UP : SlopeChart.Movement.DOWN;
    }

    private void addTable(
            List<Component> content, Scoreboard scoreboard, DraftEffect effect, int rows) {
        DataTable table =
                new DataTable(
                                "lab-effect-" + scoreboard.stored().agreement().round(),
                                words.of(
                                        "lab.effect.caption",
                                        words.round(scoreboard.stored().agreement().round())),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("ranking.district"))
                .numbers(words.of("lab.total", beforeName))
                .numbers(words.of("lab.total", afterName))
                .numbers(words.of("lab.difference"))
                .numbers(words.of("lab.rank", beforeName))
                .numbers(words.of("lab.rank", afterName))
                .column(words.of("impact.movement"))
                .column(words.of("lab.levels"));
        effect.districts().stream()
                .limit(rows)
                .forEach(district -> addRow(table, scoreboard, district));
        content.add(table);
        if (effect.districts().size() > rows) {
            content.add(
                    new Paragraph(
                            words.of(
                                    "lab.more-rows",
                                    words.number(rows),
                                    words.number(effect.districts().size()))));
        }
    }

    private void addRow(DataTable table, Scoreboard scoreboard, DraftEffect.OnDistrict district) {
        RankMovement movement = RankMovement.of(district.rankBefore(), district.rankAfter());
        Span moved = new Span(movement.inShort(words));
        moved.addClassNames("movement", movement.style());
        moved.getElement().setAttribute("aria-label", movement.in(words));
        moved.getElement().setAttribute("role", "img");
        DataTable.Row row =
                table.row()
                        .id(
                                "lab-effect-"
                                        + scoreboard.stored().agreement().round()
                                        + "-"
                                        + district.district())
                        .header(
                                DistrictNavigation.link(
                                        in(scoreboard),
                                        district.district(),
                                        nameOf(district.district())))
                        .number(district.totalBefore().map(words::total).orElse("–"))
                        .number(district.totalAfter().map(words::total).orElse("–"))
                        .number(
                                district.totalBefore()
                                        .flatMap(before ->
                                                district.totalAfter()
                                                        .map(after -> after.subtract(before)))
                                        .map(words::difference)
                                        .orElse("–"))
                        .number(rank(district.rankBefore()))
                        .number(rank(district.rankAfter()))
                        .cell(moved)
                        .cell(levels(scoreboard.stored().agreement(), district));
        if (district.moves()) {
            row.style("chosen");
        }
    }

    private PageState in(Scoreboard scoreboard) {
        var round = scoreboard.stored().agreement().round();
        return state.chosenRound().filter(round::equals).isPresent()
                ? state
                : state.withRound(round);
    }

    private String rank(OptionalInt rank) {
        return rank.isPresent() ? words.number(rank.getAsInt()) : "–";
    }

    private String levels(Agreement agreement, DraftEffect.OnDistrict district) {
        return district.levels().stream()
                .filter(DraftEffect.LevelChange::isChange)
                .map(level ->
                        words.of(
                                "lab.level-change",
                                level.indicator(),
                                words.level(agreement, level.indicator(), level.before()),
                                words.level(agreement, level.indicator(), level.after())))
                .collect(Collectors.joining(", "));
    }

    /** The indicators in which levels change, with how many districts rise and fall. */
    private Optional<String> indicators(DraftEffect effect) {
        return Optional.of(
                        effect.indicators().stream()
                                .filter(indicator -> indicator.changed() > 0)
                                .map(indicator ->
                                        words.of(
                                                "lab.indicator-change",
                                                indicator.indicator().id(),
                                                words.number(indicator.raised()),
                                                words.number(indicator.lowered())))
                                .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }
}
