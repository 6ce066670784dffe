package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.WeightSpread;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Other shares of the sections in the combined total, always 100 together. */
class ShareFields extends Composite<Div> {

    private final Agreement agreement;
    private final Draft draft;
    private final Set<SectionId> locked;
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
        this.locked = state.chosen(LaboratoryNavigation.LOCKED_SHARES).orElse(Set.of());
        this.state = state;
        this.words = words;
        this.refusal = refusal;
        getContent().setId("lab-shares");
        getContent().addClassName("lab-group");
        getContent().add(createSum());
        agreement.sections().forEach(terms -> getContent().add(createRow(terms)));
    }

    private Component createRow(SectionTerms terms) {
        SectionId section = terms.section();
        String label = words.of(terms.name());
        BigDecimal share = draft.shareOf(terms);
        BigDecimal agreed = terms.share().value();
        return new PercentRow(
                "share-" + section.value(),
                new PercentRow.Names(
                        "",
                        label,
                        share.compareTo(agreed) == 0
                                ? ""
                                : words.of("lab.agreed-as", words.number(agreed)),
                        words.of("lab.share-of", label),
                        words.of("lab.less-share", label),
                        words.of("lab.more-share", label),
                        words.of("lab.lock-share-of", label)),
                share,
                0,
                locked.contains(section),
                new PercentRow.Listener() {
                    @Override
                    public void changed(BigDecimal percent) {
                        change(section, percent);
                    }

                    @Override
                    public void locked(boolean kept) {
                        lock(section, kept);
                    }
                });
    }

    private void lock(SectionId section, boolean kept) {
        Set<SectionId> changed = with(section);
        if (!kept) {
            changed.remove(section);
        }
        LaboratoryNavigation.go(
                state.with(LaboratoryNavigation.LOCKED_SHARES, changed.isEmpty() ? null : changed));
    }

    private Component createSum() {
        BigDecimal total =
                agreement.sections().stream()
                        .map(draft::shareOf)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Span sum = new Span(words.of("lab.shares.sum", words.number(total)));
        sum.setId("lab-sum-shares");
        Button spread =
                LaboratoryForm.spread(
                        "shares",
                        LaboratoryForm.WHOLE,
                        words,
                        () -> go(draft.spreadShares(agreement, locked)));
        spread.setVisible(total.compareTo(LaboratoryForm.WHOLE) != 0);
        return LaboratoryForm.head(words.of("lab.shares"), sum, spread);
    }

    /**
     * The others make room; unlike weights, what is set is free again: of two, one would be left.
     */
    private void change(SectionId section, BigDecimal share) {
        Draft changed;
        try {
            changed = draft.withShare(section, share);
        } catch (IllegalArgumentException _) {
            refusal.accept(words.of("lab.too-many-digits"));
            return;
        }
        go(changed.spreadShares(agreement, with(section)));
    }

    private Set<SectionId> with(SectionId section) {
        Set<SectionId> all = new TreeSet<>(locked);
        all.add(section);
        return all;
    }

    private void go(WeightSpread spread) {
        switch (spread) {
            case WeightSpread.Spread(var changed) ->
                    LaboratoryNavigation.go(LaboratoryNavigation.with(state, changed));
            case WeightSpread.Impossible(var reason) -> refusal.accept(words.of(reason));
        }
    }
}
