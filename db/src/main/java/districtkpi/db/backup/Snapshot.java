package districtkpi.db.backup;

import districtkpi.db.text.DatabaseTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Reads tables as text, the same on each server, of whatever version and settings. */
final class Snapshot {

    private Snapshot() {}

    /** Makes the text of values the same wherever they are read, until the transaction ends. */
    static void setForm(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting :
                    List.of(
                            "datestyle = 'ISO, YMD'",
                            "intervalstyle = 'postgres'",
                            "timezone = 'UTC'",
                            "bytea_output = 'hex'",
                            "extra_float_digits = 1",
                            // Rather fail than leave out what a policy hides.
                            "row_security = off",
                            "statement_timeout = 0",
                            "idle_in_transaction_session_timeout = 0")) {
                statement.execute("set local " + setting);
            }
        }
    }

    /**
     * Begins to look at all tables as of one moment, whatever is written meanwhile.
     *
     * @throws BackupException if tables come or go just now
     */
    static Catalog begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Catalog seen = Catalog.of(connection);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        if (!seen.tables().isEmpty()) {
            // First of all, since what is seen afterwards is as of the first query.
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        seen.tables().stream()
                                .map(table -> "public." + Catalog.quoted(table.name()))
                                .collect(
                                        Collectors.joining(
                                                ", ", "lock table ", " in access share mode")));
            }
        }
        setForm(connection);
        Catalog catalog = Catalog.of(connection);
        if (!names(catalog).equals(names(seen))) {
            throw new BackupException(DatabaseTexts.text("backup.tables-changing"));
        }
        return catalog;
    }

    private static List<String> names(Catalog catalog) {
        return catalog.tables().stream().map(Catalog.Table::name).toList();
    }

    /** Writes a table's text, and says what it was. */
    static BackupContents.Table copy(
            Connection connection,
            Catalog.Table table,
            OutputStream target,
            BackupProgress progress)
            throws SQLException, IOException {
        TextMeasure measure = new TextMeasure();
        OutputStream measured =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] buffer, int offset, int length) throws IOException {
                        measure.add(buffer, offset, length);
                        target.write(buffer, offset, length);
                        progress.reached((double) measure.bytes() / Math.max(1, table.size()));
                    }
                };
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), measured);
        } catch (RuntimeException e) {
            // The rest of the text would be taken for the answer to what is asked next.
            connection.abort(Runnable::run);
            throw e;
        }
        return measure.of(table);
    }
}
