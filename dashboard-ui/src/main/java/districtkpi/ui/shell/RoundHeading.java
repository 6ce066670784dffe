package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** The head of a screen about one round: its title, the round, and how fresh its figures are. */
public final class RoundHeading extends Composite<Div> {

    public RoundHeading(String title, Scoreboard scoreboard, PageState state, Words words) {
        Paragraph subtitle =
                new Paragraph(
                        words.of(
                                "round.subtitle",
                                words.round(scoreboard.agreement().round()),
                                freshness(scoreboard, state, words)));
        subtitle.setId("subtitle");
        subtitle.addClassName("subtitle");
        getContent().addClassName("page-head");
        getContent().add(new H1(title), subtitle);
        if (state.chosenDay().isPresent()) {
            getContent().add(new Remark("past-day", words.of("round.past-day")));
        }
    }

    /** With the ways to the pages that this one is below or beside. */
    public RoundHeading beside(Component... links) {
        Div ways = new Div(links);
        ways.addClassName("ways");
        getContent().add(ways);
        return this;
    }

    private static String freshness(Scoreboard scoreboard, PageState state, Words words) {
        return figuresUpTo(scoreboard, state)
                .map(day ->
                        words.of(
                                state.chosenDay().isPresent() ? "round.as-of" : "round.newest",
                                words.date(day)))
                .orElseGet(() -> words.of("round.no-figures"));
    }

    /**
     * Up to which day there are figures on a screen, and on paper that is printed from it: the
     * chosen day, else that of the newest figure.
     *
     * @return absent where there are none
     */
    public static Optional<LocalDate> figuresUpTo(Scoreboard scoreboard, PageState state) {
        return state.chosenDay().isPresent()
                ? Optional.of(scoreboard.asOf())
                : scoreboard.measurements().values().stream()
                        .flatMap(figures -> figures.values().stream())
                        .map(Measurement::asOf)
                        .max(Comparator.naturalOrder());
    }
}
