package districtkpi.ui.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.importer.ImportFile;
import districtkpi.importer.WorkFolder;
import districtkpi.office.work.BusyException;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.parts.DiskUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Brings evidence in and out of memory when it is its turn, and only for the moment that this
 * takes: before and after, it lies on the disk, however slowly somebody sends or reads.
 */
@Component
class EvidenceFiles implements DiskUpload.Place {

    private final EvidenceRepository evidence;
    private final FileWork work;

    EvidenceFiles(EvidenceRepository evidence, FileWork work) {
        this.evidence = evidence;
        this.work = work;
    }

    @Override
    public Path create() throws IOException {
        return WorkFolder.newFile("received-", ".upload");
    }

    @Override
    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file that came in.
     *
     * @param name that it has where it comes from
     * @param receiver keeps it; may refuse it
     * @throws BusyException if its turn does not come in time
     */
    void take(String name, Path upload, Consumer<ImportFile> receiver) {
        work.forCall(
                Cost.ofEvidence(upload.toFile().length()),
                () -> {
                    receiver.accept(new ImportFile(name, read(upload)));
                    return true;
                });
    }

    private static byte[] read(Path upload) {
        try {
            return Files.readAllBytes(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a piece of evidence, to be handed out at any pace.
     *
     * @param bytes of it
     * @throws BusyException if its turn does not come in time
     */
    InputStream open(Evidence one, long bytes) throws IOException {
        Path file = WorkFolder.newFile("evidence-", ".download");
        try {
            work.forCall(Cost.ofEvidence(bytes), () -> write(one, file));
            // A reader who hangs up closes it too.
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Path write(Evidence one, Path file) {
        try {
            return Files.write(file, evidence.findContent(one.id()).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
