package districtkpi.ui.weights;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.weighting.Draft;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to where points come from, and to the laboratory. */
public final class WeightsNavigation {

    static final String PATH = "weights";

    /** The place of the laboratory. */
    static final String LABORATORY = "laboratory";

    /** The district whose points are broken down; the province where absent. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    /** Other weights, thresholds and shares to try. */
    static final Parameter<Draft> DRAFT = new Parameter<>("draft", Draft::parse, Draft::toString);

    /** Indicators whose weights stay while the others make room. */
    static final Parameter<Set<IndicatorId>> LOCKED =
            new Parameter<>("locked", WeightsNavigation::ids, WeightsNavigation::text);

    /** Sections whose shares stay while the others make room. */
    static final Parameter<Set<Section>> LOCKED_SHARES =
            new Parameter<>("lockedShares", WeightsNavigation::sections, WeightsNavigation::keys);

    /** The indicator whose thresholds are open to be changed. */
    static final Parameter<IndicatorId> INDICATOR =
            new Parameter<>("indicator", IndicatorId::of, IndicatorId::value);

    /** Which rounds a draft is tried on beside the one of the page. */
    static final Parameter<PastRounds> PAST = Parameter.choice("past", PastRounds.class);

    /** Rounds before the one of the page. */
    enum PastRounds {
        ALL
    }

    private WeightsNavigation() {}

    static List<Parameter<?>> parameters() {
        return List.of(DISTRICT, DRAFT, LOCKED, LOCKED_SHARES, INDICATOR, PAST);
    }

    private static Set<IndicatorId> ids(String text) {
        return Stream.of(text.split("-", -1))
                .map(IndicatorId::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Section> sections(String text) {
        return Stream.of(text.split("-", -1))
                .map(Section::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private static String keys(Set<Section> sections) {
        return sections.stream().map(Section::key).collect(Collectors.joining("-"));
    }

    private static String text(Set<IndicatorId> ids) {
        return ids.stream().map(IndicatorId::value).collect(Collectors.joining("-"));
    }

    /** A link to where the province, or one district, earns and loses its points. */
    public static Anchor link(PageState state, String text) {
        return PageLink.to(PATH, state.shared(), text);
    }

    /** A link to where one district earns and loses its points. */
    public static Anchor linkToDistrict(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state.shared().with(DISTRICT, district), text);
    }

    static Anchor again(PageState state, String text) {
        return PageLink.to(PATH, state, LABORATORY, text);
    }

    static PageState with(PageState state, Draft draft, Set<IndicatorId> locked) {
        return state.with(DRAFT, draft.equals(Draft.NONE) ? null : draft)
                .with(LOCKED, locked.isEmpty() ? null : locked);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }
}
