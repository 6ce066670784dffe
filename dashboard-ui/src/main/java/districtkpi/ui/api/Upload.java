package districtkpi.ui.api;

import districtkpi.importer.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The file of a request that brings one. */
final class Upload {

    private static final String PART = "file";

    private Upload() {}

    /**
     * @throws ProblemException unless the request has exactly one file, in the part {@code file}
     */
    static ImportFile of(MultipartHttpServletRequest request) {
        List<MultipartFile> all =
                request.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        List<MultipartFile> files = request.getFiles(PART);
        if (files.size() != 1 || all.size() != 1) {
            throw new ProblemException(Problem.notOneFile(all.size()));
        }
        MultipartFile file = files.getFirst();
        try {
            return new ImportFile(name(file), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without folders, which some clients send, and without what a screen cannot show. */
    private static String name(MultipartFile file) {
        String sent = String.valueOf(file.getOriginalFilename());
        String bare = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String shown = bare.replaceAll("\\p{Cntrl}", "").strip();
        return shown.isEmpty() ? PART : shown;
    }
}
