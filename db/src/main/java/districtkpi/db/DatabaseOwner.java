package districtkpi.db;

import javax.sql.DataSource;

/**
 * Connections of the role that owns the tables: for the migrations, and for nothing else. The
 * program itself works as {@link #PROGRAM_ROLE}, which can neither change nor delete what was
 * recorded, and for a district as {@link #DISTRICT_ROLE}, which sees that district alone.
 *
 * @see "Decision record 0016: the audit, and the two roles of the database"
 * @see "Decision record 0038: row-level security"
 */
public record DatabaseOwner(DataSource dataSource) {

    /** The role that the program works as. */
    public static final String PROGRAM_ROLE = "district_kpi_program";

    /** The role that the program works as for a district, and for nobody. */
    public static final String DISTRICT_ROLE = "district_kpi_district";

    /**
     * What each connection of the program says first: it takes the role, where it may. Where it may
     * not, the triggers alone guard the tables.
     */
    public static final String TAKE_PROGRAM_ROLE = take(PROGRAM_ROLE);

    /** What each connection for districts says first. */
    public static final String TAKE_DISTRICT_ROLE = take(DISTRICT_ROLE);

    private static String take(String role) {
        return "select set_config('role', rolname, false) from pg_roles where rolname = '"
                + role
                + "' and pg_has_role(rolname, 'set')";
    }
}
