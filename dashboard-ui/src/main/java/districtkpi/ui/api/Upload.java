package districtkpi.ui.api;

import districtkpi.importer.ImportFile;
import districtkpi.importer.WorkFolder;
import districtkpi.office.work.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The file of a request that brings one. */
final class Upload {

    private static final String PART = "file";
    private static final int MEGABYTE = 1024 * 1024;

    /** Twice what a results file may have, so that a report can say that it is too large. */
    private static final int MAX_IN_MEMORY = 20 * MEGABYTE;

    private Upload() {}

    /**
     * @throws ProblemException unless the request has exactly one file, in the part {@code file}
     */
    static ImportFile of(MultipartHttpServletRequest request) {
        MultipartFile file = singleOfMemory(request);
        try {
            return new ImportFile(name(file), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that is not held in memory.
     *
     * @param path of a copy of its own, which is deleted when this is closed
     */
    record OnDisk(Path path, String name) implements AutoCloseable {

        /** In bytes. */
        long size() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @throws ProblemException unless the request has exactly one file, in the part {@code file}
     */
    static OnDisk onDisk(MultipartHttpServletRequest request) {
        MultipartFile file = single(request);
        try {
            OnDisk copy = new OnDisk(WorkFolder.newFile("extract-", ".upload"), name(file));
            try {
                // Moved, not copied, where the container keeps it on the same disk.
                file.transferTo(copy.path().toFile());
                return copy;
            } catch (IOException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What reading the file of a request as a whole takes.
     *
     * @throws ProblemException unless the request has exactly one file that can be read as a whole
     */
    static Cost cost(MultipartHttpServletRequest request) {
        return Cost.ofFile(singleOfMemory(request).getSize());
    }

    private static MultipartFile singleOfMemory(MultipartHttpServletRequest request) {
        MultipartFile file = single(request);
        if (file.getSize() > MAX_IN_MEMORY) {
            throw new ProblemException(Problem.tooLarge(MAX_IN_MEMORY / MEGABYTE + " MB"));
        }
        return file;
    }

    private static MultipartFile single(MultipartHttpServletRequest request) {
        List<MultipartFile> all =
                request.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        List<MultipartFile> files = request.getFiles(PART);
        if (files.size() != 1 || all.size() != 1) {
            throw new ProblemException(Problem.notOneFile(all.size()));
        }
        return files.getFirst();
    }

    /** Without folders, which some clients send, and without what a screen cannot show. */
    private static String name(MultipartFile file) {
        String sent = String.valueOf(file.getOriginalFilename());
        String bare = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String shown = bare.replaceAll("\\p{Cntrl}", "").strip();
        return shown.isEmpty() ? PART : shown;
    }
}
