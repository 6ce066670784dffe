package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.MapChart;
import districtkpi.ui.map.DistrictShapes;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.LevelScale;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.ranking.RankingNavigation.MapColour;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The districts on a map, in the colour of their total, its change, or the level of an indicator.
 */
class MapPanel extends Composite<Section> {

    /** Points that are no difference worth naming who is ahead. */
    private static final BigFraction CLOSE = BigFraction.of(2);

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final Optional<String> since;
    private final PageState state;
    private final Words words;
    private final MapColour colour;

    /** A district with the number that its colour says. */
    private record Place(District district, Optional<BigFraction> number) {}

    /**
     * @param before what it is compared with
     */
    MapPanel(
            Scoreboard scoreboard,
            RoundBefore before,
            DistrictShapes shapes,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.before = before.comparable();
        this.since = before.since(words);
        this.state = state;
        this.words = words;
        colour = inForce();
        List<Place> places =
                scoreboard.districts().stream()
                        .map(district -> new Place(district, number(district.code())))
                        .toList();
        List<BigFraction> numbers =
                places.stream().flatMap(place -> place.number().stream()).sorted().toList();
        String title = words.of("map.title", name(colour));
        DistrictShapes.Shapes drawn =
                shapes.of(scoreboard.districts().stream().map(District::code).toList());
        MapChart map =
                new MapChart(
                        title,
                        drawn.geoJson(),
                        drawn.aspect(),
                        places.stream().map(place -> area(place, numbers)).toList(),
                        "ranking-");
        Section panel = getContent();
        panel.setId("map-panel");
        panel.addClassName("map-panel");
        panel.getElement().setAttribute("aria-label", title);
        panel.add(
                createHead(numbers),
                new Chart("map", new ChartTitle(says(places), name(colour)), map, words));
        if (!drawn.licence().isEmpty()) {
            Span licence = new Span(drawn.licence());
            licence.setId("map-licence");
            licence.addClassName("map-licence");
            panel.add(licence);
        }
    }

    /** The chosen colours; those of totals where there is no such indicator, or no round before. */
    private MapColour inForce() {
        return state.chosen(RankingNavigation.COLOUR)
                .filter(chosen ->
                        switch (chosen) {
                            case MapColour.Total() -> true;
                            case MapColour.Change() -> before.isPresent();
                            case MapColour.Level(IndicatorId indicator) ->
                                    scoreboard
                                            .agreement()
                                            .indicators()
                                            .map(Indicator::id)
                                            .anyMatch(indicator::equals);
                        })
                .orElseGet(MapColour.Total::new);
    }

    private Optional<BigFraction> number(DistrictCode district) {
        return switch (colour) {
            case MapColour.Total() -> total(scoreboard, district);
            case MapColour.Change() ->
                    total(scoreboard, district)
                            .flatMap(now ->
                                    before.flatMap(then -> total(then, district))
                                            .map(now::subtract));
            case MapColour.Level(IndicatorId indicator) ->
                    scoreboard
                            .ranking()
                            .row(district)
                            .map(row -> row.scorecard().line(indicator).score())
                            .filter(IndicatorScore.WithLevel.class::isInstance)
                            .map(score -> ((IndicatorScore.WithLevel) score).levelScore());
        };
    }

    private static Optional<BigFraction> total(Scoreboard scoreboard, DistrictCode district) {
        return scoreboard.ranking().row(district).flatMap(row -> row.scorecard().total().points());
    }

    private MapChart.Area area(Place place, List<BigFraction> numbers) {
        DistrictCode code = place.district().code();
        String name = words.of(place.district().name());
        String number = place.number().map(this::written).orElse("");
        String rank =
                scoreboard
                        .ranking()
                        .row(code)
                        .map(Ranking.Row::rank)
                        .filter(one -> one.isPresent())
                        .map(one -> words.of("map.rank", words.number(one.getAsInt())))
                        .orElse("");
        return new MapChart.Area(
                code.value(),
                name,
                place.number().map(PlainDecimal::of).map(BigDecimal::new),
                number,
                place.number().map(known -> colour(known, numbers)),
                Stream.of(name, number.isEmpty() ? words.of("map.none") : number, rank)
                        .filter(text -> !text.isEmpty())
                        .reduce((one, two) -> one + " · " + two)
                        .orElse(name),
                RankingNavigation.addressOfDistrict(state, code));
    }

    /** What the colours show, in a sentence. */
    private String says(List<Place> places) {
        List<Place> known = places.stream().filter(place -> place.number().isPresent()).toList();
        if (known.isEmpty()) {
            return words.of("findings.lead.none");
        }
        BigFraction most = end(known, Comparator.naturalOrder());
        BigFraction least = end(known, Comparator.reverseOrder());
        return switch (colour) {
            case MapColour.Level(IndicatorId indicator) -> saysOfLevels(indicator);
            case MapColour.Total() -> saysOfTotals(known, most, least);
            case MapColour.Change() -> saysOfChanges(known, most, least);
        };
    }

    private static BigFraction end(List<Place> known, Comparator<BigFraction> order) {
        return known.stream().flatMap(place -> place.number().stream()).max(order).orElseThrow();
    }

    private String saysOfTotals(List<Place> known, BigFraction most, BigFraction least) {
        if (known.size() == 1) {
            return words.of("findings.lead.one", who(known, most), words.total(most));
        }
        String all = words.number(known.size());
        BigFraction apart = most.subtract(least);
        if (apart.equals(BigFraction.ZERO)) {
            return words.of("map.says.same", all, words.total(most));
        }
        if (apart.compareTo(CLOSE) <= 0) {
            return words.of("map.says.close", all, words.total(apart));
        }
        return words.of(
                "map.says.total",
                who(known, most),
                words.total(most),
                who(known, least),
                words.total(least));
    }

    private String saysOfChanges(List<Place> known, BigFraction most, BigFraction least) {
        boolean gained = most.compareTo(BigFraction.ZERO) > 0;
        boolean lost = least.compareTo(BigFraction.ZERO) < 0;
        if (gained && lost) {
            return words.of(
                    "map.says.change",
                    who(known, most),
                    words.difference(most),
                    who(known, least),
                    words.difference(least));
        }
        if (gained) {
            return words.of("map.says.gained", who(known, most), words.difference(most));
        }
        return lost
                ? words.of("map.says.lost", who(known, least), words.difference(least))
                : words.of("map.says.unchanged");
    }

    private String saysOfLevels(IndicatorId indicator) {
        Indicator of = scoreboard.agreement().indicator(indicator).orElseThrow();
        int firstSound = LevelScale.firstSound(of);
        List<Integer> levels =
                scoreboard.ranking().rows().stream()
                        .map(row -> row.scorecard().line(indicator).score().countingLevel())
                        .flatMap(level -> level.stream().boxed())
                        .toList();
        return words.of(
                "map.says.level",
                words.number(levels.stream().filter(one -> one == of.topLevel()).count()),
                words.number(levels.size()),
                words.number(levels.stream().filter(one -> one < firstSound).count()),
                words.level(of, of.topLevel()),
                words.level(of, firstSound));
    }

    private String who(List<Place> known, BigFraction number) {
        return DistrictNames.together(
                known.stream()
                        .filter(place -> place.number().filter(number::equals).isPresent())
                        .map(place -> words.of(place.district().name()))
                        .toList(),
                words);
    }

    private String written(BigFraction number) {
        return switch (colour) {
            case MapColour.Total() -> words.total(number);
            case MapColour.Change() -> words.difference(number);
            case MapColour.Level _ -> words.of("map.level", words.level(number));
        };
    }

    private String colour(BigFraction number, List<BigFraction> numbers) {
        return switch (colour) {
            case MapColour.Total() ->
                    mixed("--map-high", part(number, numbers.getFirst(), numbers.getLast()));
            case MapColour.Level(IndicatorId id) ->
                    mixed("--map-high", part(number, BigFraction.ZERO, maxScore(id)));
            case MapColour.Change() -> {
                BigFraction most = numbers.getLast().abs();
                BigFraction least = numbers.getFirst().abs();
                BigFraction widest = most.compareTo(least) > 0 ? most : least;
                yield mixed(
                        number.compareTo(BigFraction.ZERO) < 0 ? "--map-down" : "--map-high",
                        part(number.abs(), BigFraction.ZERO, widest));
            }
        };
    }

    private BigFraction maxScore(IndicatorId id) {
        return Exact.fraction(scoreboard.agreement().indicator(id).orElseThrow().maxScore());
    }

    /** Where a number lies between two others, in percent; in the middle where they are equal. */
    private static int part(BigFraction number, BigFraction least, BigFraction most) {
        BigFraction range = most.subtract(least);
        if (range.equals(BigFraction.ZERO)) {
            return 50;
        }
        BigFraction percent = number.subtract(least).divide(range).multiply(100);
        return new BigDecimal(percent.getNumerator())
                .divide(new BigDecimal(percent.getDenominator()), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String mixed(String variable, int percent) {
        return "color-mix(in oklab, var(" + variable + ") " + percent + "%, var(--map-low))";
    }

    private Component createHead(List<BigFraction> numbers) {
        Select<MapColour> picker = new Select<>();
        picker.setId("map-colour");
        picker.setAriaLabel(words.of("map.colour"));
        List<MapColour> colours = new ArrayList<>();
        colours.add(new MapColour.Total());
        before.ifPresent(_ -> colours.add(new MapColour.Change()));
        scoreboard
                .agreement()
                .indicators()
                .forEach(indicator -> colours.add(new MapColour.Level(indicator.id())));
        picker.setItems(colours);
        picker.setItemLabelGenerator(this::name);
        picker.setValue(colour);
        picker.addValueChangeListener(change ->
                RankingNavigation.go(
                        state.with(
                                RankingNavigation.COLOUR,
                                change.getValue() instanceof MapColour.Total
                                        ? null
                                        : change.getValue())));
        Div head = new Div(picker);
        head.addClassName("map-head");
        if (!numbers.isEmpty()) {
            head.add(createKey(numbers));
        }
        return head;
    }

    /** What the ends of the colours stand for. */
    private Component createKey(List<BigFraction> numbers) {
        Span ramp = new Span();
        ramp.addClassNames(
                "map-ramp", colour instanceof MapColour.Change ? "of-change" : "of-size");
        Span key =
                switch (colour) {
                    case MapColour.Level _ ->
                            new Span(new Span(words.number(0)), ramp, new Span(words.number(5)));
                    case MapColour.Total(), MapColour.Change() ->
                            new Span(
                                    new Span(written(numbers.getFirst())),
                                    ramp,
                                    new Span(written(numbers.getLast())));
                };
        key.addClassName("map-key");
        return key;
    }

    private String name(MapColour one) {
        return switch (one) {
            case MapColour.Total() -> words.of("map.colour.total");
            case MapColour.Change() ->
                    since.map(other -> words.of("map.colour.change", other))
                            .orElseGet(() -> words.of("ranking.change"));
            case MapColour.Level(IndicatorId id) ->
                    scoreboard
                            .agreement()
                            .indicators()
                            .filter(indicator -> indicator.id().equals(id))
                            .findFirst()
                            .map(indicator ->
                                    words.of("map.colour.level", id, words.of(indicator.name())))
                            .orElseGet(id::value);
        };
    }
}
