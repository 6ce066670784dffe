package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.words.Words;

/**
 * The level of one indicator: number, word and shape on its colour, so that none of them is needed
 * alone.
 */
public final class LevelMark extends Span {

    private LevelMark(String style) {
        addClassNames("level", style);
    }

    /** The mark of a score. */
    public static LevelMark of(IndicatorScore score, Words words) {
        return switch (score) {
            case IndicatorScore.Scored scored ->
                    level(scored.level(), words.level(scored.levelScore()), words);
            case IndicatorScore.Incomplete incomplete -> {
                LevelMark mark =
                        level(incomplete.level(), words.level(incomplete.levelScore()), words);
                mark.addClassName("level-open");
                yield mark.word(range(incomplete, words));
            }
            case IndicatorScore.NoResult _ ->
                    new LevelMark("level-none").figure("?").word(words.of("level.no-result"));
            case IndicatorScore.NotApplicable _ ->
                    new LevelMark("level-na").figure("–").word(words.of("level.not-applicable"));
        };
    }

    /** The mark of a level by itself, 0–5. */
    public static LevelMark of(int level, Words words) {
        return level(level, words.number(level), words);
    }

    private static LevelMark level(int level, String figure, Words words) {
        LevelMark mark = new LevelMark("level-" + level);
        return level == 0
                ? mark.figure(figure).word(words.of("level.below"))
                : mark.word(words.of("level.reached")).figure(figure).pips(level);
    }

    private static String range(IndicatorScore.Incomplete incomplete, Words words) {
        return incomplete.levelMin() == incomplete.levelMax()
                ? words.of("level.incomplete")
                : words.of(
                        "level.range",
                        words.number(incomplete.levelMin()),
                        words.number(incomplete.levelMax()));
    }

    private LevelMark figure(String text) {
        Span figure = new Span(text);
        figure.addClassName("level-figure");
        add(figure);
        return this;
    }

    private LevelMark word(String text) {
        Span word = new Span(text);
        word.addClassName("level-word");
        add(word);
        return this;
    }

    /** Five places, as many filled as the level: the shape that needs no colour. */
    private LevelMark pips(int level) {
        Span pips = new Span("●".repeat(level) + "○".repeat(Indicator.TOP_LEVEL - level));
        pips.addClassName("pips");
        pips.getElement().setAttribute("aria-hidden", "true");
        add(pips);
        return this;
    }
}
