package districtkpi.importer.table;

import districtkpi.importer.Issue.Severity;

/** Something that can be said about a file: its stable name and its message in both languages. */
public interface MessageCode {

    String name();

    Severity severity();

    String th();

    String en();
}
