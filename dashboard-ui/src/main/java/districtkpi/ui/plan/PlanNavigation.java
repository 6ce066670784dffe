package districtkpi.ui.plan;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.plan.Goal;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to the plan of a district. */
public final class PlanNavigation {

    static final String PATH = "plan";

    /** What effort is. */
    static final Parameter<Effort> EFFORT = Parameter.choice("effort", Effort.class);

    /** What is to be reached, such as {@code score:80}. */
    static final Parameter<Goal> GOAL = new Parameter<>("goal", GoalKind::parse, GoalKind::write);

    /** What is assumed of figures that nobody reported. */
    static final Parameter<Missing> MISSING = Parameter.choice("missing", Missing.class);

    /** What the planner thinks that moves cost, such as {@code P1.3:5_T2.4:2}. */
    static final Parameter<Estimates> ESTIMATES =
            new Parameter<>("estimates", Estimates::parse, Estimates::toString);

    /** Which levels to come are listed, such as {@code team}. */
    static final Parameter<MoveFilter> ROWS =
            new Parameter<>("rows", MoveFilter::parse, MoveFilter::toString);

    private PlanNavigation() {}

    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(path(district), state.shared(), text);
    }

    static String path(DistrictCode district) {
        return PATH + "/" + district;
    }
}
