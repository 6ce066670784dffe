package districtkpi.ui.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoundaryFileTest {

    private static final List<DistrictCode> DISTRICTS =
            List.of(DistrictCode.of("4301"), DistrictCode.of("4302"));

    /** The border that both share has this many points. */
    private static final int FINE = 5000;

    @Test
    void keepsCodesAndShapesAndNothingElse() {
        BoundaryFile.Boundaries read =
                read(
                        feature("\"ADM2_PCODE\": \"TH4301\", \"owner\": \"Somchai\"", west(1)),
                        feature("\"amphoe\": 4302", east(1)),
                        feature("\"code\": \"4101\"", west(1)));
        assertThat(read.districts()).isEqualTo(2);
        assertThat(read.leftOut()).isEqualTo(1);
        assertThat(read.geoJson()).doesNotContain("Somchai", "4101", "owner");
        JsonNode features = new JsonMapper().readTree(read.geoJson()).path("features");
        assertThat(features.valueStream().map(one -> one.path("properties").toString()))
                .containsExactly("{\"code\":\"4301\"}", "{\"code\":\"4302\"}");
    }

    /** Each would be simplified in its own way otherwise, and gaps would open between them. */
    @Test
    void neighboursKeepTheBorderThatTheyShareWhenPointsAreLeftOut() {
        BoundaryFile.Boundaries read =
                read(
                        feature("\"code\": \"4301\"", west(FINE)),
                        feature("\"code\": \"4302\"", east(FINE)));
        assertThat(read.pointsBefore()).isGreaterThan(2 * FINE);
        assertThat(read.points()).isLessThanOrEqualTo(4000);
        JsonNode features = new JsonMapper().readTree(read.geoJson()).path("features");
        assertThat(border(features.path(0))).isNotEmpty().isEqualTo(border(features.path(1)));
    }

    private static List<String> border(JsonNode feature) {
        return feature.at("/geometry/coordinates/0/0")
                .valueStream()
                .filter(point -> Math.abs(point.path(0).asDouble() - 102.5) < 0.01)
                .map(JsonNode::toString)
                .sorted()
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2", "<kml/>"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> BoundaryFile.read(text.getBytes(UTF_8), DISTRICTS))
                .isInstanceOf(BoundaryRefusedException.class);
    }

    @Test
    void deepNestingIsRefusedAndCostsNothing() {
        assertThatThrownBy(
                        () -> BoundaryFile.read("[".repeat(1_000_000).getBytes(UTF_8), DISTRICTS))
                .isInstanceOf(BoundaryRefusedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Point; [102.1, 17.9]; NO_AREA",
                "Polygon; []; NO_AREA",
                "Polygon; [[[102.1, 17.9], [102.2, 17.9]]]; NO_AREA",
                "Polygon; [[[102.1, 17.9], [102.2, 17.9], [102.3, 17.9], [102.1, 17.9]]]; NO_AREA",
                "Polygon; [[[17.9, 102.1], [17.9, 102.2], [18.1, 102.2], [17.9, 102.1]]]; ELSEWHERE",
                "Polygon; [[[250000, 1970000], [250100, 1970000], [250100, 1970100],"
                        + " [250000, 1970000]]]; ELSEWHERE",
                "Polygon; [[[\"a\", 17.9], [102.2, 17.9], [102.3, 18], [102.1, 17.9]]]; ELSEWHERE"
            })
    void shapesThatCannotBeDrawnAreRefused(
            String type, String coordinates, BoundaryRefusedException.Reason reason) {
        String shape = "{\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}";
        assertThatThrownBy(() -> read(feature("\"code\": \"4301\"", shape)))
                .isInstanceOfSatisfying(
                        BoundaryRefusedException.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(reason);
                            assertThat(refused.place()).isEqualTo(1);
                        });
    }

    @Test
    void eachDistrictNeedsOneShape() {
        assertThatThrownBy(() -> read(feature("\"code\": \"4301\"", west(1))))
                .isInstanceOfSatisfying(
                        BoundaryRefusedException.class,
                        refused -> assertThat(refused.value()).isEqualTo("4302"));
        assertThatThrownBy(() ->
                        read(
                                feature("\"code\": \"4301\"", west(1)),
                                feature("\"code\": \"4301\"", east(1))))
                .isInstanceOfSatisfying(
                        BoundaryRefusedException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(BoundaryRefusedException.Reason.TWICE));
    }

    @Test
    void aDistrictOfManySmallIslandsIsNotLost() {
        String islands =
                IntStream.range(0, 2000)
                        .mapToObj(i -> {
                            int row = i / 50;
                            double west = 102 + (i % 50) * 0.01;
                            double south = 17 + row * 0.01;
                            return String.format(
                                    Locale.ROOT,
                                    "[[[%1$.4f, %2$.4f], [%3$.4f, %2$.4f], [%3$.4f, %4$.4f],"
                                            + " [%1$.4f, %2$.4f]]]",
                                    west,
                                    south,
                                    west + 0.004,
                                    south + 0.004);
                        })
                        .collect(Collectors.joining(", "));
        String shape = "{\"type\": \"MultiPolygon\", \"coordinates\": [" + islands + "]}";
        BoundaryFile.Boundaries read =
                read(feature("\"code\": \"4301\"", shape), feature("\"code\": \"4302\"", east(1)));
        assertThat(read.points()).isLessThanOrEqualTo(4000);
        assertThat(new JsonMapper().readTree(read.geoJson()).path("features").valueStream())
                .hasSize(2)
                .allMatch(one -> !one.at("/geometry/coordinates/0/0/0").isMissingNode());
    }

    private static BoundaryFile.Boundaries read(String... features) {
        return BoundaryFile.read(
                ("{\"type\": \"FeatureCollection\", \"features\": ["
                                + String.join(", ", features)
                                + "]}")
                        .getBytes(UTF_8),
                DISTRICTS);
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\": \"Feature\", \"properties\": {"
                + properties
                + "}, \"geometry\": "
                + geometry
                + "}";
    }

    private static String west(int points) {
        return polygon("[102, 18.5], [102, 17.5], " + border(points, false) + ", [102, 18.5]");
    }

    private static String east(int points) {
        return polygon("[103, 17.5], [103, 18.5], " + border(points, true) + ", [103, 17.5]");
    }

    /** From south to north, or back, a little crooked. */
    private static String border(int points, boolean back) {
        return IntStream.rangeClosed(0, points)
                .map(i -> back ? points - i : i)
                .mapToObj(i ->
                        String.format(
                                Locale.ROOT,
                                "[%.5f, %.5f]",
                                102.5 + (i % 2) * 0.0004,
                                17.5 + (double) i / points))
                .collect(Collectors.joining(", "));
    }

    private static String polygon(String points) {
        return "{\"type\": \"Polygon\", \"coordinates\": [[" + points + "]]}";
    }
}
