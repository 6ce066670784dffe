package districtkpi.importer.source;

import districtkpi.importer.source.WhatCounts.DoubtfulRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows may be totals of others. A file is read once to find them; once somebody said what
 * they are, it is read again by what was found: a total that stands first is known to be one only
 * behind the last row.
 */
final class Doubts {

    /** More than a page shows; of all of them it is known where they stand. */
    private static final int MAX_SHOWN = 200;

    private final Optional<DoubtfulRows> answer;
    private final Map<Integer, BitSet> asked;
    private final Map<Integer, BitSet> restating;
    private final List<ExtractReport.DoubtfulRow> shown = new ArrayList<>();

    private Doubts(
            Optional<DoubtfulRows> answer,
            Map<Integer, BitSet> asked,
            Map<Integer, BitSet> restating) {
        this.answer = answer;
        this.asked = asked;
        this.restating = restating;
    }

    /** For a file that nothing is known of. */
    static Doubts open() {
        return new Doubts(Optional.empty(), new HashMap<>(), new HashMap<>());
    }

    /** The same once it was said what the rows are. */
    Doubts settled(DoubtfulRows said) {
        return new Doubts(Optional.of(said), asked, restating);
    }

    /**
     * For a reading of the same file without rows that are left out as repeats: what was asked
     * about is so again, even if what it was the sum of is no longer there.
     */
    Doubts again() {
        Map<Integer, BitSet> before = new HashMap<>();
        asked.forEach((sheet, lines) -> before.put(sheet, (BitSet) lines.clone()));
        return new Doubts(Optional.empty(), before, new HashMap<>());
    }

    /** Whether it is asked what a row is, or was when the file was read before. */
    boolean isAsked(int sheet, int line) {
        return has(asked, sheet, line);
    }

    /** Whether rows have to be looked at. */
    boolean areOpen() {
        return answer.isEmpty();
    }

    /** What is known of a row. */
    enum Verdict {
        /** Nothing yet: it has to be looked at. */
        OPEN,
        /** It is a row like others. */
        ROW,
        /** It is one like others because somebody said so. */
        SAID_ROW,
        TOTAL
    }

    Verdict of(int sheet, int line) {
        if (answer.isEmpty()) {
            return Verdict.OPEN;
        }
        if (has(restating, sheet, line)) {
            return Verdict.TOTAL;
        }
        if (has(asked, sheet, line)) {
            return answer.get() == DoubtfulRows.COUNT ? Verdict.SAID_ROW : Verdict.TOTAL;
        }
        return Verdict.ROW;
    }

    /** It is asked what a row is. */
    void ask(int sheet, ExtractReport.DoubtfulRow row) {
        asked.computeIfAbsent(sheet, _ -> new BitSet()).set(row.line());
        if (shown.size() < MAX_SHOWN) {
            shown.add(row);
        }
    }

    /** A row is a total by its words and by its amounts. */
    void restates(int sheet, int line) {
        restating.computeIfAbsent(sheet, _ -> new BitSet()).set(line);
    }

    /** The first of the rows that are asked about. */
    List<ExtractReport.DoubtfulRow> shown() {
        return shown;
    }

    private static boolean has(Map<Integer, BitSet> lines, int sheet, int line) {
        BitSet found = lines.get(sheet);
        return found != null && found.get(line);
    }
}
