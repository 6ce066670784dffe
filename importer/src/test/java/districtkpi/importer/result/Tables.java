package districtkpi.importer.result;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** Everything that a database holds, as one text. */
final class Tables {

    private Tables() {}

    static String text(DataSource dataSource) throws SQLException {
        StringJoiner text = new StringJoiner("\n");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names =
                    statement.executeQuery(
                            "select quote_ident(table_name) from information_schema.tables"
                                    + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                                    + " order by table_name")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            if (!tables.contains("measurement")) {
                throw new IllegalStateException("Not our tables: " + tables);
            }
            for (String table : tables) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("select * from " + table)) {
                    while (result.next()) {
                        rows.add(table + ": " + row(result));
                    }
                }
                rows.stream().sorted().forEach(text::add);
            }
        }
        return text.toString();
    }

    /** Everything that a database holds, boiled down by the database itself. */
    static String fingerprint(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select string_agg(table_name || ': ' || md5(query_to_xml("
                                        + "format('select * from %I t order by t::text', table_name),"
                                        + " true, true, '')::text), ', ' order by table_name)"
                                        + " from information_schema.tables"
                                        + " where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE'")) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    /** Files are shown as the text that they contain. */
    private static String row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        StringJoiner row = new StringJoiner(" | ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.add(
                    columns.getColumnTypeName(i).equals("bytea")
                            ? new String(result.getBytes(i), StandardCharsets.UTF_8)
                            : String.valueOf(result.getString(i)));
        }
        return row.toString();
    }
}
