package districtkpi.export.archive;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Dictionary;
import districtkpi.export.table.Table;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.DistrictTermsWords;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a package, for people: every column, every rule, every measure and every level
 * with its text, each marked as stated by the agreement or assumed by us.
 */
final class Codebook {

    /**
     * One line.
     *
     * @param kind {@code column}, {@code rule}, {@code unit}, {@code indicator}, {@code measure},
     *     {@code measure_unit}, {@code computed_measure}, {@code computation}, {@code
     *     district_terms}, {@code level} or {@code note}
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
            measure.countedIn().ifPresent(counted -> lines.add(unit(id, key, counted)));
        }
        for (ComputedMeasure measure : indicator.computedMeasures()) {
            String key = indicator.key(measure.id()).toString();
            lines.add(line("computed_measure", id, key, "", measure.name()));
            lines.add(unit(id, key, measure.unit()));
            lines.add(
                    line(
                            "computation",
                            id,
                            key,
                            "",
                            said(translations, words -> computation(indicator, measure, words))));
        }
        for (DistrictTerms terms : indicator.districts()) {
            lines.add(
                    line(
                            "district_terms",
                            id,
                            terms.district().value(),
                            "",
                            said(
                                    translations,
                                    words -> new DistrictTermsWords(words).of(indicator, terms))));
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

    private static Line unit(String indicator, String measure, MeasureUnit unit) {
        return line(
                "measure_unit", indicator, measure, String.valueOf(unit.decimals()), unit.name());
    }

    private static String computation(Indicator indicator, ComputedMeasure measure, Words words) {
        ComputationWords computations = new ComputationWords(words, indicator);
        return Stream.concat(
                        Stream.of(computations.rule(measure)), computations.steps(measure).stream())
                .collect(Collectors.joining("; "));
    }

    private static LocalizedText said(Translations translations, Function<Words, String> text) {
        return new LocalizedText(
                text.apply(new Words(translations, Translations.THAI, false)),
                text.apply(new Words(translations, Translations.ENGLISH, false)));
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
