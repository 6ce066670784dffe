package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.scoring.weighting.WeightSpread;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries other shares, weights and thresholds. What is tried stands in the address and nowhere else.
 */
class Laboratory extends Composite<Section> {

    private final Agreement agreement;
    private final Draft draft;
    private final Set<IndicatorId> locked;
    private final PageState state;
    private final Words words;
    private final Paragraph message = new Paragraph();

    Laboratory(Agreement agreement, PageState state, Words words) {
        this.agreement = agreement;
        this.draft = state.chosen(WeightsNavigation.DRAFT).orElse(Draft.NONE);
        this.locked = state.chosen(WeightsNavigation.LOCKED).orElse(Set.of());
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId(WeightsNavigation.LABORATORY);
        section.addClassName("block");
        message.setId("lab-message");
        message.addClassName("remark");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        section.add(new H2(words.of("lab.title")), new Paragraph(words.of("lab.intro")), message);
        if (agreement.sections().size() > 1) {
            section.add(
                    new H3(words.of("lab.shares")),
                    new ShareFields(agreement, draft, state, words, this::say));
        }
        section.add(new H3(words.of("lab.weights")));
        agreement.sections().forEach(terms -> section.add(createWeights(terms)));
        section.add(new H3(words.of("lab.thresholds")));
        section.add(new ThresholdFields(agreement, draft, state, words));
        section.add(createActions());
    }

    private Component createWeights(SectionTerms terms) {
        String label = words.of(terms.section().label());
        DataTable table =
                new DataTable(
                        "lab-" + terms.section().key(),
                        words.of("lab.weights.caption", label),
                        DataTable.Narrow.STACK);
        table.column(words.of("why.indicator"))
                .numbers(words.of("lab.agreed"))
                .column(words.of("lab.draft"))
                .column(words.of("lab.lock"));
        BigDecimal total = BigDecimal.ZERO;
        for (Indicator indicator : terms.indicators()) {
            BigDecimal weight = draft.weightOf(indicator);
            total = total.add(weight);
            DataTable.Row row =
                    table.row()
                            .id("lab-row-" + indicator.id())
                            .header(new Span(indicator.id() + " " + words.of(indicator.name())))
                            .number(words.number(indicator.weight()))
                            .cell(
                                    new PercentCell(
                                            indicator.id().value(),
                                            new PercentCell.Names(
                                                    words.of("lab.weight-of", indicator.id()),
                                                    words.of("lab.less", indicator.id()),
                                                    words.of("lab.more", indicator.id())),
                                            weight,
                                            1,
                                            changed -> change(indicator, changed)))
                            .cell(createLock(indicator));
            if (weight.compareTo(indicator.weight()) != 0) {
                row.style("chosen");
            }
        }
        Span sum = new Span(words.of("lab.sum", label, words.number(total)));
        sum.setId("lab-sum-" + terms.section().key());
        Button spread = new Button(words.of("lab.spread"));
        spread.setId("spread-" + terms.section().key());
        spread.addClickListener(_ -> spread(terms));
        Div line = new Div(sum, spread);
        line.addClassName("level-line");
        return new Div(table, line);
    }

    private Component createLock(Indicator indicator) {
        Checkbox lock = new Checkbox(locked.contains(indicator.id()));
        lock.setId("lock-" + indicator.id());
        lock.setAriaLabel(words.of("lab.lock-of", indicator.id()));
        lock.addValueChangeListener(change -> {
            Set<IndicatorId> changed = new TreeSet<>(locked);
            if (change.getValue()) {
                changed.add(indicator.id());
            } else {
                changed.remove(indicator.id());
            }
            WeightsNavigation.go(WeightsNavigation.with(state, draft, changed));
        });
        return lock;
    }

    private void change(Indicator indicator, BigDecimal weight) {
        switch (WeightChange.of(agreement, draft, locked, indicator.id(), weight)) {
            case WeightChange.Made(var changed, var kept) ->
                    WeightsNavigation.go(WeightsNavigation.with(state, changed, kept));
            case WeightChange.Refused(var reason) -> say(words.of(reason));
        }
    }

    private void spread(SectionTerms terms) {
        switch (draft.spread(agreement, terms.section(), locked)) {
            case WeightSpread.Spread(var changed) ->
                    WeightsNavigation.go(WeightsNavigation.with(state, changed, locked));
            case WeightSpread.Impossible(var reason) -> say(words.of(reason));
        }
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(true);
    }

    private Component createActions() {
        Anchor reset =
                WeightsNavigation.again(
                        WeightsNavigation.with(state, Draft.NONE, Set.of())
                                .with(WeightsNavigation.LOCKED_SHARES, null),
                        words.of("lab.reset"));
        reset.setId("lab-reset");
        Div actions = new Div(reset);
        actions.addClassName("actions");
        if (isScorable()) {
            Anchor download =
                    new Anchor(
                            "api/v1/rounds/"
                                    + agreement.round()
                                    + "/draft.yaml?draft="
                                    + URLEncoder.encode(draft.toString(), StandardCharsets.UTF_8),
                            words.of("lab.download"));
            download.setId("lab-download");
            download.getElement().setAttribute("router-ignore", true);
            actions.add(download);
        }
        return actions;
    }

    private boolean isScorable() {
        return draft.applyTo(agreement) instanceof DraftedAgreement.Scorable;
    }
}
