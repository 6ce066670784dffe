package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The levels in a row, filled up to the one that was reached, and a mark where the value stands
 * between two thresholds. A picture of what stands beside it as text.
 */
public final class LevelStrip {

    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final int HUNDRED = 100;

    private LevelStrip() {}

    /**
     * The strip of a score.
     *
     * @param part how far the value has come from the threshold of its level to that of the next
     *     one, 0–1; the middle where absent
     */
    public static Span of(IndicatorScore score, Optional<BigFraction> part, Words words) {
        Span strip = new Span();
        strip.addClassNames("level-strip");
        Markup markup = new Markup();
        switch (score) {
            case IndicatorScore.WithLevel known -> {
                markup.span("class=\"strip-figure\"", words.level(known.levelScore()));
                draw(markup, known, place(known, part), words);
            }
            case IndicatorScore.NoResult none -> {
                markup.span("class=\"strip-figure\"", "?");
                markup.open("span", "class=\"strip\" aria-hidden=true");
                for (int level = 1; level <= none.indicator().topLevel(); level++) {
                    boolean possible = level >= none.levelMin() && level <= none.levelMax();
                    markup.span("class=\"step" + (possible ? " possible" : "") + "\"", "");
                }
                markup.close("span");
                markup.span("class=visually-hidden", words.of("level.no-result"));
            }
            case IndicatorScore.NotApplicable _ ->
                    markup.span("class=\"strip-figure\"", "–")
                            .span("class=\"strip-word\"", words.of("level.not-applicable"));
        }
        markup.into(strip);
        return strip;
    }

    private static void draw(
            Markup markup, IndicatorScore.WithLevel score, BigFraction place, Words words) {
        markup.open("span", "class=\"strip\" aria-hidden=true");
        int highest = score.highestLevel().orElse(score.level());
        for (int level = 1; level <= score.indicator().topLevel(); level++) {
            String style =
                    level <= score.level()
                            ? " level-" + LevelScale.shade(score.indicator(), score.level())
                            : level <= highest ? " possible" : "";
            markup.span("class=\"step" + style + "\"", "");
        }
        markup.span("class=strip-mark style=\"inset-inline-start:" + percent(place) + "%\"", "");
        markup.close("span");
        String word =
                switch (score) {
                    case IndicatorScore.Incomplete _ -> words.of("level.incomplete");
                    case IndicatorScore.Scored scored when scored.override().isPresent() ->
                            words.of("level.overridden");
                    case IndicatorScore.Scored scored when scored.isFloor() ->
                            words.of("level.floor");
                    case IndicatorScore.Scored _ -> "";
                };
        if (!word.isEmpty()) {
            markup.span("class=\"strip-word\"", word);
        }
    }

    /**
     * On the strip, 0–1: a level is an equal part of it, which begins where its threshold was met.
     */
    private static BigFraction place(IndicatorScore.WithLevel score, Optional<BigFraction> part) {
        if (score.level() == 0) {
            return BigFraction.ZERO;
        }
        BigFraction within = score.overridden().isPresent() ? HALF : part.orElse(HALF);
        return within.add(score.level() - 1).divide(score.indicator().topLevel());
    }

    private static String percent(BigFraction part) {
        BigFraction percent = part.multiply(HUNDRED);
        return new BigDecimal(percent.getNumerator())
                .divide(new BigDecimal(percent.getDenominator()), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
