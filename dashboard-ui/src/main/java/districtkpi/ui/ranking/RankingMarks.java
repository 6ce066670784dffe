package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.CliffWatch;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one thing to know about a total: that figures are missing, else that some only just pass. */
class RankingMarks {

    private final Map<DistrictCode, Long> edges;
    private final Words words;

    RankingMarks(CliffWatch cliffs, Words words) {
        this.words = words;
        edges =
                cliffs.justMet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CliffWatch.Edge::district, Collectors.counting()));
    }

    Optional<Component> of(Scorecard scorecard) {
        if (!scorecard.total().isComplete()) {
            return Optional.of(
                    mark(
                            "waits-mark",
                            words.of("ranking.mark.waits"),
                            words.of(
                                    "ranking.possible",
                                    words.total(scorecard.total().possibleMin()),
                                    words.total(scorecard.total().possibleMax()))));
        }
        return Optional.ofNullable(edges.get(scorecard.district()))
                .map(number ->
                        mark(
                                "edge-mark",
                                words.of("ranking.mark.edge", words.number(number)),
                                words.of("ranking.mark.edge.text", words.number(number))));
    }

    private static Component mark(String style, String text, String title) {
        Span mark = new Span(text);
        mark.addClassNames("row-mark", style);
        mark.setTitle(title);
        return mark;
    }
}
