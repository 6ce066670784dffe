package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.OptionLinks;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of what is to be checked is listed, as the address says it: of a kind, a district, an
 * indicator, or of all.
 */
record WatchFilter(
        Optional<WatchKind> kind,
        Optional<DistrictCode> district,
        Optional<IndicatorId> indicator,
        PageState state) {

    static WatchFilter of(PageState state) {
        return new WatchFilter(
                state.chosen(RankingNavigation.WATCH),
                state.chosen(RankingNavigation.WATCH_DISTRICT),
                state.chosen(RankingNavigation.WATCH_INDICATOR),
                state);
    }

    boolean isAll() {
        return kind.isEmpty() && district.isEmpty() && indicator.isEmpty();
    }

    private boolean isOf(DistrictCode code) {
        return district.filter(one -> !one.equals(code)).isEmpty();
    }

    /** Whatever their kind, so that each kind can be counted. */
    List<Attention.Missing> missing(Attention attention) {
        return attention.missing().stream()
                .filter(one -> isOf(one.district()))
                .filter(one ->
                        indicator
                                .filter(id ->
                                        !one.noResult().contains(id)
                                                && !one.incomplete().contains(id))
                                .isEmpty())
                .toList();
    }

    /** Totals are of no indicator. */
    List<Attention.TwiceFalling> falling(Attention attention) {
        return attention.twiceFalling().stream()
                .filter(one -> isOf(one.district()) && indicator.isEmpty())
                .toList();
    }

    List<CliffWatch.Edge> edges(CliffWatch cliffs) {
        return cliffs.justMet().stream()
                .filter(one -> isOf(one.district()))
                .filter(one -> indicator.filter(id -> !one.indicator().id().equals(id)).isEmpty())
                .toList();
    }

    boolean shows(WatchKind one) {
        return kind.filter(chosen -> chosen != one).isEmpty();
    }

    /** The kinds with their counts, and the fields for the rest. */
    Component form(Scoreboard scoreboard, Function<WatchKind, Integer> counts, Words words) {
        return new Form(this, scoreboard, counts, words);
    }

    /** All of it, in the same view of the round. */
    Anchor toAll(Words words) {
        Anchor all =
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(RankingNavigation.WATCH, null)
                                .with(RankingNavigation.WATCH_DISTRICT, null)
                                .with(RankingNavigation.WATCH_INDICATOR, null),
                        words.of("watch.show-all"));
        all.setId("watch-show-all");
        return all;
    }

    private static final class Form extends Composite<Div> {

        private final WatchFilter filter;
        private final Words words;

        private Form(
                WatchFilter filter,
                Scoreboard scoreboard,
                Function<WatchKind, Integer> counts,
                Words words) {
            this.filter = filter;
            this.words = words;
            int all = 0;
            for (WatchKind kind : WatchKind.values()) {
                all += counts.apply(kind);
            }
            OptionLinks kinds = new OptionLinks("watch-kinds", words.of("watch.kind"));
            kinds.add(link(null, words.of("watch.all"), all), filter.kind().isEmpty());
            for (WatchKind kind : WatchKind.values()) {
                kinds.add(
                        link(kind, kind.label(words), counts.apply(kind)),
                        filter.kind().filter(kind::equals).isPresent());
            }
            DistrictField district =
                    new DistrictField(
                            "watch-district",
                            words.of("ranking.district"),
                            scoreboard.districts(),
                            filter.district(),
                            words,
                            chosen ->
                                    RankingNavigation.go(
                                            filter.state()
                                                    .with(
                                                            RankingNavigation.WATCH_DISTRICT,
                                                            chosen.orElse(null))));
            district.setClearButtonVisible(true);
            district.setPlaceholder(words.of("watch.every-district"));
            getContent().addClassName("watch-filter");
            getContent().add(kinds, new Filter(words, district, createIndicators(scoreboard)));
        }

        private Anchor link(@Nullable WatchKind kind, String name, int count) {
            Anchor link =
                    PageLink.to(
                            RankingNavigation.PATH,
                            filter.state().with(RankingNavigation.WATCH, kind),
                            words.of("watch.count", name, words.number(count)));
            link.setId("watch-kind-" + (kind == null ? "all" : RankingNavigation.key(kind)));
            return link;
        }

        private Component createIndicators(Scoreboard scoreboard) {
            List<Indicator> indicators = scoreboard.agreement().indicators().toList();
            ComboBox<Indicator> field = new ComboBox<>(words.of("plan.indicator"));
            field.setId("watch-indicator");
            field.setItems(indicators);
            field.setItemLabelGenerator(one -> one.id() + " " + words.of(one.name()));
            field.setClearButtonVisible(true);
            field.setPlaceholder(words.of("watch.every-indicator"));
            filter.indicator()
                    .flatMap(id ->
                            indicators.stream().filter(one -> one.id().equals(id)).findFirst())
                    .ifPresent(field::setValue);
            field.addValueChangeListener(change ->
                    RankingNavigation.go(
                            filter.state()
                                    .with(
                                            RankingNavigation.WATCH_INDICATOR,
                                            change.getValue() == null
                                                    ? null
                                                    : change.getValue().id())));
            return field;
        }
    }
}
