package districtkpi.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedMigrationsTest {

    private static final String FIRST = "create table first ();\n";
    private static final String SECOND = "create table second ();\n";

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    /** The one that holds for this project: what it says is what to do. */
    @Test
    void areAsTheyLandedAndNewOnesComeLast() throws IOException {
        assertThat(
                        new LandedMigrations(
                                        Path.of("landed-migrations.txt"),
                                        Path.of("src/main/resources/db/migration"))
                                .faults())
                .isEmpty();
    }

    @BeforeEach
    void landTwo() throws IOException {
        write("V0001__first.sql", FIRST);
        write("V0003__second.sql", SECOND);
        write("afterMigrate.sql", "grant select on first to somebody;\n");
        list(line(1, FIRST, "V0001__first.sql"), line(2, SECOND, "V0003__second.sql"));
    }

    @Test
    void mayBeCheckedOutWithOtherLineEnds() throws IOException {
        write("V0001__first.sql", FIRST.replace("\n", "\r\n"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void mayNotChange() throws IOException {
        write("V0001__first.sql", "create table first (first text);\n");
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("V0001__first.sql landed and reads differently now")
                .contains("write what you want into a new migration");
    }

    @Test
    void mayNotGo() throws IOException {
        Files.delete(folder.resolve("V0003__second.sql"));
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("V0003__second.sql landed and is gone, or has another name.");
    }

    @Test
    void mayNotBeRenamed() throws IOException {
        Files.move(folder.resolve("V0003__second.sql"), folder.resolve("V0003__other.sql"));
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("V0003__second.sql landed and is gone, or has another name.");
    }

    @Test
    void getTheLineThatTheyNeed() throws IOException {
        write("V0004__third.sql", "create table third ();\n");
        String line = line(3, "create table third ();\n", "V0004__third.sql");
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("V0004__third.sql is new.")
                .endsWith(line);
        list(line(1, FIRST, "V0001__first.sql"), line(2, SECOND, "V0003__second.sql"), line);
        assertThat(faults()).isEmpty();
    }

    @Test
    void mayNotComeBeforeOneThatLanded() throws IOException {
        write("V0002__between.sql", "create table between ();\n");
        assertThat(faults())
                .containsExactly(
                        "V0002__between.sql is new and does not come last: V0003 has landed, and"
                                + " databases that have run that never run an earlier one. Rename"
                                + " it: V0004 or later.");
    }

    /** As when two who wrote one at the same time bring their lists together. */
    @Test
    void mayNotBeListedBeforeOneThatLanded() throws IOException {
        String between = "create table between ();\n";
        write("V0002__between.sql", between);
        list(
                line(1, FIRST, "V0001__first.sql"),
                line(2, between, "V0002__between.sql"),
                line(2, SECOND, "V0003__second.sql"));
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("should have number 3")
                .contains("one of your own comes after all of them");

        list(
                line(1, FIRST, "V0001__first.sql"),
                line(2, SECOND, "V0003__second.sql"),
                line(3, between, "V0002__between.sql"));
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("V0002__between.sql landed after V0003")
                .endsWith("Rename it: V0004 or later.");
    }

    @Test
    void haveNamesThatTellTheirOrder() throws IOException {
        write("V5__short.sql", "select 1;\n");
        assertThat(faults())
                .containsExactly(
                        "V5__short.sql is neither V0000__name.sql nor one of [afterMigrate.sql,"
                                + " beforeMigrate.sql].");
    }

    private List<String> faults() throws IOException {
        return new LandedMigrations(elsewhere.resolve("list.txt"), folder).faults();
    }

    private void list(String... lines) throws IOException {
        Files.write(elsewhere.resolve("list.txt"), List.of(lines));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String line(int number, String text, String file) {
        return String.format(Locale.ROOT, "%d %s %s", number, DigestUtils.sha256Hex(text), file);
    }
}
