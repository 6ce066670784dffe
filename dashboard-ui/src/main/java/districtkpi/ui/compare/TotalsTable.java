package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.plan.PlanNavigation;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The chosen districts below each other: rank, total and sections, as bars with their numbers. */
class TotalsTable extends Composite<Div> {

    private final PageState state;
    private final Words words;

    TotalsTable(
            Comparison comparison, Part part, DistrictNames names, PageState state, Words words) {
        this.state = state;
        this.words = words;
        List<DistrictCode> districts =
                comparison.districts().stream().map(row -> row.scorecard().district()).toList();
        List<Comparison.SectionRow> sections =
                comparison.sections().stream()
                        .filter(section -> part.includes(section.section()))
                        .toList();
        DataTable table =
                new DataTable(
                                "compare-totals",
                                words.of("compare.totals.caption"),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("ranking.district"))
                .numbers(words.of("ranking.rank"))
                .column(words.of("district.total"));
        String difference = words.of("compare.difference");
        table.column(difference, new Span(difference)).addClassNames("number", "compare-by");
        sections.forEach(section -> table.column(words.of(section.terms().name())));
        table.column(words.of("compare.order"));
        for (int i = 0; i < districts.size(); i++) {
            Ranking.Row row = comparison.districts().get(i);
            DistrictCode code = districts.get(i);
            String by = i == 0 ? "" : comparison.toFirst(i).map(words::difference).orElse("–");
            Span key = new Span();
            key.addClassNames("compare-key", "compare-key-" + (i + 1));
            DataTable.Row cells =
                    table.row()
                            .id("compare-totals-" + code)
                            .header(key, DistrictNavigation.link(state, code, names.of(code)))
                            .number(
                                    row.rank().isPresent()
                                            ? words.number(row.rank().getAsInt())
                                            : "–")
                            .styled(
                                    "bar-value",
                                    withDifference(bar(row.scorecard().total().points(), i), by))
                            .styled("number compare-by", new Span(by));
            for (Comparison.SectionRow section : sections) {
                cells.styled("bar-value", bar(section.totals().get(i).points(), i));
            }
            cells.styled("compare-order", order(districts, code));
        }
        getContent().add(table);
    }

    /** Where the window is narrow the difference has no column of its own. */
    private static Component withDifference(Div bar, String by) {
        Span below = new Span(by);
        below.addClassName("compare-by-below");
        bar.add(below);
        return bar;
    }

    private Div bar(Optional<BigFraction> points, int place) {
        Span number = new Span(points.map(words::total).orElse("–"));
        Div bar = new Div(number);
        bar.addClassNames("compare-bar", "compare-key-" + (place + 1));
        points.ifPresent(some -> bar.getStyle().set("--share", PlainDecimal.of(some) + "%"));
        return bar;
    }

    /** Ways to compare with this one, and to its plan. */
    private Component order(List<DistrictCode> districts, DistrictCode code) {
        Div ways = new Div();
        if (code.equals(districts.getFirst())) {
            if (districts.size() > 1) {
                ways.add(new Span(words.of("compare.first")));
            }
        } else {
            List<DistrictCode> reordered = new ArrayList<>(districts);
            reordered.remove(code);
            reordered.addFirst(code);
            Anchor first =
                    CompareNavigation.again(state, reordered, words.of("compare.make-first"));
            ways.add(first);
        }
        ways.add(PlanNavigation.link(state, code, words.of("compare.plan")));
        return ways;
    }
}
