package districtkpi.office.recording;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.SignedIn;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that dies while somebody types: what it said it kept is kept. */
class KilledRecordingIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final String ACCOUNT = "office";
    private static final RecordingField FIELD =
            RecordingField.value(IndicatorId.of("T1"), MeasureId.of("spending"));
    private static final int ENOUGH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The process that somebody types into: one number after the other, each said once kept. */
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(arguments[0]);
            dataSource.setUser(arguments[1]);
            dataSource.setPassword(arguments[2]);
            try (RecordingContext context = new RecordingContext(dataSource)) {
                context.signIn(
                        SignedIn.of(
                                context.get(AccountRepository.class)
                                        .find(AccountName.of(ACCOUNT))
                                        .orElseThrow()));
                for (int number = 1; ; number++) {
                    context.service().save(ROUND, DISTRICT, FIELD, "" + number, number - 1);
                    System.out.println(number);
                }
            }
        }
    }

    @Test
    void whatItSaidItKeptIsKept(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        try (TestDatabase database = TestDatabase.create();
                RecordingContext context = new RecordingContext(database.dataSource())) {
            context.open();
            context.addDistrict(ACCOUNT, DISTRICT);
            Process server =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            Server.class.getName(),
                                            database.jdbcUrl(),
                                            database.username(),
                                            database.password()))
                            .redirectError(folder.resolve("log.txt").toFile())
                            .redirectOutput(output.toFile())
                            .start();
            waitUntilItKeptSome(server, output);
            server.destroyForcibly();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();

            int said = numbers(output).getLast();
            assertThat(context.get(DraftRepository.class).find(ROUND, DISTRICT))
                    .singleElement()
                    .extracting(Draft::text)
                    // It may have died between keeping one and saying so.
                    .isIn("" + said, "" + (said + 1));
        }
    }

    private static void waitUntilItKeptSome(Process server, Path output) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (numbers(output).size() < ENOUGH) {
            if (!server.isAlive() || Instant.now().isAfter(end)) {
                server.destroyForcibly();
                throw new AssertionError("It kept nothing: " + Files.readString(output));
            }
            Thread.sleep(50);
        }
    }

    /** What was said, without a line that is not whole. */
    private static List<Integer> numbers(Path output) throws Exception {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .map(Integer::valueOf)
                .toList();
    }
}
