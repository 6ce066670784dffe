package districtkpi.ui.map;

import districtkpi.domain.place.DistrictCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes of districts to draw: tiles, each a rectangle about where the district lies among its
 * neighbours.
 */
@Component
public class DistrictShapes {

    /** As wide as it takes to write a name on it. */
    private static final int TILE_WIDTH = 15;

    private static final int TILE_HEIGHT = 10;

    private final Map<DistrictCode, Tile> tiles = new HashMap<>();

    /** A place in the grid of its province, both from 1; row 1 is the northernmost. */
    private record Tile(int row, int column) {}

    DistrictShapes() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader =
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        DistrictShapes.class.getResourceAsStream(
                                                "/districtkpi/map/tiles.csv")),
                                StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            for (CSVRecord row : rows) {
                tiles.put(
                        DistrictCode.of(row.get("code")),
                        new Tile(
                                Integer.parseInt(row.get("row")),
                                Integer.parseInt(row.get("column"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * GeoJSON with a feature for each district, whose property {@code code} names it. Those without
     * a tile of their own stand in a row below the others.
     */
    public JsonNode of(Collection<DistrictCode> districts) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        int below =
                1
                        + districts.stream()
                                .map(tiles::get)
                                .filter(Objects::nonNull)
                                .mapToInt(Tile::row)
                                .max()
                                .orElse(0);
        int column = 0;
        for (DistrictCode district : districts) {
            Tile tile = tiles.get(district);
            if (tile == null) {
                column++;
                tile = new Tile(below, column);
            }
            addFeature(features, district, tile);
        }
        return collection;
    }

    private static void addFeature(ArrayNode features, DistrictCode district, Tile tile) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.putObject("properties").put("code", district.value());
        ObjectNode geometry = feature.putObject("geometry").put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        int west = tile.column() * TILE_WIDTH;
        int north = -tile.row() * TILE_HEIGHT;
        addPoint(ring, west, north);
        addPoint(ring, west + TILE_WIDTH, north);
        addPoint(ring, west + TILE_WIDTH, north - TILE_HEIGHT);
        addPoint(ring, west, north - TILE_HEIGHT);
        addPoint(ring, west, north);
    }

    private static void addPoint(ArrayNode ring, int east, int north) {
        ring.addArray().add(east).add(north);
    }
}
