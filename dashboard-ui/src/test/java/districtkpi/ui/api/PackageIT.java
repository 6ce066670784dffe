package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.export.workbook.ScoreWorkbookTest;
import districtkpi.export.workbook.ScoredRound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageIT {

    private static final ApiClient CLIENT = DemonstrationServer.client();
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> rounds() {
        return DemonstrationServer.ROUNDS.stream();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theWorkbookWorksOutEveryScoreTotalAndRankOfTheRound(String round) {
        Scoreboard board =
                RowScope.inProvince(() ->
                        DemonstrationServer.application()
                                .get(ScoreboardQuery.class)
                                .find(RoundId.parse(round))
                                .orElseThrow());

        ScoreWorkbookTest.compare(
                Objects.requireNonNull(files(round).get("scores.xlsx")),
                new ScoredRound(
                        board.stored().agreement(),
                        board.districts(),
                        board.values(),
                        board.ranking()));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void everyFileIsWhatTheDescriptionSays(String round) throws Exception {
        Map<String, byte[]> files = files(round);
        JsonNode description = JSON.readTree(files.get("datapackage.json"));
        Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
        for (JsonNode resource : description.get("resources")) {
            byte[] content = Objects.requireNonNull(files.get(resource.get("path").asString()));
            assertThat(resource.get("bytes").asInt()).isEqualTo(content.length);
            assertThat(resource.get("hash").asString())
                    .isEqualTo(
                            "sha256:"
                                    + HexFormat.of()
                                            .formatHex(
                                                    MessageDigest.getInstance("SHA-256")
                                                            .digest(content)));
            if (resource.has("schema")) {
                tables.put(resource.get("name").asString(), rows(content));
            }
        }
        assertThat(files.keySet())
                .hasSize(description.get("resources").size() + 1)
                .contains("codebook-th.csv", "codebook-en.csv", "agreement.yaml");
        for (JsonNode resource : description.get("resources")) {
            if (resource.has("schema")) {
                check(resource, tables);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theCsvFilesAreThoseOfTheApiAndComeInAgain(String round) {
        Map<String, byte[]> files = files(round);
        for (String table : List.of("measurements", "scores", "ranking", "agreement")) {
            assertThat(files.get(table + ".csv"))
                    .as(table)
                    .isEqualTo(
                            CLIENT.get("/api/v1/rounds/" + round + "/" + table + ".csv").bytes());
        }
        for (String table : List.of("measurements.csv", "measurements-wide.csv")) {
            JsonNode report =
                    CLIENT.postFile(
                                    "/api/v1/imports?dryRun=true",
                                    table,
                                    Objects.requireNonNull(files.get(table)))
                            .json();
            assertThat(report.get("status").asString()).as(report.toString()).isEqualTo("DRY_RUN");
            assertThat(report.get("created").asInt() + report.get("changed").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theSameRoundGivesTheSameBytes(String round) {
        String address = "/api/v1/rounds/" + round + "/package.zip";

        assertThat(CLIENT.get(address).bytes()).isEqualTo(CLIENT.get(address).bytes());
    }

    @Test
    void saysWhenItsDataLastChangedSoThatTheSameDataGiveTheSameBytes() {
        TestRound round = ApiServer.newRound().open();
        byte[] before = round.get("package.zip").bytes();

        String id = round.commit("4301,T1,spending,80,100").json().get("id").asString();

        ApiClient client = ApiServer.client();
        assertThat(created(round.get("package.zip").bytes()))
                .isEqualTo(
                        client.get("/api/v1/imports/" + id + ".json")
                                .json()
                                .get("committed_at")
                                .asString())
                .isNotEqualTo(created(before));
        client.send("POST", "/api/v1/imports/" + id + "/undo");
        assertThat(round.get("package.zip").bytes()).isEqualTo(before);
    }

    private static String created(byte[] archive) {
        return JSON.readTree(files(archive).get("datapackage.json")).get("created").asString();
    }

    private static Map<String, byte[]> files(String round) {
        return files(CLIENT.get("/api/v1/rounds/" + round + "/package.zip").bytes());
    }

    private static Map<String, byte[]> files(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<CSVRecord> rows(byte[] csv) {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(new String(csv, UTF_8)))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(JsonNode resource, Map<String, List<CSVRecord>> tables) {
        String name = resource.get("name").asString();
        List<CSVRecord> rows = Objects.requireNonNull(tables.get(name));
        JsonNode schema = resource.get("schema");
        for (JsonNode field : schema.get("fields")) {
            String column = field.get("name").asString();
            assertThat(name.startsWith("codebook") || field.has("description"))
                    .as("nothing says what %s of %s means", column, name)
                    .isTrue();
            rows.forEach(row -> check(name + "." + column, field, row.get(column)));
        }
        if (schema.has("primaryKey")) {
            assertThat(rows.stream().map(row -> values(row, schema.get("primaryKey"))))
                    .as("primary key of %s", name)
                    .doesNotHaveDuplicates();
        }
        if (schema.has("foreignKeys")) {
            for (JsonNode key : schema.get("foreignKeys")) {
                List<List<String>> there =
                        Objects.requireNonNull(
                                        tables.get(key.get("reference").get("resource").asString()))
                                .stream()
                                .map(row -> values(row, key.get("reference").get("fields")))
                                .toList();
                assertThat(rows.stream().map(row -> values(row, key.get("fields"))))
                        .as("foreign key of %s", name)
                        .allMatch(there::contains);
            }
        }
    }

    private static List<String> values(CSVRecord row, JsonNode names) {
        List<String> values = new ArrayList<>();
        names.forEach(column -> values.add(row.get(column.asString())));
        return values;
    }

    private static void check(String where, JsonNode field, String value) {
        JsonNode constraints = field.path("constraints");
        if (value.isEmpty()) {
            assertThat(constraints.path("required").asBoolean(false)).as(where).isFalse();
            return;
        }
        switch (field.get("type").asString()) {
            case "number", "integer" -> {
                BigDecimal number = new BigDecimal(value);
                if (field.get("type").asString().equals("integer")) {
                    assertThat(number.scale()).as(where).isZero();
                }
                if (constraints.has("minimum")) {
                    assertThat(number)
                            .as(where)
                            .isGreaterThanOrEqualTo(constraints.get("minimum").decimalValue());
                }
                if (constraints.has("maximum")) {
                    assertThat(number)
                            .as(where)
                            .isLessThanOrEqualTo(constraints.get("maximum").decimalValue());
                }
            }
            case "boolean" -> assertThat(value).as(where).isIn("true", "false");
            case "date" -> assertThat(LocalDate.parse(value)).as(where).isNotNull();
            default -> {
                if (constraints.has("pattern")) {
                    assertThat(value).as(where).matches(constraints.get("pattern").asString());
                }
                if (constraints.has("enum")) {
                    List<String> words = new ArrayList<>();
                    constraints.get("enum").forEach(word -> words.add(word.asString()));
                    assertThat(value).as(where).isIn(words);
                }
            }
        }
    }
}
