package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorecard;
import java.util.Optional;

/** Says that an indicator is watched only and brings no points. */
public final class WatchedMark extends Span {

    private WatchedMark(Words words) {
        super(words.of("watched"));
        addClassName("soft");
    }

    /** Absent for an indicator that counts, and where it does not apply. */
    public static Optional<WatchedMark> of(Scorecard.Line line, Words words) {
        return line.isWatchedOnly() ? Optional.of(new WatchedMark(words)) : Optional.empty();
    }
}
