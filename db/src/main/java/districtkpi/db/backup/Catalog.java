package districtkpi.db.backup;

import districtkpi.db.backup.BackupContents.Migration;
import districtkpi.db.backup.BackupContents.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What there is in a database: its tables, the keys between them, and its sequences. */
record Catalog(List<Table> tables, List<ForeignKey> foreignKeys, List<String> sequences) {

    /** Keeps the migrations that were run; it is no part of the data. */
    private static final String HISTORY = "flyway_schema_history";

    /**
     * A table.
     *
     * @param columns that are not generated, in their order
     * @param order by what its rows are sorted, so that equal tables give equal texts
     * @param size of its files in bytes
     */
    record Table(String name, List<String> columns, String order, long size) {

        /** All rows as text, in one order whatever the server and its settings are. */
        String copyOut() {
            return "copy (select %s from public.%s order by %s) to stdout"
                    .formatted(columnList(), quoted(name), order);
        }

        String copyIn() {
            return "copy public.%s (%s) from stdin".formatted(quoted(name), columnList());
        }

        private String columnList() {
            return columns.stream().map(Catalog::quoted).collect(Collectors.joining(", "));
        }
    }

    /** A rule that rows of a table point to rows that are there. */
    record ForeignKey(String table, String name, String definition) {

        String drop() {
            return "alter table public.%s drop constraint %s"
                    .formatted(quoted(table), quoted(name));
        }

        /** All rows are looked at. */
        String add() {
            return "alter table public.%s add constraint %s %s"
                    .formatted(quoted(table), quoted(name), definition);
        }
    }

    Catalog {
        tables = List.copyOf(tables);
        foreignKeys = List.copyOf(foreignKeys);
        sequences = List.copyOf(sequences);
    }

    static Catalog of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Catalog(tables(statement), foreignKeys(statement), sequences(statement));
        }
    }

    /** What was run of the migrations; empty if none was. */
    static List<Migration> migrations(Connection connection) throws SQLException {
        List<Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery(
                            "select to_regclass('public." + HISTORY + "') is not null")) {
                if (!row.next() || !row.getBoolean(1)) {
                    return List.of();
                }
            }
            try (ResultSet row =
                    statement.executeQuery(
                            """
                            select version, description, checksum
                            from public.flyway_schema_history
                            where success and version is not null and checksum is not null
                            order by installed_rank\
                            """)) {
                while (row.next()) {
                    migrations.add(
                            new Migration(row.getString(1), row.getString(2), row.getInt(3)));
                }
            }
        }
        return List.copyOf(migrations);
    }

    /** Where each sequence is now. */
    List<Sequence> states(Connection connection) throws SQLException {
        List<Sequence> states = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : sequences) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select last_value, is_called from public." + quoted(name))) {
                    row.next();
                    states.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return List.copyOf(states);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<Table> tables(Statement statement) throws SQLException {
        List<Table> tables = new ArrayList<>();
        // Text of a key sorts by its bytes: a server of one's own may sort it by a language.
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select
                            relname,
                            array(
                                select attname::text from pg_attribute
                                where attrelid = pg_class.oid and attnum > 0
                                    and not attisdropped and attgenerated = ''
                                order by attnum
                            ),
                            (
                                select string_agg(
                                    quote_ident(attname)
                                        || case when attcollation <> 0 then ' collate "C"' else '' end,
                                    ', ' order by place)
                                from pg_index
                                cross join unnest(indkey::smallint[]) with ordinality
                                    as key (number, place)
                                join pg_attribute on attrelid = indrelid and attnum = number
                                where indrelid = pg_class.oid and indisprimary
                            ),
                            pg_table_size(pg_class.oid)
                        from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'r'
                            and not exists (
                                select from pg_depend
                                where classid = 'pg_class'::regclass and objid = pg_class.oid
                                    and deptype = 'e'
                            )
                        order by relname collate "C"\
                        """)) {
            while (row.next()) {
                String name = row.getString(1);
                if (!name.equals(HISTORY)) {
                    String order = row.getString(3);
                    if (order == null) {
                        throw new SQLException("The table " + name + " has no primary key");
                    }
                    tables.add(
                            new Table(
                                    name,
                                    Arrays.asList((String[]) row.getArray(2).getArray()),
                                    order,
                                    row.getLong(4)));
                }
            }
        }
        return tables;
    }

    private static List<ForeignKey> foreignKeys(Statement statement) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select relname, conname, pg_get_constraintdef(pg_constraint.oid)
                        from pg_constraint
                        join pg_class on pg_class.oid = conrelid
                        where contype = 'f' and relnamespace = 'public'::regnamespace
                        order by relname collate "C", conname collate "C"\
                        """)) {
            while (row.next()) {
                keys.add(new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return keys;
    }

    private static List<String> sequences(Statement statement) throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'S'
                        order by relname collate "C"\
                        """)) {
            while (row.next()) {
                sequences.add(row.getString(1));
            }
        }
        return sequences;
    }
}
