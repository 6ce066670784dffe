package districtkpi.ui.trends;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.LineChart;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.RankChart;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** The pictures of trends; what they draw is also in the table. */
final class TrendDrawings {

    private static final int COLOURS = 6;
    private static final int SMALL = 150;

    private final Followed followed;
    private final TrendWords trendWords;
    private final PageState state;
    private final Words words;

    TrendDrawings(Followed followed, PageState state, Words words) {
        this.followed = followed;
        this.trendWords = new TrendWords(words, followed);
        this.state = state;
        this.words = words;
    }

    /**
     * The ranks: those chosen, the one told about and the largest movers in colours of their own,
     * the others grey.
     */
    Drawing ranks(Optional<DistrictCode> shown) {
        Set<DistrictCode> emphasised = new LinkedHashSet<>(followed.chosen());
        shown.ifPresent(emphasised::add);
        Set<DistrictCode> coloured = new LinkedHashSet<>(emphasised);
        // The places of a round that is being filled are those of a day.
        if (!followed.before().isFilling()) {
            coloured.addAll(namedInTitle());
        }
        List<DistrictTrend> drawn = drawn(coloured);
        List<DistrictCode> colours = coloured.stream().limit(COLOURS).toList();
        List<RankChart.Line> lines = new ArrayList<>();
        for (DistrictTrend district : drawn) {
            int colour = colours.indexOf(district.district());
            List<OptionalInt> ranks = district.ranks();
            lines.add(
                    new RankChart.Line(
                            new Series(
                                    trendWords.name(district.district()),
                                    colour < 0 ? "--line-strong" : "--series-" + (colour + 1),
                                    marks(round -> rank(district.district(), ranks, round))),
                            emphasised.contains(district.district())));
        }
        int lowest =
                drawn.stream()
                        .flatMapToInt(district ->
                                district.ranks().stream().flatMapToInt(OptionalInt::stream))
                        .max()
                        .orElse(2);
        return new RankChart(
                words.of("trends.ranks.label", words.number(drawn.size())),
                trendWords.steps(),
                Scale.ranks(words.of("ranking.rank"), Math.max(2, lowest)),
                lines,
                trendWords.marksBelow());
    }

    /** Those in colour, and as many others, the first in rank, as can be told apart. */
    private List<DistrictTrend> drawn(Set<DistrictCode> coloured) {
        List<DistrictTrend> all = followed.ordered();
        long others = Math.max(0, Followed.MAX_DRAWN - coloured.size());
        Set<DistrictCode> drawn = new HashSet<>();
        coloured.stream().limit(Followed.MAX_DRAWN).forEach(drawn::add);
        all.stream()
                .map(DistrictTrend::district)
                .filter(code -> !coloured.contains(code))
                .limit(others)
                .forEach(drawn::add);
        return all.stream().filter(one -> drawn.contains(one.district())).toList();
    }

    /** Who fell and who rose most since the round before. */
    ChartTitle titleOfRanks() {
        return new ChartTitle(saysOfRanks(), words.of("ranking.rank"));
    }

    private String saysOfRanks() {
        if (followed.before().isFilling()) {
            return words.of(
                    "trends.says.filling",
                    words.of(
                            "comparison.round-on",
                            trendWords.steps().getLast(),
                            words.dayAndMonth(followed.last().asOf())));
        }
        List<DistrictTrend> known =
                followed.ordered().stream().filter(district -> hasRanks(district.ranks())).toList();
        if (known.isEmpty()) {
            return words.of("trends.says.none");
        }
        int up = known.stream().mapToInt(TrendDrawings::placesUp).max().orElseThrow();
        int down = -known.stream().mapToInt(TrendDrawings::placesUp).min().orElseThrow();
        if (up <= 0 && down <= 0) {
            return words.of("trends.says.still", stepBefore());
        }
        if (down <= 0) {
            return words.of("trends.says.rose", who(known, up), ranks(up), stepBefore());
        }
        return up <= 0
                ? words.of("trends.says.fell", who(known, -down), ranks(down), stepBefore())
                : words.of(
                        "trends.says.moved",
                        who(known, -down),
                        ranks(down),
                        who(known, up),
                        words.number(up));
    }

    /** The one who fell and the one who rose most, the first of those that did alike. */
    private List<DistrictCode> namedInTitle() {
        Comparator<DistrictTrend> up = Comparator.comparingInt(TrendDrawings::placesUp);
        List<DistrictTrend> movers =
                followed.ordered().stream().filter(district -> placesUp(district) != 0).toList();
        return Stream.of(
                        movers.stream().filter(district -> placesUp(district) < 0).min(up),
                        movers.stream()
                                .filter(district -> placesUp(district) > 0)
                                .min(up.reversed()))
                .flatMap(Optional::stream)
                .map(DistrictTrend::district)
                .toList();
    }

    private String ranks(int places) {
        return words.countOfRanks(places);
    }

    private String stepBefore() {
        return trendWords.steps().get(followed.rounds().size() - 2);
    }

    private String who(List<DistrictTrend> known, int placesUp) {
        return DistrictNames.together(
                known.stream()
                        .filter(district -> placesUp(district) == placesUp)
                        .map(DistrictTrend::district)
                        .map(trendWords::name)
                        .toList(),
                words);
    }

    /** How what is followed moved in one district. */
    ChartTitle titleOf(DistrictTrend district) {
        return new ChartTitle(
                says(district),
                followed.concept().isEmpty() && followed.part().isWhole()
                        ? words.of("why.unit")
                        : trendWords.subject());
    }

    private String says(DistrictTrend district) {
        String name = trendWords.name(district.district());
        Optional<BigFraction> now = followed.values(district).getLast();
        if (now.isEmpty()) {
            return words.of("trends.says.nothing", name, trendWords.steps().getLast());
        }
        String value = trendWords.value(now.get());
        Optional<BigFraction> change = followed.lastChange(district);
        Optional<String> since = followed.before().name(words);
        if (change.isEmpty() || since.isEmpty()) {
            return words.of("trends.says.value", name, value, trendWords.steps().getLast());
        }
        int direction = change.get().compareTo(BigFraction.ZERO);
        if (direction == 0) {
            return words.of("trends.says.value-same", name, value, since.get());
        }
        return words.of(
                direction > 0 ? "trends.says.value-rose" : "trends.says.value-fell",
                name,
                words.total(change.get().abs()),
                value,
                since.get());
    }

    private Optional<Mark> rank(DistrictCode district, List<OptionalInt> ranks, int round) {
        OptionalInt rank = ranks.get(round);
        return rank.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Mark(
                                BigDecimal.valueOf(rank.getAsInt()),
                                words.of(
                                        "trends.ranks.mark",
                                        trendWords.name(district),
                                        words.number(rank.getAsInt()),
                                        trendWords.steps().get(round)),
                                target(district, round)));
    }

    /** Whether there is a rank in the last round and in the one before. */
    private static boolean hasRanks(List<OptionalInt> ranks) {
        return ranks.size() > 1
                && ranks.getLast().isPresent()
                && ranks.get(ranks.size() - 2).isPresent();
    }

    /** By how many places the rank rose in the last round; 0 where that is not known. */
    private static int placesUp(DistrictTrend district) {
        List<OptionalInt> ranks = district.ranks();
        return hasRanks(ranks)
                ? ranks.get(ranks.size() - 2).getAsInt() - ranks.getLast().getAsInt()
                : 0;
    }

    /** The scale that all small pictures share: as far as their values go, to show differences. */
    Scale scale(List<DistrictTrend> drawn) {
        if (followed.concept().isPresent()) {
            return new Scale("", BigDecimal.ZERO, BigDecimal.valueOf(OutOfFive.MAX), false, true);
        }
        List<BigDecimal> values =
                drawn.stream()
                        .flatMap(district -> followed.values(district).stream())
                        .flatMap(Optional::stream)
                        .map(TrendWords::drawn)
                        .toList();
        return values.isEmpty() ? Scale.hundred("") : Scale.between("", values);
    }

    /** What is followed in one district, on the scale that all districts share. */
    Drawing values(DistrictTrend district, Scale scale) {
        List<Optional<BigFraction>> values = followed.values(district);
        return new LineChart(
                words.of(
                        "trends.values.label",
                        trendWords.subject(),
                        trendWords.name(district.district())),
                trendWords.steps(),
                scale,
                pieces(
                        new Series(
                                trendWords.name(district.district()),
                                "--series-1",
                                marks(round -> value(district.district(), values, round))),
                        round -> followed.isBreak(round)),
                trendWords.breaks(),
                SMALL);
    }

    private Optional<Mark> value(
            DistrictCode district, List<Optional<BigFraction>> values, int round) {
        return values.get(round)
                .map(value ->
                        new Mark(
                                TrendWords.drawn(value),
                                words.of(
                                        "trends.values.mark",
                                        trendWords.name(district),
                                        trendWords.value(value),
                                        trendWords.steps().get(round)),
                                target(district, round)));
    }

    /** The scorecard of the district in that round. */
    private String target(DistrictCode district, int round) {
        RoundId id = trendWords.rounds().get(round);
        return DistrictNavigation.link(in(state, id), district, "").getHref();
    }

    /** The state in a round; the chosen day stays with its own round. */
    static PageState in(PageState state, RoundId round) {
        return state.chosenRound().filter(round::equals).isPresent()
                ? state
                : state.withRound(round);
    }

    private List<Optional<Mark>> marks(IntFunction<Optional<Mark>> mark) {
        return IntStream.range(0, followed.rounds().size()).mapToObj(mark).toList();
    }

    /** What cannot be compared is not joined: one line up to each break, and one from there on. */
    static List<Series> pieces(Series line, IntPredicate isBreak) {
        List<Series> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= line.marks().size(); i++) {
            if (i == line.marks().size() || isBreak.test(i)) {
                List<Optional<Mark>> marks = new ArrayList<>();
                for (int place = 0; place < line.marks().size(); place++) {
                    boolean here = place >= from && place < i;
                    marks.add(here ? line.marks().get(place) : Optional.empty());
                }
                pieces.add(new Series(line.name(), line.colour(), marks));
                from = i;
            }
        }
        return pieces;
    }
}
