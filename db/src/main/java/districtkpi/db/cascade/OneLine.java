package districtkpi.db.cascade;

/** Text that fits into a line of a form. */
final class OneLine {

    private OneLine() {}

    /**
     * The text without spaces around it.
     *
     * @param longest in characters
     * @throws IllegalArgumentException if it is longer, or more than a line
     */
    static String of(String text, int longest) {
        String line = text.strip();
        if (line.codePointCount(0, line.length()) > longest
                || line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "One line of at most " + longest + " characters is wanted");
        }
        return line;
    }
}
