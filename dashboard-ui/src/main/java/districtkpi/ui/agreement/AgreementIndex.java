package districtkpi.ui.agreement;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.words.Words;
import districtkpi.ui.agreement.AgreementNavigation.Show;
import districtkpi.ui.parts.NamedPlace;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.Map;
import java.util.Optional;

/** The ways to all indicators; whatever the address names behind {@code #} is unfolded. */
class AgreementIndex extends Composite<Nav> {

    /**
     * @param all whether all are unfolded
     */
    AgreementIndex(
            Agreement agreement,
            Map<IndicatorId, IndicatorTerms> terms,
            boolean all,
            PageState state,
            Words words) {
        Nav nav = getContent();
        nav.setId("agreement-index");
        nav.addClassName("agreement-index");
        nav.setAriaLabel(words.of("record.index"));
        for (Indicator indicator : agreement.indicators().toList()) {
            Anchor link =
                    PageLink.to(
                            AgreementNavigation.PATH,
                            state,
                            indicator.id().value(),
                            indicator.id().value());
            link.setId("to-" + indicator.id());
            Span name = new Span(words.of(indicator.name()));
            name.addClassName("agreement-index-name");
            name.setTitle(words.of(indicator.name()));
            link.add(name);
            nav.add(link);
        }
        Anchor show =
                PageLink.to(
                        AgreementNavigation.PATH,
                        state.with(AgreementNavigation.SHOW, all ? null : Show.ALL),
                        words.of(all ? "agreement.fold-all" : "agreement.open-all"));
        show.setId("show-all");
        nav.add(show);
        NamedPlace.listen(
                nav,
                place -> {
                    Optional<IndicatorTerms> named =
                            terms.entrySet().stream()
                                    .filter(one -> one.getKey().value().equals(place))
                                    .map(Map.Entry::getValue)
                                    .findFirst();
                    named.ifPresent(IndicatorTerms::open);
                    return named;
                });
    }
}
