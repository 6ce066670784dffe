package districtkpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the project lead to what is there. */
class DocumentLinksTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @Test
    void leadToFilesThatExist() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).contains(PROJECT.resolve("README.md"));

        assertThat(documents.stream().flatMap(DocumentLinksTest::brokenLinks)).isEmpty();
    }

    @Test
    void theIndexNamesEveryDecision() throws IOException {
        Path decisions = PROJECT.resolve("docs/decisions");
        String index = Files.readString(decisions.resolve("README.md"));
        try (Stream<Path> files = Files.list(decisions)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> Character.isDigit(name.charAt(0))))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> PROJECT.relativize(file).toString().indexOf("target") < 0)
                    .toList();
        }
    }

    private static Stream<String> brokenLinks(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.startsWith("#") && URI.create(link).getScheme() == null)
                    .filter(link -> !Files.exists(document.resolveSibling(withoutPlace(link))))
                    .map(link -> PROJECT.relativize(document) + ": " + link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutPlace(String link) {
        return link.replaceFirst("#.*", "");
    }
}
