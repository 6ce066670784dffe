package districtkpi.ui.ranking;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.WeightChange;
import districtkpi.ui.parts.DistrictSearch;
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

    /** What the lower half of the page shows. */
    enum Tab {
        LEVELS,
        CHECK,
        PROGRESS,
        STATISTICS
    }

    /** By what the ranking is ordered. */
    enum Order {
        RANK,
        NAME,
        CHANGE
    }

    /** How much the ranking says of each district. */
    enum Columns {
        FEW,
        ALL
    }

    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);
    static final Parameter<Order> ORDER = Parameter.choice("order", Order.class);
    static final Parameter<Columns> COLUMNS = Parameter.choice("columns", Columns.class);
    static final Parameter<MapColour> COLOUR =
            new Parameter<>("colour", MapColour::parse, MapColour::key);
    static final Parameter<Show> SHOW = Parameter.choice("show", Show.class);
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);
    static final Parameter<LevelOrder> SORT =
            new Parameter<>("sort", LevelOrder::parse, LevelOrder::key);
    static final Parameter<Improved> IMPROVED = Parameter.choice("improved", Improved.class);
    static final Parameter<WatchKind> WATCH = Parameter.choice("check", WatchKind.class);
    static final Parameter<DistrictCode> WATCH_DISTRICT =
            new Parameter<>("check-district", DistrictCode::of, DistrictCode::value);
    static final Parameter<IndicatorId> WATCH_INDICATOR =
            new Parameter<>("check-indicator", IndicatorId::of, IndicatorId::value);
    static final Parameter<WeightChange> WEIGHTS =
            new Parameter<>("weights", RankingNavigation::change, RankingNavigation::percent);

    private RankingNavigation() {}

    /** A link to a district's row in the ranking, on the same page. */
    static Anchor linkToRow(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state, "ranking-" + district, text);
    }

    /** A link to something in the lower half of the page. */
    static Anchor linkToTab(PageState state, Tab tab, String id, String text) {
        return PageLink.to(PATH, state.with(TAB, tab), id, text);
    }

    /** The address of the page with a district in short beside the ranking. */
    static String addressOfDistrict(PageState state, DistrictCode district) {
        return PageLink.to(PATH, state.with(DISTRICT, district), "").getHref();
    }

    /** What rows of districts depend on: not what stands beside or below them. */
    static PageState ofRows(PageState state) {
        PageState rows = state.with(TAB, null).with(COLOUR, null).with(IMPROVED, null);
        // Neighbours are those of the district.
        return state.chosen(SHOW).isPresent() ? rows : rows.with(DISTRICT, null);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }

    static List<Parameter<?>> parameters() {
        return List.of(
                DistrictSearch.TEXT,
                TAB,
                ORDER,
                COLUMNS,
                COLOUR,
                SHOW,
                DISTRICT,
                SORT,
                IMPROVED,
                WATCH,
                WATCH_DISTRICT,
                WATCH_INDICATOR,
                WEIGHTS);
    }

    /** As the address calls a kind. */
    static String key(WatchKind kind) {
        return WATCH.writer().apply(kind);
    }

    /** What the colours of the map say. */
    sealed interface MapColour {

        record Total() implements MapColour {}

        /** Of the total, since the round before. */
        record Change() implements MapColour {}

        record Level(IndicatorId indicator) implements MapColour {}

        /** Reads {@code total}, {@code change} or the id of an indicator. */
        private static MapColour parse(String text) {
            return switch (text) {
                case "total" -> new Total();
                case "change" -> new Change();
                default -> new Level(IndicatorId.of(text));
            };
        }

        private static String key(MapColour colour) {
            return switch (colour) {
                case Total() -> "total";
                case Change() -> "change";
                case Level(IndicatorId indicator) -> indicator.value();
            };
        }
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
