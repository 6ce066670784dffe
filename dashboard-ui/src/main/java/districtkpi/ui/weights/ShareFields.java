package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.WeightSpread;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Other shares of the sections in the combined total, always 100 together. */
class ShareFields extends Composite<Div> {

    private final Agreement agreement;
    private final Draft draft;
    private final Set<Section> locked;
    private final PageState state;
    private final Words words;
    private final Consumer<String> refusal;

    /**
     * @param refusal is told why a share cannot be
     */
    ShareFields(
            Agreement agreement,
            Draft draft,
            PageState state,
            Words words,
            Consumer<String> refusal) {
        this.agreement = agreement;
        this.draft = draft;
        this.locked = state.chosen(WeightsNavigation.LOCKED_SHARES).orElse(Set.of());
        this.state = state;
        this.words = words;
        this.refusal = refusal;
        DataTable table =
                new DataTable("lab-shares", words.of("lab.shares.caption"), DataTable.Narrow.STACK);
        table.column(words.of("filter.section"))
                .numbers(words.of("lab.agreed"))
                .column(words.of("lab.draft"))
                .column(words.of("lab.lock"));
        agreement.sections().forEach(terms -> addRow(table, terms));
        getContent().add(table, createSum());
    }

    private void addRow(DataTable table, SectionTerms terms) {
        Section section = terms.section();
        String label = words.of(section.label());
        BigDecimal share = draft.shareOf(terms);
        DataTable.Row row =
                table.row()
                        .id("lab-row-share-" + section.key())
                        .header(new Span(label))
                        .number(words.number(terms.share().value()))
                        .cell(
                                new PercentCell(
                                        "share-" + section.key(),
                                        new PercentCell.Names(
                                                words.of("lab.share-of", label),
                                                words.of("lab.less-share", label),
                                                words.of("lab.more-share", label)),
                                        share,
                                        0,
                                        changed -> change(section, changed)))
                        .cell(createLock(section));
        if (share.compareTo(terms.share().value()) != 0) {
            row.style("chosen");
        }
    }

    private Component createLock(Section section) {
        Checkbox lock = new Checkbox(locked.contains(section));
        lock.setId("lock-share-" + section.key());
        lock.setAriaLabel(words.of("lab.lock-share-of", words.of(section.label())));
        lock.addValueChangeListener(change -> {
            Set<Section> changed = with(section);
            if (!change.getValue()) {
                changed.remove(section);
            }
            WeightsNavigation.go(
                    state.with(
                            WeightsNavigation.LOCKED_SHARES, changed.isEmpty() ? null : changed));
        });
        return lock;
    }

    private Component createSum() {
        BigDecimal total =
                agreement.sections().stream()
                        .map(draft::shareOf)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Span sum = new Span(words.of("lab.shares.sum", words.number(total)));
        sum.setId("lab-sum-shares");
        Button spread = new Button(words.of("lab.spread"));
        spread.setId("spread-shares");
        spread.addClickListener(_ -> go(draft.spreadShares(agreement, locked)));
        Div line = new Div(sum, spread);
        line.addClassName("level-line");
        return line;
    }

    /**
     * The others make room; unlike weights, what is set is free again: of two, one would be left.
     */
    private void change(Section section, BigDecimal share) {
        Draft changed;
        try {
            changed = draft.withShare(section, share);
        } catch (IllegalArgumentException _) {
            refusal.accept(words.of("lab.too-many-digits"));
            return;
        }
        go(changed.spreadShares(agreement, with(section)));
    }

    private Set<Section> with(Section section) {
        Set<Section> all = EnumSet.of(section);
        all.addAll(locked);
        return all;
    }

    private void go(WeightSpread spread) {
        switch (spread) {
            case WeightSpread.Spread(var changed) ->
                    WeightsNavigation.go(
                            state.with(
                                    WeightsNavigation.DRAFT,
                                    changed.equals(Draft.NONE) ? null : changed));
            case WeightSpread.Impossible(var reason) -> refusal.accept(words.of(reason));
        }
    }
}
