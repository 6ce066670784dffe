package districtkpi.ui.command;

/** A command that was refused, and why; the message says it in Thai and in English. */
final class CommandException extends RuntimeException {

    private final int status;

    private CommandException(int status, String thai, String english) {
        super(thai + System.lineSeparator() + english);
        this.status = status;
    }

    /** It was not called as it is to be called. */
    static CommandException usage(String thai, String english) {
        return new CommandException(2, thai, english);
    }

    /** It cannot be done. */
    static CommandException refused(String thai, String english) {
        return new CommandException(1, thai, english);
    }

    /** What the program ends with. */
    int status() {
        return status;
    }
}
