package districtkpi.export.archive;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Dictionary;
import districtkpi.export.table.Table;
import districtkpi.office.words.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in a package, for people: every column, every rule, every measure and every level
 * with its text, each marked as stated by the agreement or assumed by us.
 */
final class Codebook {

    /**
     * One line.
     *
     * @param kind {@code column}, {@code rule}, {@code unit}, {@code indicator}, {@code measure},
     *     {@code level} or {@code note}
     * @param basis stated or assumed, of rules and levels
     */
    record Line(
            String kind,
            String of,
            String name,
            String value,
            LocalizedText meaning,
            Optional<Basis> basis) {}

    private Codebook() {}

    /** The columns of a codebook in one language. */
    static Table<Line> columns(Locale language) {
        return Table.<Line>columns()
                .word("kind", Line::kind)
                .word("of", Line::of)
                .word("name", Line::name)
                .word("value", Line::value)
                .text("meaning", line -> line.meaning().in(language))
                .cell(
                        "basis",
                        Cell.Kind.TEXT,
                        line ->
                                Cells.word(
                                        line.basis()
                                                .map(basis ->
                                                        basis.name().toLowerCase(Locale.ROOT))))
                .build();
    }

    static List<Line> lines(Agreement agreement, Translations translations) {
        List<Line> lines = new ArrayList<>();
        for (Dictionary.Entry entry : Dictionary.get().entries()) {
            lines.add(
                    new Line(
                            "column",
                            entry.table(),
                            entry.column(),
                            entry.type().key(),
                            entry.meaning(),
                            Optional.empty()));
        }
        lines.add(
                new Line(
                        "rule",
                        agreement.round().toString(),
                        "below_level_one",
                        agreement.belowLevelOne().value().key(),
                        both("codebook.below-level-one", translations),
                        Optional.of(agreement.belowLevelOne().basis())));
        addNotes(lines, agreement.round().toString(), agreement.notes());
        for (ResponsibleUnit unit : agreement.units()) {
            lines.add(
                    line("unit", agreement.round().toString(), unit.id().value(), "", unit.name()));
        }
        for (SectionTerms terms : agreement.sections()) {
            lines.add(
                    new Line(
                            "rule",
                            terms.section().value(),
                            "section_share",
                            terms.share().value().toPlainString(),
                            both("codebook.section-share", translations),
                            Optional.of(terms.share().basis())));
            if (!terms.isOutOfHundred()) {
                lines.add(
                        new Line(
                                "rule",
                                terms.section().value(),
                                "section_out_of",
                                terms.outOf().toPlainString(),
                                both("codebook.section-out-of", translations),
                                Optional.empty()));
            }
            terms.indicators().forEach(indicator -> add(lines, indicator, translations));
        }
        return lines;
    }

    private static void add(List<Line> lines, Indicator indicator, Translations translations) {
        String id = indicator.id().value();
        lines.add(
                line(
                        "indicator",
                        indicator.concept().value(),
                        id,
                        indicator.weight().toPlainString(),
                        indicator.name()));
        lines.add(
                new Line(
                        "rule",
                        id,
                        "ladder",
                        indicator.ladder().value().key(),
                        both("codebook.ladder", translations),
                        Optional.of(indicator.ladder().basis())));
        lines.add(
                new Line(
                        "rule",
                        id,
                        "interpolation",
                        indicator.interpolation().value().key(),
                        both("codebook.interpolation", translations),
                        Optional.of(indicator.interpolation().basis())));
        indicator
                .ownBelowLevelOne()
                .ifPresent(own ->
                        lines.add(
                                new Line(
                                        "rule",
                                        id,
                                        "below_level_one",
                                        own.value().key(),
                                        both("codebook.below-level-one", translations),
                                        Optional.of(own.basis()))));
        addNotes(lines, id, indicator.notes());
        for (Measure measure : indicator.measures()) {
            String key = indicator.key(measure.id()).toString();
            lines.add(line("measure", id, key, measure.kind().key(), measure.name()));
            measure.comparedWith()
                    .ifPresent(of -> lines.add(line("measure", id, key + ".of", "", of)));
            measure.countedIn()
                    .ifPresent(counted ->
                            lines.add(
                                    line(
                                            "measure_unit",
                                            id,
                                            key,
                                            String.valueOf(counted.decimals()),
                                            counted.name())));
        }
        for (Level level : indicator.levels()) {
            lines.add(
                    new Line(
                            "level",
                            id,
                            String.valueOf(level.number()),
                            "",
                            level.text(),
                            Optional.of(level.basis())));
            addNotes(lines, id + " " + level.number(), level.notes());
        }
    }

    private static LocalizedText both(String key, Translations translations) {
        return new LocalizedText(
                translations.text(key, Translations.THAI),
                translations.text(key, Translations.ENGLISH));
    }

    private static void addNotes(List<Line> lines, String of, List<Note> notes) {
        for (Note note : notes) {
            lines.add(
                    line("note", of, note.kind().name().toLowerCase(Locale.ROOT), "", note.text()));
        }
    }

    private static Line line(
            String kind, String of, String name, String value, LocalizedText meaning) {
        return new Line(kind, of, name, value, meaning, Optional.empty());
    }
}
