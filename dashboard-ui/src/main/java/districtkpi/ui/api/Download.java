package districtkpi.ui.api;

import districtkpi.export.table.Table;
import districtkpi.office.importing.RefusedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * An answer that is a file: with a type, and a name to be saved under.
 *
 * @param name with its ending
 */
record Download(String name, Form form, Content content) {

    /** Writes a file, from its first byte to its last. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The forms in which the API answers. */
    enum Form {
        CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
        JSON("json", MediaType.APPLICATION_JSON),
        TEXT("txt", new MediaType("text", "plain", StandardCharsets.UTF_8)),
        YAML("yaml", MediaType.APPLICATION_YAML),
        XLSX(
                "xlsx",
                new MediaType(
                        "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        ZIP("zip", new MediaType("application", "zip")),
        /** A file as it came in, as nothing but bytes: whoever sent it may have meant harm. */
        ORIGINAL("", MediaType.APPLICATION_OCTET_STREAM);

        private final String ending;
        private final MediaType type;

        Form(String ending, MediaType type) {
            this.ending = ending;
            this.type = type;
        }

        MediaType type() {
            return type;
        }

        /**
         * As a form of a table.
         *
         * @throws IllegalArgumentException if tables have no such form
         */
        Table.Form ofTable() {
            return switch (this) {
                case CSV -> Table.Form.CSV;
                case JSON -> Table.Form.JSON;
                case TEXT, YAML, XLSX, ZIP, ORIGINAL ->
                        throw new IllegalArgumentException("A table is CSV or JSON: " + this);
            };
        }

        /** Of a file's name, without its point. */
        String ending() {
            return ending;
        }
    }

    /**
     * @param name without its ending, ASCII
     */
    static Download of(String name, Form form, Content content) {
        return new Download(name + "." + form.ending, form, content);
    }

    static Download of(String name, Form form, byte[] content) {
        return of(name, form, out -> out.write(content));
    }

    /** A file as it came in, under its own name. */
    static Download original(String file, Content content) {
        return new Download(file, Form.ORIGINAL, content);
    }

    /**
     * The refused rows of somebody's file, under a name in any script.
     *
     * @param mark whether a byte order mark stands before them
     */
    static Download refused(RefusedFile rows, boolean mark) {
        return new Download(
                rows.name(),
                Form.CSV,
                out -> {
                    if (mark) {
                        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
                    }
                    rows.content().writeTo(out);
                });
    }

    /** JSON is shown by browsers, everything else is saved. */
    ContentDisposition disposition() {
        ContentDisposition.Builder builder =
                form == Form.JSON ? ContentDisposition.inline() : ContentDisposition.attachment();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? builder.filename(name).build()
                : builder.filename(name, StandardCharsets.UTF_8).build();
    }
}
