package districtkpi.ui.weights;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;
import java.util.stream.Stream;

/** The way to where points come from. */
public final class WeightsNavigation {

    static final String PATH = "weights";

    /** The district whose points are broken down; the province where absent. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    /** What is shown below the picture; the indicators where absent. */
    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    /** What is shown below the picture. */
    enum Tab {
        INDICATORS,
        SECTIONS,
        UNITS,
        INFLUENCE
    }

    private WeightsNavigation() {}

    /** Also those of the laboratory, which was on this page once. */
    static List<Parameter<?>> parameters() {
        return Stream.concat(Stream.of(DISTRICT, TAB), LaboratoryNavigation.parameters().stream())
                .toList();
    }

    /** A link to where the province, or one district, earns and loses its points. */
    public static Anchor link(PageState state, String text) {
        return PageLink.to(PATH, state.shared(), text);
    }

    /** A link to which indicators order the districts. */
    public static Anchor linkToInfluence(PageState state, String text) {
        return PageLink.to(PATH, state.shared().with(TAB, Tab.INFLUENCE), text);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }
}
