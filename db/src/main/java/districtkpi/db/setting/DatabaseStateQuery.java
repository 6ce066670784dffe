package districtkpi.db.setting;

/** Asks the database about itself. */
public interface DatabaseStateQuery {

    DatabaseState find();
}
