package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;

/**
 * The level of one indicator: number, word and shape on its colour, so that none of them is needed
 * alone.
 */
public final class LevelMark {

    private final String style;
    private final Markup markup = new Markup();

    /**
     * The mark of a score as a link, where there are hundreds.
     *
     * <p>The keyboard passes it by: there has to be another way to the same place.
     *
     * @param said when it is pointed at
     */
    public static Markup link(String address, IndicatorScore score, String said, Words words) {
        LevelMark mark = mark(score, words);
        return new Markup()
                .open(
                        "a",
                        "tabindex=-1 href="
                                + Markup.quoted(address)
                                + " title="
                                + Markup.quoted(said))
                .open("span", "class=" + Markup.quoted("level " + mark.style))
                .add(mark.markup)
                .close("span")
                .close("a");
    }

    private LevelMark(String style) {
        this.style = style;
    }

    /** The mark of a score. */
    public static Span of(IndicatorScore score, Words words) {
        return mark(score, words).span();
    }

    /** The mark of a level by itself, 0 to the top level of the indicator. */
    public static Span of(Indicator indicator, int level, Words words) {
        return level(indicator, level, words.level(indicator, level), "", words).span();
    }

    private static LevelMark mark(IndicatorScore score, Words words) {
        return switch (score) {
            case IndicatorScore.Scored scored -> {
                if (scored.isFloor()) {
                    yield new LevelMark("level-1")
                            .word(words.of("level.floor"))
                            .figure(words.level(scored.levelScore()))
                            .pips(1, scored.indicator().topLevel());
                }
                LevelMark mark =
                        level(
                                scored.indicator(),
                                scored.level(),
                                words.level(scored.levelScore()),
                                "",
                                words);
                yield scored.override().isPresent() ? mark.overridden(words) : mark;
            }
            case IndicatorScore.Incomplete incomplete ->
                    level(
                                    incomplete.indicator(),
                                    incomplete.level(),
                                    words.level(incomplete.levelScore()),
                                    "level-open ",
                                    words)
                            .word(range(incomplete, words));
            case IndicatorScore.NoResult _ ->
                    new LevelMark("level-none").figure("?").word(words.of("level.no-result"));
            case IndicatorScore.NotApplicable _ ->
                    new LevelMark("level-na").figure("–").word(words.of("level.not-applicable"));
        };
    }

    private static LevelMark level(
            Indicator indicator, int level, String figure, String styles, Words words) {
        LevelMark mark = new LevelMark(styles + "level-" + LevelScale.shade(indicator, level));
        return level == 0
                ? mark.figure(figure).word(words.of("level.below"))
                : mark.hidden(words.of("level.reached"))
                        .figure(figure)
                        .pips(level, indicator.topLevel());
    }

    private static String range(IndicatorScore.Incomplete incomplete, Words words) {
        return incomplete.levelMin() == incomplete.levelMax()
                ? words.of("level.incomplete")
                : words.of(
                        "level.range",
                        words.level(incomplete.indicator(), incomplete.levelMin()),
                        words.level(incomplete.indicator(), incomplete.levelMax()));
    }

    private LevelMark figure(String text) {
        markup.span("class=level-figure", text);
        return this;
    }

    private LevelMark word(String text) {
        markup.span("class=level-word", text);
        return this;
    }

    /** What a picture of levels says once, in its legend; read out with each. */
    private LevelMark hidden(String text) {
        markup.span("class=visually-hidden", text + " ");
        return this;
    }

    /** Somebody set the level; it is said to those who cannot see the sign. */
    private LevelMark overridden(Words words) {
        markup.span("class=level-overridden aria-hidden=true", "✎")
                .span("class=visually-hidden", words.of("level.overridden"));
        return this;
    }

    /** As many places as levels, filled up to this one: the shape that needs no colour. */
    private LevelMark pips(int level, int top) {
        markup.span("class=pips aria-hidden=true", "●".repeat(level) + "○".repeat(top - level));
        return this;
    }

    private Span span() {
        Span span = new Span();
        span.addClassNames(("level " + style).split(" ", -1));
        markup.into(span);
        return span;
    }
}
