package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.WeightWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.stream.Collectors;

/** One indicator of the scorecard: what was reached, why, what comes next, from which figures. */
class IndicatorCard extends Composite<Article> {

    private final DistrictCode district;
    private final Words words;
    private final MeasureWords measures;

    IndicatorCard(
            Scoreboard scoreboard,
            DistrictCode district,
            Scorecard.Line line,
            Workings workings,
            ImportLinks links,
            List<Component> actions,
            PageState state,
            Words words) {
        this.district = district;
        this.words = words;
        IndicatorScore score = line.score();
        Indicator indicator = score.indicator();
        measures = new MeasureWords(words, indicator);
        Article card = getContent();
        card.setId(indicator.id().value());
        card.addClassName("indicator-card");
        card.getElement().setAttribute("aria-labelledby", indicator.id() + "-name");
        card.add(createHead(scoreboard.agreement(), line, state));
        score.overridden()
                .ifPresent(overridden -> card.add(new OverriddenLevel(overridden, words)));
        card.add(createBody(score.computed()));
        card.add(FiguresTable.of(scoreboard, district, indicator, workings, links, state, words));
        card.add(actions);
    }

    private Component createHead(Agreement agreement, Scorecard.Line line, PageState state) {
        Indicator indicator = line.score().indicator();
        H3 name = new H3();
        name.setId(indicator.id() + "-name");
        name.add(IndicatorNavigation.link(state, indicator.id()));
        name.add(new Span(" " + words.of(indicator.name())));
        Span points = new Span(WeightWords.pointsOfWeight(agreement, line, words, words::total));
        points.addClassName("indicator-points");
        Div facts = new Div(LevelMark.of(line.score(), words), points);
        facts.addClassName("indicator-facts");
        Div head = new Div(name, facts);
        head.addClassName("indicator-head");
        return head;
    }

    private Component createBody(IndicatorScore score) {
        Div body = new Div();
        body.addClassName("indicator-body");
        switch (score) {
            case IndicatorScore.Scored scored ->
                    body.add(new LevelExplanation(scored, district, measures, words));
            case IndicatorScore.Incomplete incomplete -> {
                body.add(
                        new Remark(
                                words.of(
                                        incomplete.levelMin() == incomplete.levelMax()
                                                ? "district.incomplete-same"
                                                : "district.incomplete",
                                        names(incomplete),
                                        words.level(score.indicator(), incomplete.levelMin()),
                                        words.level(score.indicator(), incomplete.levelMax()))));
                body.add(new LevelExplanation(incomplete, district, measures, words));
            }
            case IndicatorScore.NoResult none ->
                    body.add(
                            new Remark(
                                    words.of(
                                            "district.no-result",
                                            words.level(score.indicator(), none.levelMin()),
                                            words.level(score.indicator(), none.levelMax()))));
            case IndicatorScore.NotApplicable none ->
                    body.add(new Remark(words.notApplicable(none)));
        }
        return body;
    }

    private String names(IndicatorScore.Incomplete incomplete) {
        List<String> names = incomplete.missing().stream().map(measures::name).toList();
        return names.stream().collect(Collectors.joining(" · "));
    }
}
