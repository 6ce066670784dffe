package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.Goal;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Chooses the goal, what effort is, and what is assumed of missing figures. */
class PlanForm extends Composite<Div> {

    private final Plan plan;
    private final PageState state;
    private final Words words;
    private final Consumer<String> changing;
    private final UnaryOperator<PageState> typed;

    /**
     * @param typed adds to a state what is typed elsewhere on the page
     * @param changed the id of what was changed last, which takes the focus again
     * @param changing is told the id of what is changed
     */
    PlanForm(
            Plan plan,
            PageState state,
            Words words,
            String changed,
            Consumer<String> changing,
            UnaryOperator<PageState> typed) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        this.changing = changing;
        this.typed = typed;
        getContent().setId("plan-form");
        getContent().addClassNames("filter", "plan-form");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("plan.form"));
        getContent()
                .add(
                        createGoalPicker(),
                        createNumber(),
                        choice(
                                "plan-effort",
                                words.of("plan.effort"),
                                PlanNavigation.EFFORT,
                                plan.effort(),
                                Effort.values(),
                                effort -> effort.label(words)),
                        choice(
                                "plan-missing",
                                words.of("plan.missing"),
                                PlanNavigation.MISSING,
                                plan.missing(),
                                Missing.values(),
                                missing -> missing.label(words)));
        getContent()
                .getChildren()
                .filter(field -> field.getId().filter(changed::equals).isPresent())
                .forEach(field -> ((Focusable<?>) field).focus());
    }

    private Component createGoalPicker() {
        Select<GoalKind> picker = new Select<>();
        picker.setId("plan-goal");
        picker.setLabel(words.of("plan.goal"));
        picker.setItems(GoalKind.values());
        picker.setItemLabelGenerator(kind -> kind.label(words));
        picker.setValue(GoalKind.of(plan.goal()));
        picker.addValueChangeListener(change ->
                go(
                        "plan-goal",
                        state.with(
                                PlanNavigation.GOAL,
                                change.getValue().of(change.getValue().usual()))));
        return picker;
    }

    private Component createNumber() {
        GoalKind kind = GoalKind.of(plan.goal());
        int levels = plan.scoreboard().agreement().maxLevels();
        String range = kind.range(words, plan.scoreboard().districts().size(), levels);
        BigDecimalField field = new BigDecimalField(words.of("plan.goal.number"));
        field.setId("plan-number");
        field.setHelperText(range);
        field.setValue(GoalKind.number(plan.goal()));
        field.addValueChangeListener(change -> {
            BigDecimal number = change.getValue();
            try {
                if (number != null && !isBeyond(kind.of(number), levels)) {
                    go("plan-number", state.with(PlanNavigation.GOAL, kind.of(number)));
                    return;
                }
            } catch (IllegalArgumentException _) {
                // Said below, like no number at all.
            }
            field.setErrorMessage(words.of("plan.goal.wrong", range));
            field.setInvalid(true);
        });
        return field;
    }

    /** Whether it asks for a level that no indicator has. */
    private static boolean isBeyond(Goal goal, int levels) {
        return goal instanceof Goal.NothingBelow(int level) && level > levels;
    }

    private <T> Component choice(
            String id,
            String label,
            Parameter<T> parameter,
            T chosen,
            T[] offered,
            Function<T, String> name) {
        Select<T> picker = new Select<>();
        picker.setId(id);
        picker.setLabel(label);
        picker.setItems(offered);
        picker.setItemLabelGenerator(name::apply);
        picker.setValue(chosen);
        picker.addValueChangeListener(change -> go(id, state.with(parameter, change.getValue())));
        return picker;
    }

    private void go(String id, PageState chosen) {
        changing.accept(id);
        UI.getCurrent()
                .navigate(
                        PlanNavigation.path(plan.district().code()), typed.apply(chosen).toQuery());
    }
}
