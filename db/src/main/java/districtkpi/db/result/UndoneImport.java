package districtkpi.db.result;

/**
 * What the undo of an import did.
 *
 * @param undoId of the undo itself
 * @param withdrawn how many measurements no import in force says any more
 */
public record UndoneImport(long undoId, int withdrawn) {}
