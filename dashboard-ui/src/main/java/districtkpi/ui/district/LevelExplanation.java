package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Explanation;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.parts.OwnTarget;

/**
 * Why a level is what it is: the text of the level reached with what held, the text of the next one
 * with what did not, and what is lacking for it.
 */
class LevelExplanation extends Composite<Div> {

    private final DistrictCode district;
    private final MeasureWords measures;
    private final Words words;

    LevelExplanation(
            IndicatorScore.WithLevel score,
            DistrictCode district,
            MeasureWords measures,
            Words words) {
        this.district = district;
        this.measures = measures;
        this.words = words;
        getContent().addClassName("level-explanation");
        getContent().add(createReached(score));
        score.explanation()
                .next()
                .ifPresentOrElse(
                        next -> getContent().add(createNext(score, next)),
                        () -> getContent().add(createTop()));
    }

    private Component createReached(IndicatorScore.WithLevel score) {
        Div reached = new Div();
        reached.addClassName("level-reached");
        if (score.level() == 0) {
            reached.add(new H4(words.of("explanation.below")));
            return reached;
        }
        LevelCheck check = score.explanation().levels().get(score.level() - 1);
        reached.add(
                new H4(
                        score.isFloor()
                                ? words.of("explanation.floor")
                                : words.of(
                                        "explanation.reached",
                                        words.level(score.indicator(), score.level()))));
        reached.add(verbatim(check.level()));
        OwnTarget.of(score.indicator(), score.level(), district, words).ifPresent(reached::add);
        reached.add(conditions(check));
        return reached;
    }

    private Component createNext(IndicatorScore.WithLevel score, Explanation.NextLevel next) {
        Explanation explanation = score.explanation();
        Div nextLevel = new Div();
        nextLevel.addClassName("level-next");
        LevelCheck check = explanation.levels().get(next.level().number() - 1);
        nextLevel.add(new H4(words.of("explanation.next", words.level(next.level()))));
        nextLevel.add(verbatim(next.level()));
        OwnTarget.of(score.indicator(), next.level().number(), district, words)
                .ifPresent(nextLevel::add);
        nextLevel.add(conditions(check));
        UnorderedList lacking = new UnorderedList();
        lacking.addClassName("lacking");
        for (Distance distance : next.missing()) {
            Span name = new Span(measures.name(distance.measure()));
            Span amount = new Span(measures.distance(distance));
            amount.addClassName("distance");
            lacking.add(new ListItem(amount, new Span(" "), name));
        }
        nextLevel.add(lacking);
        return nextLevel;
    }

    private Component createTop() {
        Paragraph top = new Paragraph(words.of("explanation.top"));
        top.addClassName("level-top");
        return top;
    }

    /** The level's own words; the English reading below them for who reads English. */
    private Component verbatim(Level level) {
        Paragraph thai = new Paragraph(level.text().th());
        thai.addClassName("verbatim");
        thai.getElement().setAttribute("lang", "th");
        return words.reading(level.text())
                .<Component>map(reading -> {
                    Paragraph english = new Paragraph(reading);
                    english.addClassName("reading");
                    return new Div(english, thai);
                })
                .orElse(thai);
    }

    private Component conditions(LevelCheck check) {
        UnorderedList list = new UnorderedList();
        list.addClassName("conditions");
        for (ConditionCheck condition : check.conditions()) {
            Span outcome =
                    new Span(
                            switch (condition.outcome()) {
                                case HOLDS -> words.of("outcome.holds");
                                case FAILS -> words.of("outcome.fails");
                                case UNKNOWN -> words.of("outcome.unknown");
                            });
            outcome.addClassNames("outcome", "outcome-" + style(condition.outcome()));
            list.add(
                    new ListItem(
                            outcome,
                            new Span(" "),
                            new Span(measures.condition(condition.condition()))));
        }
        return list;
    }

    private static String style(Explanation.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case UNKNOWN -> "unknown";
        };
    }
}
