package districtkpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts that goes out with the program, and the licences that they come under. */
class SbomTest {

    /** Of each part, one that lets an office use, change and pass on the program. */
    private static final Set<String> LICENCES =
            Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "MIT", "MIT-0");

    private static final String OWN = "districtkpi";

    private final List<JsonNode> parts = parts();

    @Test
    void namesWhatTheProgramIsMadeOfAndNothingThatOnlyTestsUse() {
        Set<String> names =
                parts.stream()
                        .map(part -> part.path("group").asString() + ":" + name(part))
                        .collect(Collectors.toSet());

        assertThat(names)
                .contains(
                        "com.vaadin:flow-server",
                        "org.jooq:jooq",
                        "org.postgresql:postgresql",
                        "org.webjars:echarts",
                        OWN + ":scoring")
                .noneMatch(name -> name.contains("junit") || name.contains("playwright"));
    }

    @Test
    void identifiesEachPartForScanners() {
        List<JsonNode> foreign =
                parts.stream().filter(part -> !part.path("group").asString().equals(OWN)).toList();

        assertThat(foreign)
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> {
                    assertThat(part.path("purl").asString()).startsWith("pkg:maven/");
                    assertThat(part.path("version").asString()).isNotEmpty();
                    assertThat(part.path("hashes").findValuesAsString("alg")).contains("SHA-256");
                });
    }

    @Test
    void hasNoPartWithoutALicenceThatAnOfficeCanLiveWith() {
        assertThat(
                        parts.stream()
                                .filter(part -> !part.path("group").asString().equals(OWN))
                                .filter(part -> licences(part).noneMatch(LICENCES::contains)))
                .isEmpty();
    }

    @Test
    void isTheSameForTheSameSources() {
        assertThat(document().has("serialNumber")).isFalse();
        assertThat(document().path("metadata").has("timestamp")).isFalse();
    }

    private static Stream<String> licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(licence -> licence.path("license").path("id").asString());
    }

    private static String name(JsonNode part) {
        return part.path("name").asString();
    }

    private static List<JsonNode> parts() {
        return document().path("components").valueStream().toList();
    }

    private static JsonNode document() {
        try (InputStream stream =
                Objects.requireNonNull(
                        SbomTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"),
                        "The build writes it before the tests")) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
