package districtkpi.db.setting;

/**
 * How the database is.
 *
 * @param version of PostgreSQL, such as {@code 18.1}
 * @param bytes that it takes on disk
 */
public record DatabaseState(String version, long bytes) {}
