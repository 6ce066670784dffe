package districtkpi.importer.source;

import districtkpi.db.extract.NewExtract;
import districtkpi.importer.DateAnswer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to {@linkplain ExtractReport#questions what an extract leaves in doubt}.
 *
 * @param sheets those that count, by their names, or {@link #ALL_SHEETS} alone; empty where nobody
 *     answered
 * @param totalRows what becomes of rows that may be totals
 * @param repeatedRows what becomes of rows that say again what others say
 * @param dates of day and month in years of the common era
 */
public record WhatCounts(
        Set<String> sheets,
        @Nullable DoubtfulRows totalRows,
        @Nullable DoubtfulRows repeatedRows,
        DateAnswer dates) {

    /** Nobody answered anything. */
    public static final WhatCounts NONE = new WhatCounts(Set.of(), null, null, DateAnswer.NONE);

    /** The questions as requests answer them. */
    static final String DATE_ORDER = "dateOrder";

    private static final String SHEETS = "sheets";
    private static final String TOTAL_ROWS = "totalRows";
    private static final String REPEATED_ROWS = "repeatedRows";

    /** All sheets together: each has other rows. A sheet cannot be called so. */
    public static final String ALL_SHEETS = "*";

    public WhatCounts {
        sheets = Set.copyOf(new LinkedHashSet<>(sheets));
    }

    /** What becomes of rows that may say again what others say. */
    public enum DoubtfulRows {
        /** They say again what others say, or more than they do: as a total. */
        LEAVE_OUT("leaveOut"),
        /** They are rows like the others. */
        COUNT("count");

        private final String key;

        DoubtfulRows(String key) {
            this.key = key;
        }

        /** As it is written in requests and kept. */
        public String key() {
            return key;
        }

        /**
         * Reads a key.
         *
         * @throws IllegalArgumentException if there is no such answer
         */
        public static DoubtfulRows parse(String key) {
            return Arrays.stream(values())
                    .filter(answer -> answer.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such answer: " + key));
        }
    }

    public Optional<DoubtfulRows> ofTotalRows() {
        return Optional.ofNullable(totalRows);
    }

    public Optional<DoubtfulRows> ofRepeatedRows() {
        return Optional.ofNullable(repeatedRows);
    }

    /** The same once it was said what stands first in dates. */
    public WhatCounts with(DateAnswer said) {
        return new WhatCounts(sheets, totalRows, repeatedRows, dates.with(said));
    }

    /** What was answered, as requests have it. */
    Set<NewExtract.Answer> answers() {
        return Stream.of(
                        sheets.stream().map(sheet -> new NewExtract.Answer(SHEETS, sheet)),
                        ofTotalRows().stream()
                                .map(answer -> new NewExtract.Answer(TOTAL_ROWS, answer.key())),
                        ofRepeatedRows().stream()
                                .map(answer -> new NewExtract.Answer(REPEATED_ROWS, answer.key())),
                        dates.parts().stream()
                                .map(order -> new NewExtract.Answer(DATE_ORDER, order)))
                .flatMap(answers -> answers)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it was said which sheets count, and this one does not. */
    boolean leavesOut(String sheet) {
        return !sheets.isEmpty() && !sheets.contains(ALL_SHEETS) && !sheets.contains(sheet);
    }
}
