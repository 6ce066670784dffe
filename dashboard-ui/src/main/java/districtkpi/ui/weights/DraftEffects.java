package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftEffect;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a draft would change, beside the agreed result: on this round, and on earlier ones. */
class DraftEffects extends Composite<Section> {

    private static final int MOST_ROWS = 60;
    private static final int MOST_PAST_ROWS = 20;

    private final Draft draft;
    private final PageState state;
    private final Words words;

    /**
     * @param past earlier rounds that the draft is tried on as well, newest first; may be empty
     * @param hasPast whether there are any to choose
     */
    DraftEffects(
            Scoreboard scoreboard,
            List<Scoreboard> past,
            boolean hasPast,
            PageState state,
            Words words) {
        this.draft = state.chosen(WeightsNavigation.DRAFT).orElse(Draft.NONE);
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("effects");
        section.addClassName("block");
        section.add(new H2(words.of("lab.effect.title")));
        section.add(effect(scoreboard, draft, MOST_ROWS));
        if (hasPast) {
            boolean shown = state.chosen(WeightsNavigation.PAST).isPresent();
            var link =
                    WeightsNavigation.again(
                            state.with(
                                    WeightsNavigation.PAST,
                                    shown ? null : WeightsNavigation.PastRounds.ALL),
                            words.of(shown ? "lab.past.hide" : "lab.past.show"));
            link.setId("lab-past");
            section.add(new Paragraph(link));
        }
        Agreement agreement = scoreboard.stored().agreement();
        for (Scoreboard earlier : past) {
            Agreement other = earlier.stored().agreement();
            section.add(new H3(words.round(other.round())));
            draft.in(agreement, other)
                    .ifPresentOrElse(
                            renamed -> section.add(effect(earlier, renamed, MOST_PAST_ROWS)),
                            () -> section.add(new Paragraph(words.of("lab.past.other"))));
        }
    }

    private Component effect(Scoreboard scoreboard, Draft tried, int rows) {
        Agreement agreement = scoreboard.stored().agreement();
        return switch (tried.applyTo(agreement)) {
            case DraftedAgreement.Unscorable(var problems) ->
                    list("lab-problems-" + agreement.round(), "lab.problems", problems);
            case DraftedAgreement.Scorable(var drafted, var warnings) -> {
                Div result = new Div();
                result.addClassName("block");
                if (!warnings.isEmpty()) {
                    result.add(list("lab-warnings-" + agreement.round(), "lab.warnings", warnings));
                }
                addEffect(
                        result,
                        scoreboard,
                        DraftEffect.of(scoreboard.ranking(), scoreboard.rankingUnder(drafted)),
                        tried.equals(Draft.NONE),
                        rows);
                yield result;
            }
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

    private void addEffect(
            Div result, Scoreboard scoreboard, DraftEffect effect, boolean unchanged, int rows) {
        String round = scoreboard.stored().agreement().round().toString();
        Paragraph summary =
                new Paragraph(
                        unchanged
                                ? words.of("lab.unchanged")
                                : words.of(
                                        "lab.movers",
                                        words.number(effect.movers().size()),
                                        words.number(effect.districts().size()),
                                        indicators(effect)));
        summary.setId("lab-summary-" + round);
        result.add(summary);
        DataTable table =
                new DataTable(
                                "lab-effect-" + round,
                                words.of(
                                        "lab.effect.caption",
                                        words.round(scoreboard.stored().agreement().round())),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("ranking.district"))
                .numbers(words.of("lab.total.agreed"))
                .numbers(words.of("lab.total.draft"))
                .numbers(words.of("lab.rank.agreed"))
                .numbers(words.of("lab.rank.draft"))
                .column(words.of("impact.movement"))
                .column(words.of("lab.levels"));
        effect.districts().stream()
                .limit(rows)
                .forEach(district -> addRow(table, scoreboard, district));
        result.add(table);
        if (effect.districts().size() > rows) {
            result.add(
                    new Paragraph(
                            words.of(
                                    "lab.more-rows",
                                    words.number(rows),
                                    words.number(effect.districts().size()))));
        }
    }

    private void addRow(DataTable table, Scoreboard scoreboard, DraftEffect.OnDistrict district) {
        String name =
                scoreboard
                        .district(district.district())
                        .map(District::name)
                        .map(words::of)
                        .orElseGet(district.district()::value);
        RankMovement movement = RankMovement.of(district.rankBefore(), district.rankAfter());
        Span moved = new Span(movement.in(words));
        moved.addClassNames("movement", movement.style());
        DataTable.Row row =
                table.row()
                        .id(
                                "lab-effect-"
                                        + scoreboard.stored().agreement().round()
                                        + "-"
                                        + district.district())
                        .header(DistrictNavigation.link(in(scoreboard), district.district(), name))
                        .number(district.totalBefore().map(words::total).orElse("–"))
                        .number(district.totalAfter().map(words::total).orElse("–"))
                        .number(rank(district.rankBefore()))
                        .number(rank(district.rankAfter()))
                        .cell(moved)
                        .cell(levels(district));
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

    private String levels(DraftEffect.OnDistrict district) {
        return district.levels().stream()
                .filter(DraftEffect.LevelChange::isChange)
                .map(level ->
                        words.of(
                                "lab.level-change",
                                level.indicator(),
                                rank(level.before()),
                                rank(level.after())))
                .collect(Collectors.joining(", "));
    }

    /** The indicators in which levels change, with how many districts rise and fall. */
    private String indicators(DraftEffect effect) {
        String changed =
                effect.indicators().stream()
                        .filter(indicator -> indicator.changed() > 0)
                        .map(indicator ->
                                words.of(
                                        "lab.indicator-change",
                                        indicator.indicator().id(),
                                        words.number(indicator.raised()),
                                        words.number(indicator.lowered())))
                        .collect(Collectors.joining(", "));
        return Optional.of(changed)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> words.of("lab.no-levels"));
    }
}
