package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import java.util.List;

/** A file cannot be read, or no further than to a line. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IssueCode code;
    private final int line;
    private final transient List<Object> arguments;

    /**
     * @param line on which reading stopped; 0 for the file as a whole
     * @param arguments of the code's message
     */
    public UnreadableFileException(IssueCode code, int line, Object... arguments) {
        super(code + " on line " + line);
        this.code = code;
        this.line = line;
        this.arguments = List.of(arguments);
    }

    public IssueCode code() {
        return code;
    }

    public int line() {
        return line;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
