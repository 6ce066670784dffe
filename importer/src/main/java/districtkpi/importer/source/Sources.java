package districtkpi.importer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sources that come with the program. */
public final class Sources {

    private static final List<String> IDS =
            List.of(
                    "budget-spending",
                    "work-plan",
                    "transparency",
                    "target-households",
                    "fund-centres",
                    "bpm",
                    "gvh",
                    "debtor-register",
                    "livelihood",
                    "otop-sales",
                    "big-data");

    private static final List<SourceDescription> ALL = IDS.stream().map(Sources::load).toList();

    private Sources() {}

    /** All, in the order of the indicators that they are for. */
    public static List<SourceDescription> all() {
        return ALL;
    }

    public static Optional<SourceDescription> find(String id) {
        return ALL.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /**
     * The description of a document, such as one that was stored with an extract.
     *
     * @throws SourceDescriptionException with everything that is wrong with it
     */
    public static SourceDescription read(String document) {
        return SourceDescriptionReader.read(document);
    }

    private static SourceDescription load(String id) {
        String name = "/districtkpi/sources/" + id + ".yaml";
        try (InputStream stream = Sources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
