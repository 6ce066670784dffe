package districtkpi.ui.api;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files: with a type, and a name to be saved under. */
final class Download {

    private Download() {}

    /** The forms in which tables and agreements are served. */
    enum Form {
        CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
        JSON("json", MediaType.APPLICATION_JSON),
        YAML("yaml", MediaType.APPLICATION_YAML),
        XLSX(
                "xlsx",
                new MediaType(
                        "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

        private final String ending;
        private final MediaType type;

        Form(String ending, MediaType type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /**
     * @param name without its ending, ASCII
     */
    static ResponseEntity<byte[]> of(String name, Form form, byte[] content) {
        ContentDisposition.Builder disposition =
                switch (form) {
                    case CSV, YAML, XLSX -> ContentDisposition.attachment();
                    case JSON -> ContentDisposition.inline();
                };
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name + "." + form.ending).build().toString())
                .contentType(form.type)
                .body(content);
    }

    /**
     * A table that is made of somebody's file.
     *
     * @param file its whole name, in any script
     */
    static ResponseEntity<byte[]> csv(String file, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(Form.CSV.type)
                .body(content);
    }

    /** The headers of a file as it came in, under its own name. */
    static void original(String file, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }
}
