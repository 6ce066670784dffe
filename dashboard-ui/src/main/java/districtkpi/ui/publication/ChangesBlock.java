package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.office.analysis.RevisionChanges;
import districtkpi.office.analysis.RevisionChanges.FigureChange;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** What one revision changed against another: the figures, and who moved. */
class ChangesBlock extends Composite<Div> {

    private final Scoreboard before;
    private final Scoreboard after;
    private final RevisionChanges changes;
    private final PageState state;
    private final Words words;

    ChangesBlock(Scoreboard before, Scoreboard after, PageState state, Words words) {
        this.before = before;
        this.after = after;
        this.state = state;
        this.words = words;
        changes = RevisionChanges.between(before, after);
        Div content = getContent();
        content.setId("revision-changes");
        if (before.stored().version() != after.stored().version()) {
            content.add(
                    new Paragraph(
                            words.of(
                                    "publication.changes.agreement",
                                    words.number(before.stored().version()),
                                    words.number(after.stored().version()))));
        }
        if (changes.isEmpty()) {
            content.add(new Paragraph(words.of("publication.changes.none")));
            return;
        }
        if (!changes.figures().isEmpty()) {
            content.add(createFigures());
        }
        content.add(
                changes.places().isEmpty() && changes.levels().isEmpty()
                        ? new Paragraph(words.of("publication.changes.nobody"))
                        : createPlaces());
    }

    private Component createFigures() {
        DataTable table =
                new DataTable(
                        "revision-figures",
                        words.of("publication.changes.figures"),
                        DataTable.Narrow.STACK);
        table.still();
        table.column(words.of("ranking.district"))
                .column(words.of("figures.measure"))
                .numbers(words.of("changes.before"))
                .numbers(words.of("changes.after"));
        for (FigureChange change : changes.figures()) {
            table.row()
                    .header(district(change.district()))
                    .cell(measure(change))
                    .number(figure(before, change, change.before()))
                    .number(figure(after, change, change.after()));
        }
        return table;
    }

    private Component createPlaces() {
        DataTable table =
                new DataTable(
                        "revision-places",
                        words.of("publication.changes.places"),
                        DataTable.Narrow.STACK);
        table.still();
        table.column(words.of("ranking.district"))
                .numbers(words.of("impact.total-before"))
                .numbers(words.of("impact.total-after"))
                .numbers(words.of("impact.rank-before"))
                .numbers(words.of("impact.rank-after"))
                .column(words.of("impact.movement"))
                .column(words.of("impact.levels"));
        for (Impact change : changes.places()) {
            RankMovement movement = RankMovement.of(change.rankBefore(), change.rankAfter());
            Span moved = movement.mark(words);
            table.row()
                    .header(district(change.district()))
                    .number(total(change.totalBefore()))
                    .number(total(change.totalAfter()))
                    .number(whole(change.rankBefore()))
                    .number(whole(change.rankAfter()))
                    .styled("movement-cell", moved)
                    .cell(levels(change.district()));
        }
        return table;
    }

    private Component district(DistrictCode code) {
        return DistrictNavigation.link(
                state,
                code,
                after.district(code)
                        .or(() -> before.district(code))
                        .map(district -> words.of(district.name()))
                        .orElse(code.value()));
    }

    private String measure(FigureChange change) {
        return indicator(after, change)
                .or(() -> indicator(before, change))
                .flatMap(indicator -> indicator.measure(change.measure().measure()))
                .map(measure -> change.measure().indicator() + " " + words.of(measure.name()))
                .orElse(change.measure().toString());
    }

    private static Optional<Indicator> indicator(Scoreboard board, FigureChange change) {
        return board.agreement().indicator(change.measure().indicator());
    }

    private String figure(Scoreboard board, FigureChange change, Optional<Measurement> figure) {
        Optional<Indicator> indicator = indicator(board, change);
        Optional<Measure> measure =
                indicator.flatMap(known -> known.measure(change.measure().measure()));
        if (figure.isEmpty() || indicator.isEmpty() || measure.isEmpty()) {
            return "–";
        }
        MeasureWords measures = new MeasureWords(words, indicator.get());
        String value = measures.value(measure.get(), figure.get().value());
        return measures.comparedWith(measure.get(), figure.get().value())
                .map(of -> words.of("changes.of", value, of))
                .orElse(value);
    }

    private String levels(DistrictCode district) {
        return changes.levels().stream()
                .filter(change -> change.district().equals(district))
                .map(this::level)
                .collect(Collectors.joining(" · "));
    }

    private String level(LevelChange change) {
        return words.of(
                "impact.level",
                change.indicator(),
                words.level(before.agreement(), change.indicator(), change.levelBefore()),
                words.level(after.agreement(), change.indicator(), change.levelAfter()));
    }

    private String total(Optional<BigFraction> total) {
        return total.map(words::total).orElse("–");
    }

    private String whole(OptionalInt number) {
        return number.isPresent() ? words.number(number.getAsInt()) : "–";
    }
}
