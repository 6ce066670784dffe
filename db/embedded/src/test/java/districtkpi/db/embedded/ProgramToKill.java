package districtkpi.db.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/**
 * A program that uses a data folder until it is killed: commits a row, begins another one that it
 * never commits, says so and waits.
 */
final class ProgramToKill {

    private ProgramToKill() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        Path.of(arguments[0]), Path.of(arguments[1]), ServerAccount.find());
        try (Connection connection = EmbeddedDatabaseIT.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text text primary key)");
            statement.execute("insert into note values ('committed')");
            connection.setAutoCommit(false);
            statement.execute("insert into note values ('not committed')");
            System.out.println("working");
            Thread.sleep(600_000);
        }
    }
}
