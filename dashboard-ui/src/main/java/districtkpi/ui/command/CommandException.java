package districtkpi.ui.command;

import districtkpi.domain.LocalizedText;

/** A command that was refused, and why; the message says it in Thai and in English. */
final class CommandException extends RuntimeException {

    private final int status;

    private CommandException(int status, LocalizedText text) {
        super(text.th() + System.lineSeparator() + text.en());
        this.status = status;
    }

    /** It was not called as it is to be called. */
    static CommandException usage(LocalizedText text) {
        return new CommandException(2, text);
    }

    /** It cannot be done. */
    static CommandException refused(LocalizedText text) {
        return new CommandException(1, text);
    }

    /** What the program ends with. */
    int status() {
        return status;
    }
}
