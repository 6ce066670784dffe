package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.comparison.ContextFigure;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The districts that are most like one, with the figures that say so. */
class SimilarTable extends Composite<Div> {

    private static final int MAX_SHOWN = 5;

    private final Scoreboard scoreboard;
    private final Analyses analyses;
    private final DistrictNames names;
    private final PageState state;
    private final Words words;
    private final Similarity similarity;

    SimilarTable(
            Scoreboard scoreboard,
            Analyses analyses,
            DistrictCode district,
            DistrictNames names,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.analyses = analyses;
        this.names = names;
        this.state = state;
        this.words = words;
        similarity = analyses.similarity(scoreboard);
        getContent().addClassName("block");
        getContent().add(new H3(words.of("compare.similar", names.of(district))));
        List<Similarity.Peer> peers = similarity.peers(district);
        if (peers.isEmpty()) {
            getContent().add(new Paragraph(words.of("compare.similar.none")));
            return;
        }
        getContent().add(new Paragraph(words.of("compare.similar.explanation")));
        DataTable table =
                new DataTable(
                                "similar",
                                words.of("compare.similar", names.of(district)),
                                DataTable.Narrow.SCROLL)
                        .still()
                        .column(words.of("ranking.district"))
                        .numbers(words.of("compare.distance"));
        for (ContextFigure figure : similarity.figures()) {
            table.column(words.of(figure.name()), header(figure)).addClassName("number");
        }
        table.column(words.of("compare.add-column"));
        addRow(table, district, "–", new Span(words.of("compare.itself")));
        for (Similarity.Peer peer : peers.subList(0, Math.min(MAX_SHOWN, peers.size()))) {
            addRow(table, peer.district(), words.total(peer.distance()), add(peer.district()));
        }
        getContent().add(table);
        if (!similarity.alikeEverywhere().isEmpty()) {
            getContent().add(new Paragraph(words.of("compare.alike-everywhere", leftOut())));
        }
    }

    private Component header(ContextFigure figure) {
        Span unit = new Span(words.of(figure.unit().name()));
        unit.addClassName("of-name");
        return new Div(new Span(words.of(figure.name())), unit);
    }

    private void addRow(DataTable table, DistrictCode district, String distance, Component action) {
        DataTable.Row cells = table.row().id("similar-" + district);
        cells.header(DistrictNavigation.link(state, district, names.of(district)));
        cells.number(distance);
        Map<MeasureKey, MeasuredValue> values = analyses.values(scoreboard, district);
        for (ContextFigure figure : similarity.figures()) {
            cells.number(
                    figure.in(values)
                            .map(number -> words.amount(number, figure.unit().decimals()))
                            .orElse("–"));
        }
        cells.cell(action);
    }

    private Component add(DistrictCode peer) {
        List<DistrictCode> chosen = CompareNavigation.chosen(state);
        if (chosen.contains(peer)) {
            return new Span(words.of("compare.added"));
        }
        if (chosen.size() >= Comparison.MAX) {
            return new Span("–");
        }
        List<DistrictCode> more = new ArrayList<>(chosen);
        more.add(peer);
        var link = CompareNavigation.again(state, more, words.of("compare.add-short"));
        link.add(new HiddenText(" " + names.of(peer)));
        return link;
    }

    private String leftOut() {
        return similarity.alikeEverywhere().stream()
                .map(figure -> words.of(figure.name()))
                .collect(Collectors.joining(" · "));
    }
}
