package districtkpi.ui.ranking;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.analysis.WeightChange;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;

/** What the address of the ranking can say beyond what every page understands. */
final class RankingNavigation {

    static final String PATH = "";

    /** Which districts are shown. */
    enum Show {
        ALL,
        TOP,
        NEIGHBOURS
    }

    /** By what the improvement is ordered. */
    enum Improved {
        GAIN,
        SHARE
    }

    static final Parameter<Show> SHOW = Parameter.choice("show", Show.class);
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);
    static final Parameter<LevelOrder> SORT =
            new Parameter<>("sort", LevelOrder::parse, LevelOrder::key);
    static final Parameter<Improved> IMPROVED = Parameter.choice("improved", Improved.class);
    static final Parameter<WeightChange> WEIGHTS =
            new Parameter<>("weights", RankingNavigation::change, RankingNavigation::percent);

    private RankingNavigation() {}

    /** A link to a district's row in the ranking, on the same page. */
    static Anchor linkToRow(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state, "ranking-" + district, text);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }

    static List<Parameter<?>> parameters() {
        return List.of(SHOW, DISTRICT, SORT, IMPROVED, WEIGHTS);
    }

    /** The order of the levels grid. */
    sealed interface LevelOrder {

        record ByRank() implements LevelOrder {}

        record ByName() implements LevelOrder {}

        /** The highest level of an indicator first. */
        record ByLevel(IndicatorId indicator) implements LevelOrder {}

        /** Reads {@code rank}, {@code name} or the id of an indicator. */
        private static LevelOrder parse(String text) {
            return switch (text) {
                case "rank" -> new ByRank();
                case "name" -> new ByName();
                default -> new ByLevel(IndicatorId.of(text));
            };
        }

        private static String key(LevelOrder order) {
            return switch (order) {
                case ByRank() -> "rank";
                case ByName() -> "name";
                case ByLevel(IndicatorId indicator) -> indicator.value();
            };
        }
    }

    private static WeightChange change(String percent) {
        return switch (percent) {
            case "10" -> WeightChange.TEN_PERCENT;
            case "25" -> WeightChange.TWENTY_FIVE_PERCENT;
            default -> throw new IllegalArgumentException("10 or 25 per cent: " + percent);
        };
    }

    private static String percent(WeightChange change) {
        return switch (change) {
            case TEN_PERCENT -> "10";
            case TWENTY_FIVE_PERCENT -> "25";
        };
    }
}
