package districtkpi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.office.map.MapBoundaries;
import districtkpi.office.refusal.Refused;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.MapChart;
import districtkpi.ui.testing.UiTest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MapBoundariesIT extends UiTest {

    private static final String LICENCE = "© Somebody, CC BY 4.0";

    @Autowired private MapBoundaries boundaries;

    @AfterEach
    void goBackToTiles() {
        boundaries.replace(version(), Optional.empty(), "");
    }

    private int version() {
        return boundaries.newest().map(one -> one.version()).orElse(0);
    }

    @Test
    void loadedBoundariesAreDrawnInThePlaceOfTilesWithTheirLicence() {
        boundaries.replace(version(), Optional.of(geoJson(9)), LICENCE);
        open("?round=2565-2");
        assertThat(textOf("map-licence")).isEqualTo(LICENCE);
        assertThat(drawn().shapes().path("features").path(0).at("/geometry/type").asString())
                .isEqualTo("MultiPolygon");
        assertThat(drawn().aspect()).isBetween(0.9, 1.0);
        open("settings?lang=th");
        assertThat(textOf("map-loaded")).contains(LICENCE);
        assertThat(shows("map-tiles")).isTrue();
    }

    @Test
    void tilesAreDrawnWhereABoundaryIsMissing() {
        boundaries.replace(version(), Optional.of(geoJson(8)), LICENCE);
        open("?round=2565-2");
        assertThat(shows("map-licence")).isFalse();
        assertThat(drawn().shapes().path("features")).hasSize(9);
    }

    @Test
    void ofTwoWhoChangeTheMapTheLaterOneIsRefused() {
        int shown = version();
        boundaries.replace(shown, Optional.of(geoJson(9)), LICENCE);
        assertThatThrownBy(() -> boundaries.replace(shown, Optional.empty(), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("MAP_MOVED");
    }

    private static MapChart drawn() {
        return (MapChart) ((Chart) byId("map")).drawing();
    }

    private static String geoJson(int districts) {
        return Stream.of("4301", "4302", "4305", "4307", "4308", "4314", "4315", "4316", "4317")
                .limit(districts)
                .map(
                        """
                        {"type":"Feature","properties":{"code":"%s"},"geometry":{"type":\
                        "MultiPolygon","coordinates":[[[[102,18],[103,18],[103,17],[102,18]]]]}}\
                        """
                                ::formatted)
                .collect(
                        Collectors.joining(
                                ",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }
}
