package districtkpi.ui.ranking;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;

/** Where the numbers of the ranking are explained further. */
final class Ways {

    private static final String COMPARE = "compare";
    private static final String PLAN = "plan";
    private static final String TRENDS = "trends";
    private static final String WEIGHTS = "weights";
    private static final Parameter<List<DistrictCode>> DISTRICTS = Parameter.districts("districts");

    private Ways() {}

    static Anchor toIndicator(
            PageState state, DistrictCode district, IndicatorId indicator, String text) {
        Anchor link = DistrictNavigation.linkToIndicator(state, district, indicator);
        link.setText(text);
        return link;
    }

    static Anchor toComparison(PageState state, DistrictCode one, DistrictCode other, String text) {
        return PageLink.to(COMPARE, state.shared().with(DISTRICTS, List.of(one, other)), text);
    }

    static Anchor toPlan(PageState state, DistrictCode district, String text) {
        return PageLink.to(PLAN + "/" + district, state.shared(), text);
    }

    /** Why a district's total and rank moved. */
    static Anchor toMovement(PageState state, DistrictCode district, String text) {
        return PageLink.to(TRENDS, state.shared().with(RankingNavigation.DISTRICT, district), text);
    }

    static Anchor toWeights(PageState state, String text) {
        return PageLink.to(WEIGHTS, state.shared(), text);
    }

    /** A district's row in the ranking, on this page. */
    static Anchor toRow(PageState state, DistrictCode district, String text) {
        return PageLink.to(RankingNavigation.PATH, state, "ranking-" + district, text);
    }
}
