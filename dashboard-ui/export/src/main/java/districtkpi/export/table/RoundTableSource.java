package districtkpi.export.table;

/**
 * A table of a round. A component that is one enters the list of all tables by itself, and with it
 * the addresses of the API, their description and the package; its {@code @Order} is its place
 * there.
 */
interface RoundTableSource {

    /** The table, with where its rows come from. */
    RoundTable<?> table();
}
