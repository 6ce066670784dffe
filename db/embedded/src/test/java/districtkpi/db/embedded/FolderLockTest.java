package districtkpi.db.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir private Path folder;

    @Test
    void whoAsksAgainInTheSameProgramLeavesTheLockToWhoHasIt() throws Exception {
        assertThat(FolderLock.isTaken(folder)).isFalse();
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(folder)).isEmpty();
            assertThat(FolderLock.isTaken(folder)).isTrue();
            assertThat(lock.isHeld()).isTrue();
            assertThat(isTakenForAnotherProgram()).isTrue();
        }
        assertThat(FolderLock.isTaken(folder)).isFalse();
        assertThat(isTakenForAnotherProgram()).isFalse();
    }

    @Test
    void aFolderByAnotherNameIsTheSameFolder(@TempDir Path other) throws Exception {
        Path link = other.resolve("link");
        try {
            Files.createSymbolicLink(link, folder);
        } catch (IOException | UnsupportedOperationException none) {
            assumeTrue(false, "No links here: " + none);
        }
        try (FolderLock _ = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(link)).isEmpty();
            assertThat(isTakenForAnotherProgram()).isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeLockedCanBeLater() throws Exception {
        Files.createDirectory(folder.resolve("lock"));
        assertThat(catchFailure()).isPresent();
        Files.delete(folder.resolve("lock"));
        FolderLock.take(folder).orElseThrow().close();
    }

    @Test
    void aFolderThatIsBeingDeletedIsNotTakenAgain() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("database-1"));
        assertThatThrownBy(() -> FolderLock.takeAgain(temporary))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(temporary).isEmptyDirectory();
        try (FolderLock lock = FolderLock.take(temporary).orElseThrow()) {
            Files.createDirectories(temporary.resolve("base/1"));
            Files.writeString(temporary.resolve("base/1/2"), "");
            lock.deleteFolder();
            assertThat(temporary).doesNotExist();
        }
        assertThatThrownBy(() -> FolderLock.takeAgain(temporary))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Optional<IOException> catchFailure() {
        try {
            FolderLock.take(folder).ifPresent(_ -> {});
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private boolean isTakenForAnotherProgram() throws Exception {
        Process program =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Asking.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return Boolean.parseBoolean(said.strip());
    }

    /** Another program, which asks the operating system alone. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(Path.of(arguments[0], "lock"), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null);
            }
        }
    }
}
