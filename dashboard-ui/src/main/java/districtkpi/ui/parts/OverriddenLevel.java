package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.result.LevelOverride;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;

/** The computed level and the one that somebody set in its place, side by side, and why. */
public final class OverriddenLevel extends Composite<Div> {

    public OverriddenLevel(IndicatorScore.Overridden overridden, Words words) {
        LevelOverride override = overridden.override();
        Div levels =
                new Div(
                        named(
                                words.of("override.computed"),
                                LevelMark.of(overridden.computed(), words)),
                        named(
                                words.of("override.set"),
                                LevelMark.of(
                                        overridden.computed().indicator(),
                                        override.level(),
                                        words)));
        levels.addClassName("indicator-facts");
        getContent().addClassName("overridden-level");
        getContent().add(levels, new Paragraph(why(override, words)));
    }

    private static Component named(String name, Span mark) {
        return new Span(new Span(name + " "), mark);
    }

    /** Why another level was set, by whom and when. */
    private static String why(LevelOverride override, Words words) {
        return words.of(
                "override.why",
                override.reason(),
                override.by().isEmpty() ? "–" : override.by(),
                words.dateTime(override.at()));
    }
}
