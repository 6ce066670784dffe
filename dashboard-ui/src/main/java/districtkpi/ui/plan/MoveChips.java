package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.Move;
import districtkpi.ui.parts.OptionLinks;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Narrows the levels that are listed to a section, a unit or what waits for figures. */
class MoveChips extends Composite<Div> {

    private final Plan plan;
    private final PageState state;
    private final Words words;
    private final UnaryOperator<PageState> typed;

    /**
     * @param typed adds to a state what is typed elsewhere on the page
     */
    MoveChips(Plan plan, PageState state, Words words, UnaryOperator<PageState> typed) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        this.typed = typed;
        Agreement agreement = plan.scoreboard().agreement();
        List<Move> next = plan.nextMoves();
        Optional<MoveFilter> chosen = state.chosen(PlanNavigation.ROWS);
        OptionLinks chips = new OptionLinks("move-chips", words.of("plan.rows"));
        chips.add(chip(Optional.empty(), words.of("plan.rows.all"), next.size()), chosen.isEmpty());
        Stream.of(
                        agreement.sections().stream()
                                .map(SectionTerms::section)
                                .map(MoveFilter.OfSection::new),
                        agreement.units().stream()
                                .map(ResponsibleUnit::id)
                                .map(MoveFilter.OfUnit::new),
                        Stream.of(new MoveFilter.Unreported()))
                .flatMap(kind -> kind.map(MoveFilter.class::cast))
                .forEach(filter -> {
                    long count = next.stream().filter(one -> filter.lists(one, agreement)).count();
                    boolean current = chosen.filter(filter::equals).isPresent();
                    // What lists nothing is offered to nobody, but said to whoever chose it.
                    if (current || (count > 0 && count < next.size())) {
                        chips.add(
                                chip(Optional.of(filter), filter.label(agreement, words), count),
                                current);
                    }
                });
        getContent().add(chips);
    }

    private Component chip(Optional<MoveFilter> filter, String name, long count) {
        String text = words.of("watch.count", name, words.number(count));
        PageState chosen = state.with(PlanNavigation.ROWS, filter.orElse(null));
        String path = PlanNavigation.path(plan.district().code());
        Component chip =
                plan.effort() == Effort.OWN
                        // What is typed is not lost.
                        ? new NativeButton(
                                text,
                                _ -> UI.getCurrent().navigate(path, typed.apply(chosen).toQuery()))
                        : PageLink.to(path, chosen, text);
        chip.setId("move-chip-" + filter.map(MoveFilter::toString).orElse("all"));
        return chip;
    }
}
