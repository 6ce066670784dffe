package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.HalfFilled;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.List;

/** All districts from round to round: their ranks, and what is followed. */
class RoundsSection extends Composite<Section> {

    private final Followed followed;
    private final PageState state;
    private final Words words;

    /**
     * @param older whether there are rounds before those that are shown
     */
    RoundsSection(Followed followed, boolean older, PageState state, Words words) {
        this.followed = followed;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.addClassName("block");
        section.setId("across-rounds");
        section.add(new H2(words.of("trends.rounds.title")));
        if (followed.rounds().size() == 1) {
            Paragraph single = new Paragraph(words.of("trends.single"));
            single.setId("single-round");
            section.add(single);
        } else {
            addFilling();
            addCharts();
        }
        section.add(new TrendTable(followed, state, words));
        if (older) {
            section.add(
                    new Paragraph(
                            words.of("trends.older", words.number(followed.rounds().size()))));
        }
        section.add(
                TableLink.csv(
                        "trend", followed.last().stored().agreement().round(), state, "", words));
    }

    /** Of the last round less is in than of the one before: its place is one of a day. */
    private void addFilling() {
        List<Scoreboard> rounds = followed.rounds();
        Scoreboard before = rounds.get(rounds.size() - 2);
        if (HalfFilled.forbids(before, followed.last())) {
            HalfFilled.of(before, followed.last(), words)
                    .map(text -> new Remark("half-filled-rounds", text))
                    .ifPresent(getContent()::add);
        }
    }

    private void addCharts() {
        TrendDrawings drawings = new TrendDrawings(followed, state, words);
        TrendWords trendWords = new TrendWords(words, followed);
        getContent()
                .add(
                        new H3(words.of("trends.ranks.title")),
                        createRankIntroduction(),
                        new Chart("rank-chart", drawings.ranks(), words),
                        new H3(words.of("trends.values.title", trendWords.subject())),
                        new Paragraph(words.of("trends.values.intro")),
                        createSmallCharts(drawings, trendWords));
    }

    private Component createRankIntroduction() {
        String introduction = words.of("trends.ranks.intro");
        return new Paragraph(
                followed.part().isWhole()
                        ? introduction
                        : words.of("trends.ranks.whole") + " " + introduction);
    }

    private Component createSmallCharts(TrendDrawings drawings, TrendWords trendWords) {
        Div grid = new Div();
        grid.setId("small-charts");
        grid.addClassName("small-charts");
        List<DistrictTrend> shown =
                followed.ordered().stream()
                        .filter(district ->
                                followed.chosen().isEmpty()
                                        || followed.chosen().contains(district.district()))
                        .limit(Followed.MOST_DRAWN)
                        .toList();
        for (DistrictTrend district : shown) {
            Div name =
                    new Div(
                            DistrictNavigation.link(
                                    state,
                                    district.district(),
                                    trendWords.name(district.district())));
            name.addClassName("small-chart-name");
            Div small =
                    new Div(
                            name,
                            new Chart(
                                    "trend-chart-" + district.district(),
                                    drawings.values(district),
                                    words));
            small.addClassName("small-chart");
            grid.add(small);
        }
        return grid;
    }
}
