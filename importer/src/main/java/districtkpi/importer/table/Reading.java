package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;

/** What became of a text: a value, or the reason why it is none. */
public sealed interface Reading<T> {

    record Read<T>(T value) implements Reading<T> {}

    /**
     * No value.
     *
     * @param arguments of the code's message
     */
    record Refused<T>(IssueCode code, Object... arguments) implements Reading<T> {}
}
