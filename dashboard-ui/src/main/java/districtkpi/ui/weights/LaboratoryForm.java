package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.WeightSpread;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** Where other shares, weights and thresholds are set: a line for each. */
class LaboratoryForm extends Composite<Section> {

    /** What the shares of sections are together. */
    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Agreement agreement;
    private final Draft draft;
    private final Set<IndicatorId> locked;
    private final PageState state;
    private final Words words;
    private final Paragraph message = new Paragraph();

    LaboratoryForm(Agreement agreement, PageState state, Words words) {
        this.agreement = agreement;
        this.draft = state.chosen(LaboratoryNavigation.DRAFT).orElse(Draft.NONE);
        this.locked = state.chosen(LaboratoryNavigation.LOCKED).orElse(Set.of());
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("lab-form");
        section.addClassName("lab-form");
        message.setId("lab-message");
        message.addClassName("remark");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        section.add(message);
        if (agreement.sections().size() > 1) {
            section.add(new ShareFields(agreement, draft, state, words, this::say));
        }
        agreement.sections().forEach(terms -> section.add(createWeights(terms)));
        section.add(createThresholds(), createReset());
    }

    /** The head of a group: what is set, what it adds up to, and above which boxes lock. */
    static Div head(String title, Span sum, Button spread) {
        Icon lock = VaadinIcon.LOCK.create();
        lock.getElement().setAttribute("aria-hidden", "true");
        lock.addClassName("lab-lock");
        Div head = new Div(new H2(title), sum, spread, lock);
        head.addClassName("lab-head");
        return head;
    }

    /**
     * Brings a group to what it is to total; to be offered where it does not.
     *
     * @param whole 100 for shares, and for most weights
     */
    static Button spread(String id, BigDecimal whole, Words words, Runnable listener) {
        Button spread =
                new Button(words.of("lab.spread", words.number(whole)), _ -> listener.run());
        spread.setId("spread-" + id);
        spread.addThemeVariants(ButtonVariant.SMALL);
        return spread;
    }

    private Component createWeights(SectionTerms terms) {
        String label = words.of(terms.name());
        Div group = new Div();
        group.setId("lab-" + terms.section().value());
        group.addClassName("lab-group");
        BigDecimal total =
                terms.indicators().stream()
                        .map(draft::weightOf)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Span sum = new Span(words.of("lab.sum", words.number(total), words.number(terms.outOf())));
        sum.setId("lab-sum-" + terms.section().value());
        Button spread = spread(terms.section().value(), terms.outOf(), words, () -> spread(terms));
        spread.setVisible(total.compareTo(terms.outOf()) != 0);
        group.add(head(label, sum, spread));
        terms.indicators().forEach(indicator -> group.add(createRow(indicator)));
        return group;
    }

    private Component createRow(Indicator indicator) {
        BigDecimal weight = draft.weightOf(indicator);
        return new PercentRow(
                indicator.id().value(),
                new PercentRow.Names(
                        indicator.id().value(),
                        words.of(indicator.name()),
                        weight.compareTo(indicator.weight()) == 0
                                ? ""
                                : words.of("lab.agreed-as", words.number(indicator.weight())),
                        words.of("lab.weight-of", indicator.id()),
                        words.of("lab.less", indicator.id()),
                        words.of("lab.more", indicator.id()),
                        words.of("lab.lock-of", indicator.id())),
                weight,
                1,
                locked.contains(indicator.id()),
                new PercentRow.Listener() {
                    @Override
                    public void changed(BigDecimal percent) {
                        change(indicator, percent);
                    }

                    @Override
                    public void locked(boolean kept) {
                        lock(indicator, kept);
                    }
                });
    }

    private void lock(Indicator indicator, boolean kept) {
        Set<IndicatorId> changed = new TreeSet<>(locked);
        if (kept) {
            changed.add(indicator.id());
        } else {
            changed.remove(indicator.id());
        }
        LaboratoryNavigation.go(LaboratoryNavigation.with(state, draft, changed));
    }

    private void change(Indicator indicator, BigDecimal weight) {
        switch (WeightChange.of(agreement, draft, locked, indicator.id(), weight)) {
            case WeightChange.Made(var changed, var kept) ->
                    LaboratoryNavigation.go(LaboratoryNavigation.with(state, changed, kept));
            case WeightChange.Refused(var reason) -> say(words.of(reason));
        }
    }

    private void spread(SectionTerms terms) {
        switch (draft.spread(agreement, terms.section(), locked)) {
            case WeightSpread.Spread(var changed) ->
                    LaboratoryNavigation.go(LaboratoryNavigation.with(state, changed, locked));
            case WeightSpread.Impossible(var reason) -> say(words.of(reason));
        }
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(true);
    }

    private Component createThresholds() {
        int changed = draft.thresholds().size();
        NativeDetails thresholds =
                new NativeDetails(
                        changed == 0
                                ? words.of("lab.thresholds")
                                : words.of("lab.thresholds.changed", words.number(changed)),
                        new ThresholdFields(agreement, draft, state, words));
        thresholds.setId("lab-threshold-fields");
        thresholds.setOpen(state.chosen(LaboratoryNavigation.INDICATOR).isPresent());
        return thresholds;
    }

    private Component createReset() {
        Anchor reset =
                LaboratoryNavigation.again(
                        LaboratoryNavigation.with(state, Draft.NONE, Set.of())
                                .with(LaboratoryNavigation.LOCKED_SHARES, null),
                        words.of("lab.reset"));
        reset.setId("lab-reset");
        Span explanation = new Span(words.of("lab.intro"));
        explanation.addClassName("of-name");
        Div line = new Div(reset, explanation);
        line.addClassName("lab-foot");
        return line;
    }
}
