package districtkpi.ui.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import districtkpi.importer.WorkFolder;
import districtkpi.ui.wiring.WorkFolders.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    @TempDir private Path data;

    @Test
    void aStartClearsWhatAKilledProgramLeftAndNothingOfOneThatRuns() throws IOException {
        Path left = Files.createDirectories(data.resolve("work").resolve("run-killed"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("extract-1.upload"), "raw");
        try (Run other = Run.begin(data)) {
            Path upload = Files.writeString(other.folder().resolve("a.upload"), "raw");

            try (Run own = Run.begin(data)) {
                assertThat(left).doesNotExist();
                assertThat(upload).exists();
                assertThat(own.folder()).isNotEqualTo(other.folder()).isDirectory();
            }
        }
        assertThat(data.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aRunThatEndsTakesItsFilesWithIt() throws IOException {
        Path before = WorkFolder.current();
        Run run = Run.begin(data);
        WorkFolder.use(run.folder());
        Path file = WorkFolder.newFile("some-", ".upload");
        assertThat(file.getParent()).isEqualTo(run.folder());

        run.close();

        assertThat(file).doesNotExist();
        assertThat(WorkFolder.current()).isNotEqualTo(run.folder());
        WorkFolder.use(before);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefusedInWords() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThatIllegalStateException()
                .isThrownBy(() -> Run.begin(file))
                .withMessageContaining("DISTRICT_KPI_DATA");
    }
}
