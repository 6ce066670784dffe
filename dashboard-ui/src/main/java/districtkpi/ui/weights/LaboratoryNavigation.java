package districtkpi.ui.weights;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.scoring.weighting.Draft;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to the laboratory; what is tried stands in its address. */
public final class LaboratoryNavigation {

    static final String PATH = "laboratory";

    /** Other weights, thresholds and shares to try. */
    static final Parameter<Draft> DRAFT = new Parameter<>("draft", Draft::parse, Draft::toString);

    /** What the draft is put beside; the agreement where absent. */
    static final Parameter<Draft> AGAINST =
            new Parameter<>("against", Draft::parse, Draft::toString);

    /** Indicators whose weights stay while the others make room. */
    static final Parameter<Set<IndicatorId>> LOCKED =
            new Parameter<>("locked", LaboratoryNavigation::ids, LaboratoryNavigation::text);

    /** Sections whose shares stay while the others make room. */
    static final Parameter<Set<SectionId>> LOCKED_SHARES =
            new Parameter<>(
                    "lockedShares", LaboratoryNavigation::sections, LaboratoryNavigation::keys);

    /** The indicator whose thresholds are open to be changed. */
    static final Parameter<IndicatorId> INDICATOR =
            new Parameter<>("indicator", IndicatorId::of, IndicatorId::value);

    /** Whether the draft is shown on the rounds before the one of the page. */
    static final Parameter<PastRounds> PAST = Parameter.choice("past", PastRounds.class);

    /** Rounds before the one of the page. */
    enum PastRounds {
        ALL
    }

    private LaboratoryNavigation() {}

    static List<Parameter<?>> parameters() {
        return List.of(DRAFT, AGAINST, LOCKED, LOCKED_SHARES, INDICATOR, PAST);
    }

    private static Set<IndicatorId> ids(String text) {
        return Stream.of(text.split("-", -1))
                .map(IndicatorId::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<SectionId> sections(String text) {
        return Stream.of(text.split("-", -1))
                .map(SectionId::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String keys(Set<SectionId> sections) {
        return sections.stream().map(SectionId::value).collect(Collectors.joining("-"));
    }

    private static String text(Set<IndicatorId> ids) {
        return ids.stream().map(IndicatorId::value).collect(Collectors.joining("-"));
    }

    /** A link to the laboratory with nothing changed yet. */
    public static Anchor link(PageState state, String text) {
        return PageLink.to(PATH, state.shared(), text);
    }

    static Anchor again(PageState state, String text) {
        return PageLink.to(PATH, state, text);
    }

    /** Whether an address of the page of points asks for what the laboratory shows. */
    static boolean isAskedFor(PageState state) {
        return parameters().stream().anyMatch(one -> state.chosen(one).isPresent());
    }

    static PageState with(PageState state, Draft draft) {
        return state.with(DRAFT, draft.equals(Draft.NONE) ? null : draft);
    }

    static PageState with(PageState state, Draft draft, Set<IndicatorId> locked) {
        return with(state, draft).with(LOCKED, locked.isEmpty() ? null : locked);
    }

    static PageState against(PageState state, Draft draft) {
        return state.with(AGAINST, draft.equals(Draft.NONE) ? null : draft);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }
}
