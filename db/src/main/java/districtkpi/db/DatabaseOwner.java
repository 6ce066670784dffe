package districtkpi.db;

import javax.sql.DataSource;

/**
 * Connections of the role that owns the tables: for the migrations, and for nothing else. The
 * program itself works as {@link #PROGRAM_ROLE}, which can neither change nor delete what was
 * recorded.
 *
 * @see "Decision record 0016: the audit, and the two roles of the database"
 */
public record DatabaseOwner(DataSource dataSource) {

    /** The role that the program works as. */
    public static final String PROGRAM_ROLE = "district_kpi_program";

    /**
     * What each connection of the program says first: it takes the role, where it may. Where it may
     * not, the triggers alone guard the tables.
     */
    public static final String TAKE_PROGRAM_ROLE =
            "select set_config('role', rolname, false) from pg_roles where rolname = '"
                    + PROGRAM_ROLE
                    + "' and pg_has_role(rolname, 'set')";
}
