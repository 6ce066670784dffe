package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.parts.HalfFilled;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All districts from round to round: their ranks, and what is followed. */
class RoundsSection extends Composite<Section> {

    private final Followed followed;
    private final PageState state;
    private final Words words;

    private final boolean older;

    /**
     * @param shown the district that is told about beside it
     * @param older whether there are rounds before those that are shown
     */
    RoundsSection(
            Followed followed,
            Optional<DistrictCode> shown,
            boolean older,
            PageState state,
            Words words) {
        this.followed = followed;
        this.older = older;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.addClassName("block");
        section.setId("across-rounds");
        section.add(new H2(words.of("trends.ranks.title")));
        if (followed.rounds().size() == 1) {
            Paragraph single = new Paragraph(words.of("trends.single"));
            single.setId("single-round");
            section.add(single);
        } else {
            addFilling();
            TrendDrawings drawings = new TrendDrawings(followed, state, words);
            section.add(
                    new Chart("rank-chart", drawings.titleOfRanks(), drawings.ranks(shown), words));
            section.add(new NativeDetails(words.of("trends.reading"), createRankIntroduction()));
        }
    }

    /** What is followed, in numbers and in a picture for each district. */
    List<Component> values() {
        List<Component> values = new ArrayList<>();
        if (followed.rounds().size() > 1) {
            TrendDrawings drawings = new TrendDrawings(followed, state, words);
            TrendWords trendWords = new TrendWords(words, followed);
            values.add(new H3(words.of("trends.values.title", trendWords.subject())));
            values.add(createSmallCharts(drawings));
            values.add(
                    new NativeDetails(
                            words.of("trends.reading"),
                            new Paragraph(words.of("trends.values.intro"))));
        }
        values.add(new TrendTable(followed, state, words));
        if (older) {
            values.add(
                    new Paragraph(
                            words.of("trends.older", words.number(followed.rounds().size()))));
        }
        return values;
    }

    /** Of the last round less is in than of the one before: its place is one of a day. */
    private void addFilling() {
        List<Scoreboard> rounds = followed.rounds();
        Scoreboard before = rounds.get(rounds.size() - 2);
        if (followed.before().isFilling()) {
            HalfFilled.of(before, followed.last(), words)
                    .map(text -> new Remark("half-filled-rounds", text))
                    .ifPresent(getContent()::add);
        }
    }

    private Component createRankIntroduction() {
        String introduction = words.of("trends.ranks.intro");
        return new Paragraph(
                followed.part().isWhole()
                        ? introduction
                        : words.of("trends.ranks.whole") + " " + introduction);
    }

    private Component createSmallCharts(TrendDrawings drawings) {
        Div grid = new Div();
        grid.setId("small-charts");
        grid.addClassName("small-charts");
        List<DistrictTrend> drawn =
                followed.ordered().stream()
                        .filter(district ->
                                followed.chosen().isEmpty()
                                        || followed.chosen().contains(district.district()))
                        .limit(Followed.MAX_DRAWN)
                        .toList();
        Scale scale = drawings.scale(drawn);
        for (DistrictTrend district : drawn) {
            Div small =
                    new Div(
                            new Chart(
                                    "trend-chart-" + district.district(),
                                    drawings.titleOf(district),
                                    drawings.values(district, scale),
                                    words));
            small.addClassName("small-chart");
            grid.add(small);
        }
        return grid;
    }
}
