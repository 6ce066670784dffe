package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Distance;
import districtkpi.scoring.plan.Change;
import districtkpi.scoring.plan.Move;
import java.util.stream.Collectors;

/** What is said about one move, wherever it is listed. */
record MoveWords(Move move, Words words) {

    /** {@code ระดับ 3 → 4}; for figures to be reported the levels that they can give. */
    String levels() {
        return switch (move) {
            case Move.Climb climb ->
                    words.of("plan.from-to", level(climb.from()), level(climb.to()));
            case Move.ReportFirst report when report.lowest() == report.highest() ->
                    words.of("plan.report-level", level(report.highest()));
            case Move.ReportFirst report ->
                    words.of("plan.report-levels", level(report.lowest()), level(report.highest()));
        };
    }

    private String level(int level) {
        return words.level(move.indicator(), level);
    }

    /** What has to be done for it. */
    Component todo() {
        MeasureWords measures = new MeasureWords(words, move.indicator());
        UnorderedList list = new UnorderedList();
        list.addClassName("lacking");
        switch (move) {
            case Move.Climb climb -> {
                for (Change change : climb.changes()) {
                    Span amount = new Span(measures.distance(change.distance()));
                    amount.addClassName("distance");
                    list.add(
                            new ListItem(
                                    amount,
                                    new Span(" " + measures.name(change.measure().measure()))));
                }
            }
            case Move.ReportFirst report -> {
                Span first = new Span(words.of("plan.report-first"));
                first.addClassName("distance");
                String figures =
                        report.figures().stream()
                                .map(measures::name)
                                .collect(Collectors.joining(" · "));
                list.add(new ListItem(first, new Span(" " + figures)));
            }
        }
        return list;
    }

    /** The first of what has to be done, and how much more there is. */
    String todoInShort() {
        MeasureWords measures = new MeasureWords(words, move.indicator());
        return switch (move) {
            case Move.Climb climb when climb.changes().isEmpty() -> "–";
            case Move.Climb climb when climb.changes().size() == 1 ->
                    inShort(climb.changes().getFirst(), measures);
            case Move.Climb climb ->
                    words.of(
                            "result.gap.more",
                            inShort(climb.changes().getFirst(), measures),
                            words.number(climb.changes().size() - 1));
            case Move.ReportFirst report ->
                    words.of("plan.report-first")
                            + " "
                            + report.figures().stream()
                                    .map(measures::name)
                                    .collect(Collectors.joining(" · "));
        };
    }

    /** How far it is; of what is done or not, also what that is. */
    private static String inShort(Change change, MeasureWords measures) {
        String distance = measures.distance(change.distance());
        return switch (change.distance()) {
            case Distance.Amount _, Distance.PercentagePoints _ -> distance;
            case Distance.StepToDo _,
                    Distance.FigureMissing _,
                    Distance.DueBy _,
                    Distance.OutOfReach _ ->
                    distance + " " + measures.name(change.measure().measure());
        };
    }

    /** What it gains; a range for figures to be reported. */
    String gain() {
        return switch (move) {
            case Move.Climb climb -> words.difference(climb.gain());
            case Move.ReportFirst report
                    when report.gainAtLowest().equals(report.gainAtHighest()) ->
                    words.difference(report.gainAtHighest());
            case Move.ReportFirst report ->
                    words.of(
                            "plan.gain-range",
                            words.difference(report.gainAtLowest()),
                            words.difference(report.gainAtHighest()));
        };
    }
}
