package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.IssueLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks about what a file may say twice: rows that are called totals, rows that say again what
 * others say, and sheets that have rows of the same districts.
 */
final class ExtractQuestions {

    private static final int MAX_NAMED = 20;

    private final WhatCounts whatCounts;
    private final Doubts doubts;
    private final Repeats repeats;
    private final IssueLog log;

    /** The rows of each sheet by their districts, in the order of the sheets. */
    private final List<SheetRows> counted = new ArrayList<>();

    private final Map<DistrictCode, List<TotalAlone>> totals = new TreeMap<>();
    private final Map<Integer, ExtractRowReader> readers = new HashMap<>();
    private final List<ExtractReport.Question> questions = new ArrayList<>();
    private Optional<ExtractReport.Question> repeatedRows = Optional.empty();

    ExtractQuestions(WhatCounts whatCounts, Doubts doubts, Repeats repeats, IssueLog log) {
        this.whatCounts = whatCounts;
        this.doubts = doubts;
        this.repeats = repeats;
        this.log = log;
    }

    /** A row that is called a total, and who can ask about it. */
    private record TotalAlone(ExtractRowReader reader, RowTotals.Doubtful row) {}

    /** Takes down what a sheet that counts has, once its last row was read. */
    void add(ExtractRowReader ended, SheetColumns of) {
        readers.put(ended.number(), ended);
        counted.add(new SheetRows(of, ended.totals().rowsOf()));
        ended.totals()
                .totalsOf()
                .forEach((district, rowsOfTotals) ->
                        rowsOfTotals.forEach(row ->
                                totals.computeIfAbsent(district, _ -> new ArrayList<>())
                                        .add(new TotalAlone(ended, row))));
    }

    /** The rows of each sheet by their districts, in the order of the sheets. */
    List<SheetRows> counted() {
        return counted;
    }

    /** What has to be answered before anything counts. */
    List<ExtractReport.Question> questions() {
        return questions;
    }

    /**
     * Asks, once the last row of the last sheet was read.
     *
     * @param sheets all that have the columns of the source
     */
    void ask(List<SheetColumns> sheets) {
        if (doubts.areOpen()) {
            totals.forEach(this::askAboutTotals);
        }
        askAboutRepeats();
        log.enter("");
        askAboutSheets(sheets);
        if (!doubts.shown().isEmpty()) {
            questions.add(new ExtractReport.Question.TotalRows(doubts.shown()));
        }
        repeatedRows.ifPresent(questions::add);
    }

    /** A district whose only rows are called totals has either no figure or those. */
    private void askAboutTotals(DistrictCode district, List<TotalAlone> alone) {
        if (counted.stream().noneMatch(read -> read.has(district))) {
            alone.forEach(total -> {
                log.enter(total.reader().sheet());
                total.reader().totals().askAlone(district, total.row());
            });
        }
    }

    private void askAboutRepeats() {
        if (repeats.areTooMany()) {
            log.enter("");
            log.addFile(ExtractIssueCode.REPEATS_NOT_SOUGHT, Repeats.MAX_COMPARED);
        }
        List<ExtractReport.DoubtfulRow> asked = new ArrayList<>();
        for (Repeats.Repeated repeated : Repeats.shown(repeats.repeated())) {
            ExtractRowReader of = readers.get(repeated.sheet());
            if (of != null) {
                log.enter(of.sheet());
                asked.add(of.askRepeated(repeated));
            }
        }
        if (!asked.isEmpty()) {
            repeatedRows = Optional.of(new ExtractReport.Question.RepeatedRows(asked));
        }
    }

    private void askAboutSheets(List<SheetColumns> sheets) {
        Set<DistrictCode> several = new TreeSet<>();
        Set<DistrictCode> seen = new HashSet<>();
        for (SheetRows sheetRows : counted) {
            for (DistrictCode district : sheetRows.districts()) {
                if (!seen.add(district)) {
                    several.add(district);
                }
            }
        }
        whatCounts.sheets().stream()
                .filter(name -> !name.equals(WhatCounts.ALL_SHEETS))
                .filter(name -> sheets.stream().noneMatch(known -> known.name().equals(name)))
                .forEach(name ->
                        log.addFile(
                                ExtractIssueCode.UNKNOWN_SHEET,
                                CellText.shown(name),
                                named(sheets.stream().map(SheetColumns::name))));
        if (several.isEmpty()) {
            return;
        }
        List<SheetRows> concerned =
                counted.stream().filter(some -> several.stream().anyMatch(some::has)).toList();
        String districtsText = named(several.stream().map(DistrictCode::value));
        if (!whatCounts.sheets().isEmpty()) {
            log.addFile(
                    ExtractIssueCode.SHEETS_COUNT_TOGETHER,
                    districtsText,
                    named(concerned.stream().map(some -> some.columns().name())));
            return;
        }
        Optional<LocalizedText> hint = SheetHint.of(concerned, several);
        log.addFile(
                ExtractIssueCode.DISTRICT_ON_SEVERAL_SHEETS,
                districtsText,
                rowsOf(concerned),
                hint.<Object>map(text -> text).orElse(""));
        questions.add(
                new ExtractReport.Question.Sheets(
                        concerned.stream()
                                .map(some ->
                                        new ExtractReport.SheetRows(
                                                some.columns().name(),
                                                some.count(),
                                                some.districts().size()))
                                .toList(),
                        several,
                        hint));
    }

    /** The sheets with the number of their rows. */
    private static LocalizedText rowsOf(List<SheetRows> sheets) {
        List<LocalizedText> texts =
                sheets.stream()
                        .map(some ->
                                ImportTexts.text(
                                        "extract.rows-of-sheet",
                                        some.columns().name(),
                                        some.count()))
                        .toList();
        return new LocalizedText(
                named(texts.stream().map(LocalizedText::th)),
                named(texts.stream().map(LocalizedText::en)));
    }

    /** The first of many names. */
    private static String named(Stream<String> names) {
        List<String> all = names.map(CellText::shown).toList();
        String first = String.join(", ", all.subList(0, Math.min(all.size(), MAX_NAMED)));
        return all.size() > MAX_NAMED ? first + " …" : first;
    }
}
