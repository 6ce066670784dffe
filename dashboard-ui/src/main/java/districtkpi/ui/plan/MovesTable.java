package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.UnitWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.plan.LevelKey;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.PlannedMove;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.Unfolding;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every level that each indicator can still reach: what it takes, brings and costs. */
class MovesTable extends Composite<Div> {

    private static final String APPLY = "estimates-apply";

    private final Plan plan;
    private final PageState state;
    private final Words words;
    private final Map<LevelKey, BigDecimalField> fields = new LinkedHashMap<>();

    /**
     * @param changed the id of what was changed last, which takes the focus again
     * @param changing is told the id of what is changed
     */
    MovesTable(Plan plan, PageState state, Words words, String changed, Consumer<String> changing) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        getContent().addClassNames("indicator-table", "moves-table");
        DataTable table =
                new DataTable(
                                "moves",
                                words.of(
                                        EarlierRound.isOver(plan.scoreboard())
                                                ? "plan.look-back"
                                                : "plan.moves.caption"),
                                DataTable.Narrow.STACK)
                        .column(words.of("plan.indicator"))
                        .column(words.of("plan.levels"))
                        .column(words.of("plan.todo"))
                        .numbers(words.of("plan.gain"))
                        .numbers(words.of("plan.effort-in", plan.effort().unit(words)))
                        .column(words.of("plan.who"));
        Agreement agreement = plan.scoreboard().agreement();
        List<Move> listed =
                plan.nextMoves().stream()
                        .filter(next ->
                                state.chosen(PlanNavigation.ROWS)
                                        .filter(filter -> !filter.lists(next, agreement))
                                        .isEmpty())
                        .toList();
        listed.forEach(next -> addRow(table, plan.moves().of(next.indicator().id())));
        getContent()
                .add(
                        listed.isEmpty()
                                ? new Remark("moves-none", words.of("plan.rows.none"))
                                : table);
        if (plan.effort() == Effort.OWN) {
            getContent().addClassName("plan-own");
            getContent().add(createApply(changed, changing));
        }
        addNotEstimated();
        addTop();
    }

    /** The next level; the row unfolds to all that can be reached. */
    private void addRow(DataTable table, List<Move> moves) {
        Move next = moves.getFirst();
        Indicator indicator = next.indicator();
        MoveWords said = new MoveWords(next, words);
        Unfolding unfolding =
                new Unfolding(
                        "moves-below-" + indicator.id(),
                        words.of("plan.unfold", indicator.id()),
                        () -> List.of(createSteps(moves), createWho(indicator)));
        Anchor link =
                DistrictNavigation.linkToIndicator(state, plan.district().code(), indicator.id());
        link.setText(indicator.id().value());
        link.addClassName("indicator-code");
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("indicator-name");
        name.setTitle(words.of(indicator.name()));
        Div title = new Div(unfolding.button(), link, name);
        title.addClassName("indicator-title");
        Span todo = new Span(said.todoInShort());
        todo.setTitle(said.todoInShort());
        List<ResponsibleUnit> units = units(indicator);
        Span who = new Span(new UnitWords(words).shortNames(units));
        who.setTitle(new UnitWords(words).names(units));
        table.row()
                .id("next-" + indicator.id())
                .style("indicator-row")
                .header(title)
                .styled("plan-levels", new Span(said.levels()))
                .styled("gap-cell", todo)
                .number(said.gain())
                .styled("number plan-effort", effort(next))
                .cell(who);
        table.unfold(unfolding);
    }

    private Component createWho(Indicator indicator) {
        return new Paragraph(words.of("plan.who.is", new UnitWords(words).names(units(indicator))));
    }

    private List<ResponsibleUnit> units(Indicator indicator) {
        return plan.scoreboard().agreement().units(indicator);
    }

    private Component createSteps(List<Move> moves) {
        Indicator indicator = moves.getFirst().indicator();
        DataTable steps =
                new DataTable(
                                "moves-" + indicator.id(),
                                indicator.id() + " " + words.of(indicator.name()),
                                DataTable.Narrow.STACK)
                        .column(words.of("plan.levels"))
                        .column(words.of("plan.todo"))
                        .numbers(words.of("plan.gain"))
                        .numbers(words.of("plan.effort-in", plan.effort().unit(words)));
        for (Move move : moves) {
            MoveWords said = new MoveWords(move, words);
            steps.row()
                    .id("move-" + indicator.id() + "-" + target(move))
                    .header(new Span(said.levels()))
                    .cell(said.todo())
                    .number(said.gain())
                    // What is to be estimated of the next level is typed in the row above.
                    .styled(
                            "number",
                            move.equals(moves.getFirst())
                                    ? new Span(effortText(move))
                                    : effort(move));
        }
        return steps;
    }

    private static String target(Move move) {
        return switch (move) {
            case Move.Climb climb -> String.valueOf(climb.to());
            case Move.ReportFirst _ -> "report";
        };
    }

    private Component effort(Move move) {
        Optional<LevelKey> estimated = estimated(move);
        if (plan.effort() == Effort.OWN && estimated.isPresent()) {
            return createField(move, estimated.get());
        }
        return new Span(effortText(move));
    }

    private String effortText(Move move) {
        return planned(move)
                .map(known -> words.effort(known.effort()))
                .orElseGet(() -> noEffort(move));
    }

    private String noEffort(Move move) {
        return plan.planner().notEstimated().contains(move)
                ? words.of("plan.no-estimate")
                : words.of("plan.left-out");
    }

    private Optional<PlannedMove> planned(Move move) {
        return plan.planner().planned().stream()
                .filter(known -> known.move().equals(move))
                .findFirst();
    }

    /** The level that an estimate of a move is for; none where the plan leaves the move out. */
    private Optional<LevelKey> estimated(Move move) {
        return switch (move) {
            case Move.Climb climb -> Optional.of(new LevelKey(climb.indicator().id(), climb.to()));
            case Move.ReportFirst report ->
                    switch (plan.missing()) {
                        case SKIP -> Optional.empty();
                        case ASSUME ->
                                Optional.of(new LevelKey(report.indicator().id(), report.lowest()));
                        case ASSUME_BEST ->
                                Optional.of(
                                        new LevelKey(report.indicator().id(), report.highest()));
                    };
        };
    }

    private Component createField(Move move, LevelKey level) {
        BigDecimalField field = new BigDecimalField();
        field.setId("estimate-" + level.indicator() + "-" + level.level());
        field.addClassName("plan-estimate");
        field.setAriaLabel(
                words.of(
                        "plan.estimate",
                        level.indicator(),
                        words.level(move.indicator(), level.level())));
        plan.estimates().of(move.indicator(), level.level()).ifPresent(field::setValue);
        fields.put(level, field);
        return field;
    }

    /** All estimates are taken together, so that whoever types keeps the place. */
    private Component createApply(String changed, Consumer<String> changing) {
        Button apply = new Button(words.of("plan.estimates.apply"));
        apply.setId(APPLY);
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(_ -> {
            boolean wrong = false;
            for (BigDecimalField field : fields.values()) {
                if (field.getValue() != null && !Estimates.isPossible(field.getValue())) {
                    field.setErrorMessage(words.of("plan.estimate.wrong"));
                    field.setInvalid(true);
                    wrong = true;
                }
            }
            if (!wrong) {
                changing.accept(APPLY);
                UI.getCurrent()
                        .navigate(
                                PlanNavigation.path(plan.district().code()),
                                withTyped(state).toQuery());
            }
        });
        if (changed.equals(APPLY)) {
            apply.focus();
        }
        return new Paragraph(apply);
    }

    /**
     * The state with the estimates that are typed, so that they stay whatever else is chosen. Those
     * of moves that are not shown now are kept.
     */
    PageState withTyped(PageState chosen) {
        Map<LevelKey, BigDecimal> efforts = new TreeMap<>(Estimates.byIndicator());
        efforts.putAll(plan.estimates().efforts());
        fields.forEach((level, field) -> {
            if (field.getValue() == null) {
                efforts.remove(level);
            } else if (Estimates.isPossible(field.getValue())) {
                efforts.put(level, field.getValue());
            }
        });
        return chosen.with(
                PlanNavigation.ESTIMATES, efforts.isEmpty() ? null : new Estimates(efforts));
    }

    private void addNotEstimated() {
        List<Move> without = plan.planner().notEstimated();
        if (!without.isEmpty()) {
            getContent()
                    .add(
                            new Remark(
                                    "plan-not-estimated",
                                    words.of(
                                            "plan.not-estimated",
                                            without.stream()
                                                    .map(move ->
                                                            words.of(
                                                                    "plan.not-estimated.move",
                                                                    move.indicator().id(),
                                                                    new MoveWords(move, words)
                                                                            .levels()))
                                                    .collect(Collectors.joining(" · ")))));
        }
    }

    private void addTop() {
        List<IndicatorId> top =
                plan.row().scorecard().lines().stream()
                        .map(Scorecard.Line::score)
                        .filter(score ->
                                score instanceof IndicatorScore.WithLevel known
                                        && known.level() == known.indicator().topLevel())
                        .map(score -> score.indicator().id())
                        .toList();
        if (!top.isEmpty()) {
            Paragraph at =
                    new Paragraph(
                            words.of(
                                    "plan.top",
                                    top.stream()
                                            .map(IndicatorId::value)
                                            .collect(Collectors.joining(", "))));
            at.setId("plan-top");
            getContent().add(at);
        }
    }
}
