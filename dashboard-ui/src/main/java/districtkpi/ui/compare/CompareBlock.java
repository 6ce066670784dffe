package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** On the page of a district: with whom it can be compared. */
@org.springframework.stereotype.Component
@Order(2)
class CompareBlock implements DistrictBlock {

    private static final int MAX_SIMILAR = 2;

    private final Analyses analyses;

    CompareBlock(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        Section block = new Section();
        block.setId("compare-block");
        block.addClassNames("block", "compare-block");
        block.add(new H2(words.of("compare.block")));
        UnorderedList links = new UnorderedList();
        links.addClassName("compare-tabs");
        links.add(
                new ListItem(
                        CompareNavigation.link(
                                state,
                                List.of(district.code()),
                                words.of("compare.block.province"))));
        DistrictNames names = new DistrictNames(scoreboard, words);
        List<DistrictCode> similar =
                analyses.similarity(scoreboard).peers(district.code()).stream()
                        .limit(MAX_SIMILAR)
                        .map(Similarity.Peer::district)
                        .toList();
        if (!similar.isEmpty()) {
            List<DistrictCode> all = new ArrayList<>(List.of(district.code()));
            all.addAll(similar);
            links.add(
                    new ListItem(
                            CompareNavigation.link(
                                    state,
                                    all,
                                    words.of(
                                            "compare.block.similar",
                                            similar.stream()
                                                    .map(names::of)
                                                    .collect(Collectors.joining(" · "))))));
        }
        block.add(links);
        return block;
    }
}
