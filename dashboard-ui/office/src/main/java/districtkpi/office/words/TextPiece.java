package districtkpi.office.words;

/** A piece of a text that has places for arguments. */
public sealed interface TextPiece {

    /** Words as they are. */
    record Said(String text) implements TextPiece {}

    /**
     * A place for an argument.
     *
     * @param argument its number, from 0
     */
    record Place(int argument) implements TextPiece {}
}
