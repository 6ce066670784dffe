package districtkpi.ui.map;

import districtkpi.db.map.MapBoundary;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.map.MapBoundaries;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes of districts to draw: the boundaries that were loaded, else tiles, each a rectangle about
 * where the district lies among its neighbours.
 */
@Component
public class DistrictShapes {

    /** As wide as it takes to write a name on it. */
    private static final int TILE_WIDTH = 15;

    private static final int TILE_HEIGHT = 10;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<DistrictCode, Tile> tiles = new HashMap<>();
    private final MapBoundaries boundaries;

    /** A place in the grid of its province, both from 1; row 1 is the northernmost. */
    private record Tile(int row, int column) {}

    DistrictShapes(MapBoundaries boundaries) {
        this.boundaries = boundaries;
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
     * What is drawn of districts.
     *
     * @param geoJson a collection with a feature for each, whose property {@code code} names it
     * @param aspect how much wider a degree of longitude is drawn than one of latitude
     * @param licence whose the boundaries are, to be said below them; empty for tiles
     */
    public record Shapes(JsonNode geoJson, double aspect, String licence) {}

    /** The shapes of districts; tiles where a boundary of one of them is not known. */
    public Shapes of(Collection<DistrictCode> districts) {
        return boundaries
                .newest()
                .flatMap(loaded -> loaded.geoJson().flatMap(file -> drawn(file, loaded, districts)))
                .orElseGet(() -> new Shapes(tiles(districts), 1, ""));
    }

    private static Optional<Shapes> drawn(
            String file, MapBoundary loaded, Collection<DistrictCode> districts) {
        ObjectNode collection = (ObjectNode) MAPPER.readTree(file);
        Set<String> codes = new HashSet<>();
        double north = 0;
        for (JsonNode feature : collection.path("features")) {
            codes.add(feature.path("properties").path("code").asString());
            north = feature.at("/geometry/coordinates/0/0/0/1").asDouble();
        }
        if (!districts.stream().map(DistrictCode::value).allMatch(codes::contains)) {
            return Optional.empty();
        }
        // Away from the equator degrees of longitude lie closer together.
        return Optional.of(
                new Shapes(collection, Math.cos(Math.toRadians(north)), loaded.licence()));
    }

    /**
     * Those without a tile of their own stand below the others, in about as many rows as columns.
     */
    private JsonNode tiles(Collection<DistrictCode> districts) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        Set<Tile> taken = new HashSet<>();
        List<DistrictCode> without = new ArrayList<>();
        for (DistrictCode district : districts) {
            Tile tile = tiles.get(district);
            if (tile != null && taken.add(tile)) {
                addFeature(features, district, tile);
            } else {
                without.add(district);
            }
        }
        int below = 1 + taken.stream().mapToInt(Tile::row).max().orElse(0);
        int columns =
                Math.max(
                        taken.stream().mapToInt(Tile::column).max().orElse(1),
                        (int) Math.ceil(Math.sqrt(without.size())));
        for (int i = 0; i < without.size(); i++) {
            addFeature(features, without.get(i), new Tile(below + i / columns, 1 + i % columns));
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
