package districtkpi.importer.agreement;

import java.util.List;

/**
 * What the text of a level was read as, to be looked at by whoever writes the agreement.
 *
 * @param parts in the order of the text, all of which have to hold; empty for a blank text
 * @param unread numbers of the text that no part takes account of, in digits or in words
 */
public record PrintedReading(List<Part> parts, List<String> unread) {

    public PrintedReading {
        parts = List.copyOf(parts);
        unread = List.copyOf(unread);
    }

    /** Whether the text says all of it, and nothing else. */
    public boolean isSure() {
        return !parts.isEmpty()
                && unread.isEmpty()
                && parts.stream().allMatch(part -> part.finding() == Finding.STATED);
    }

    /** Whether each part is read in one way alone, be some of it assumed. */
    public boolean isComplete() {
        return !parts.isEmpty()
                && unread.isEmpty()
                && parts.stream().allMatch(part -> part.candidates().size() == 1);
    }

    /** The conditions of the parts that are read in one way alone. */
    public List<PrintedCondition> conditions() {
        return parts.stream()
                .filter(part -> part.candidates().size() == 1)
                .map(part -> part.candidates().getFirst())
                .toList();
    }

    /**
     * A part of the text.
     *
     * @param text the part as it was read: with Arabic digits and single spaces
     * @param candidates each a reading of the part; several where it fits several measures equally,
     *     none where it cannot be read
     */
    public record Part(String text, List<PrintedCondition> candidates, Finding finding) {
        public Part {
            candidates = List.copyOf(candidates);
        }
    }

    /** How sure a part is, or why it could not be read. */
    public enum Finding {
        /** The words say it. */
        STATED,
        /** A number without a word such as at least, or no number at all: at least is assumed. */
        OPERATOR_ASSUMED,
        /** It fits several measures. */
        SEVERAL_MEASURES,
        /** The only measure of its kind, of whose name the text has little. */
        MEASURE_ASSUMED,
        /** The indicator has no measure of the kind that the text is about. */
        NO_MEASURE,
        /** Words that are not read: either … or, not equal to, the ends of a range reversed. */
        UNREADABLE
    }
}
