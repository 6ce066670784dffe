package districtkpi.ui.map;

import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Boundaries of districts as somebody has them: GeoJSON (RFC 7946) in degrees, from which nothing
 * but the codes and the shapes is kept, with as few points as a map of this size needs.
 *
 * @see "Decision record 0050: maps"
 */
final class BoundaryFile {

    /** What a file may weigh. */
    static final int MAX_BYTES = 5 * 1024 * 1024;

    /** More points than this are not seen on a map of this size, and make it slow. */
    private static final int MAX_POINTS = 4000;

    /** About 10 m. */
    private static final int DECIMAL_PLACES = 4;

    private static final double FIRST_TOLERANCE = 0.0005;

    /** Thailand lies well within these, in degrees. */
    private static final double WEST = 95;

    private static final double EAST = 108;
    private static final double SOUTH = 4;
    private static final double NORTH = 22;

    /** Codes are written with the prefix of the country too. */
    private static final Pattern CODE = Pattern.compile("(?:TH)?([0-9]{4})");

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    private BoundaryFile() {}

    /**
     * What came of a file.
     *
     * @param geoJson a feature for each district, with its {@code code}
     * @param districts how many
     * @param leftOut how many features of other places there were
     * @param pointsBefore how many points the shapes had
     * @param points how many they have
     */
    record Boundaries(String geoJson, int districts, int leftOut, int pointsBefore, int points) {}

    /**
     * Reads a file.
     *
     * @param districts of the province; each needs a shape
     * @throws BoundaryRefusedException if it cannot be used
     */
    static Boundaries read(byte[] file, Collection<DistrictCode> districts) {
        Map<DistrictCode, Geometry> shapes = new TreeMap<>();
        int leftOut = 0;
        int number = 0;
        for (JsonNode feature : features(file)) {
            number++;
            Optional<DistrictCode> code = code(feature.path("properties"), districts);
            if (code.isEmpty()) {
                leftOut++;
            } else {
                Geometry shape = shape(feature.path("geometry"), number);
                if (shapes.putIfAbsent(code.get(), shape) != null) {
                    throw new BoundaryRefusedException(
                            BoundaryRefusedException.Reason.TWICE, code.get().value(), number);
                }
            }
        }
        List<String> missing =
                districts.stream()
                        .filter(code -> !shapes.containsKey(code))
                        .map(DistrictCode::value)
                        .toList();
        if (!missing.isEmpty()) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.MISSING, String.join(", ", missing), 0);
        }
        return simplified(shapes, leftOut);
    }

    private static JsonNode features(byte[] file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(file);
        } catch (JacksonException e) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.NOT_JSON,
                    String.valueOf(e.getOriginalMessage()),
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
        if (!root.path("type").asString("").equals("FeatureCollection")
                || !root.path("features").isArray()) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.NO_FEATURES, root.path("type").asString(""), 0);
        }
        return root.path("features");
    }

    /** The first property that is the code of a district. */
    private static Optional<DistrictCode> code(
            JsonNode properties, Collection<DistrictCode> districts) {
        return properties.properties().stream()
                .map(property -> property.getValue())
                .filter(JsonNode::isValueNode)
                .map(value -> CODE.matcher(value.asString("").strip()))
                .filter(Matcher::matches)
                .map(found -> DistrictCode.of(found.group(1)))
                .filter(districts::contains)
                .findFirst();
    }

    private static Geometry shape(JsonNode geometry, int number) {
        List<Polygon> polygons = new ArrayList<>();
        String type = geometry.path("type").asString("");
        switch (type) {
            case "Polygon" -> polygons.add(polygon(geometry.path("coordinates"), number));
            case "MultiPolygon" -> {
                for (JsonNode one : geometry.path("coordinates")) {
                    polygons.add(polygon(one, number));
                }
            }
            default ->
                    throw new BoundaryRefusedException(
                            BoundaryRefusedException.Reason.NO_AREA, type, number);
        }
        Geometry fixed =
                GeometryFixer.fix(GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new)));
        if (fixed.isEmpty() || fixed.getDimension() < 2) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.NO_AREA, type, number);
        }
        return fixed;
    }

    private static Polygon polygon(JsonNode rings, int number) {
        List<LinearRing> closed = new ArrayList<>();
        for (JsonNode ring : rings) {
            closed.add(ring(ring, number));
        }
        if (closed.isEmpty()) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.NO_AREA, "Polygon", number);
        }
        return GEOMETRIES.createPolygon(
                closed.getFirst(), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode ring, int number) {
        List<Coordinate> points = new ArrayList<>();
        for (JsonNode point : ring) {
            double east = point.path(0).asDouble(Double.NaN);
            double north = point.path(1).asDouble(Double.NaN);
            if (!(east >= WEST && east <= EAST && north >= SOUTH && north <= NORTH)) {
                throw new BoundaryRefusedException(
                        BoundaryRefusedException.Reason.ELSEWHERE, point.toString(), number);
            }
            points.add(new Coordinate(east, north));
        }
        if (!points.isEmpty()) {
            // Some programs leave out the last point, which is the first again.
            if (!points.getFirst().equals2D(points.getLast())) {
                points.add(points.getFirst().copy());
            }
        }
        if (points.size() < 4) {
            throw new BoundaryRefusedException(
                    BoundaryRefusedException.Reason.NO_AREA, ring.toString(), number);
        }
        return GEOMETRIES.createLinearRing(points.toArray(Coordinate[]::new));
    }

    /** Neighbours keep the border that they share; islands too small to be seen are left out. */
    private static Boundaries simplified(Map<DistrictCode, Geometry> shapes, int leftOut) {
        Geometry[] all = shapes.values().toArray(Geometry[]::new);
        int before = points(all);
        Geometry[] drawn = all;
        for (double tolerance = FIRST_TOLERANCE; points(drawn) > MAX_POINTS; tolerance *= 2) {
            drawn = CoverageSimplifier.simplify(all, tolerance);
        }
        return new Boundaries(
                geoJson(List.copyOf(shapes.keySet()), drawn),
                shapes.size(),
                leftOut,
                before,
                points(drawn));
    }

    private static int points(Geometry[] shapes) {
        int points = 0;
        for (Geometry shape : shapes) {
            points += shape.getNumPoints();
        }
        return points;
    }

    private static String geoJson(List<DistrictCode> codes, Geometry[] shapes) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (int i = 0; i < shapes.length; i++) {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("code", codes.get(i).value());
            ArrayNode polygons =
                    feature.putObject("geometry")
                            .put("type", "MultiPolygon")
                            .putArray("coordinates");
            for (Object polygon : PolygonExtracter.getPolygons(shapes[i])) {
                add(polygons.addArray(), (Polygon) polygon);
            }
        }
        return collection.toString();
    }

    private static void add(ArrayNode rings, Polygon polygon) {
        add(rings, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            add(rings, polygon.getInteriorRingN(i));
        }
    }

    private static void add(ArrayNode rings, LinearRing ring) {
        ArrayNode points = rings.addArray();
        for (Coordinate point : ring.getCoordinates()) {
            points.addArray().add(rounded(point.getX())).add(rounded(point.getY()));
        }
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMAL_PLACES, RoundingMode.HALF_UP);
    }
}
