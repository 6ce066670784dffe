package districtkpi.ui.compare;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;

/** The way to districts side by side. */
public final class CompareNavigation {

    static final String PATH = "compare";

    /** The districts, the first being the one that the others are compared with. */
    static final Parameter<List<DistrictCode>> DISTRICTS = Parameter.districts("districts");

    /** For which of the districts somebody to learn from is looked for; else for the first. */
    static final Parameter<DistrictCode> LEARNER =
            new Parameter<>("learner", DistrictCode::of, DistrictCode::value);

    /** What is shown below the picture. */
    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    /** What is shown below the picture; the figures first. */
    enum Tab {
        FIGURES,
        PROVINCE,
        LEARN
    }

    private CompareNavigation() {}

    /** A link to districts side by side. */
    public static Anchor link(PageState state, List<DistrictCode> districts, String text) {
        return PageLink.to(PATH, choose(state.shared(), districts), text);
    }

    /** The same screen with other districts, and all other choices kept. */
    static Anchor again(PageState state, List<DistrictCode> districts, String text) {
        return PageLink.to(PATH, choose(state, districts), text);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }

    /** The state with other districts; whoever is no longer among them learns nothing. */
    static PageState choose(PageState state, List<DistrictCode> districts) {
        PageState chosen = state.with(DISTRICTS, districts.isEmpty() ? null : districts);
        return state.chosen(LEARNER).filter(districts::contains).isPresent()
                ? chosen
                : chosen.with(LEARNER, null);
    }

    /** The tab that is shown: whoever looks for somebody to learn from sees whom there is. */
    static Tab tab(PageState state) {
        return state.chosen(TAB)
                .orElse(state.chosen(LEARNER).isPresent() ? Tab.LEARN : Tab.FIGURES);
    }

    /** The chosen districts, each once; none where nothing was chosen. */
    static List<DistrictCode> chosen(PageState state) {
        return state.chosen(DISTRICTS).orElse(List.of());
    }
}
