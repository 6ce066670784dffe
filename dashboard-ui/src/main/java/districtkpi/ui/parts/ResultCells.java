package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.weighting.PointSplit;
import org.apache.commons.numbers.fraction.BigFraction;

/** What stands in the cells of a row that says a result in short. */
public final class ResultCells {

    private ResultCells() {}

    /** The value with the threshold that it is measured by. */
    public static Component value(ResultInShort result) {
        Span value = new Span(result.value());
        value.addClassName("value");
        Span bound = new Span(result.bound().map(text -> " " + text).orElse(""));
        bound.addClassName("bound");
        Div cell = new Div(value, bound);
        result.figures().ifPresent(cell::setTitle);
        return cell;
    }

    /**
     * The points that are lost, and apart from them those that figures can still bring; of what
     * does not apply or is watched only nothing is lost.
     */
    public static Component lost(CombinedLine line, Words words) {
        if (line.line().score() instanceof IndicatorScore.NotApplicable
                || line.indicator().isWatchedOnly()) {
            return new Span("–");
        }
        PointSplit points = PointSplit.of(line);
        Div cell = new Div(new Span(words.total(points.lost())));
        if (points.open().compareTo(BigFraction.ZERO) > 0) {
            Span open = new Span(words.of("weights.step.open", words.total(points.open())));
            open.addClassName("open-points");
            cell.add(open);
        }
        return cell;
    }
}
