package districtkpi.db.codegen;

import districtkpi.db.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.GeneratedSerialVersionUID;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on a PostgreSQL of its own and generates the jOOQ classes of the result.
 *
 * <p>Does nothing where neither the migrations nor this class changed since the last time.
 *
 * @see "Decision record 0003: jOOQ classes generated from a real PostgreSQL"
 */
public final class GenerateJooqClasses {

    private static final String PACKAGE = "districtkpi.db.jooq";

    private GenerateJooqClasses() {}

    /**
     * Generates.
     *
     * @param arguments the folder of the migrations, and the source root to generate into
     */
    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]).toAbsolutePath();
        Path target = Path.of(arguments[1]).toAbsolutePath();
        Path marker = target.resolveSibling(target.getFileName() + ".sha256");
        String digest = digest(migrations);
        if (Files.exists(marker) && Files.readString(marker).equals(digest)) {
            return;
        }
        Files.deleteIfExists(marker);
        try (EmbeddedDatabase database = EmbeddedDatabase.startTemporary()) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.username(), database.password())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(database, target));
        }
        Files.writeString(marker, digest);
    }

    private static Configuration configuration(EmbeddedDatabase database, Path target) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(
                        new Jdbc()
                                .withUrl(database.jdbcUrl())
                                .withUser(database.username())
                                .withPassword(database.password()))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                .withInputSchema("public")
                                                .withOutputSchemaToDefault(true)
                                                .withExcludes("flyway_schema_history")
                                                .withIncludeRoutines(false)
                                                .withForcedTypes(forcedTypes()))
                                .withGenerate(
                                        new Generate()
                                                .withGlobalObjectReferences(true)
                                                .withRecords(true)
                                                .withPojos(false)
                                                .withDaos(false)
                                                // Nothing asks for these, and they are half of what
                                                // is compiled.
                                                .withImplicitJoinPathsToOne(false)
                                                .withImplicitJoinPathsToMany(false)
                                                .withWhereMethodOverrides(false)
                                                .withIndexes(false)
                                                .withJavadoc(false)
                                                .withComments(false)
                                                .withGeneratedSerialVersionUID(
                                                        GeneratedSerialVersionUID.OFF))
                                .withTarget(
                                        new Target()
                                                .withPackageName(PACKAGE)
                                                .withDirectory(target.toString())
                                                .withClean(true)));
    }

    /** Columns speak the words of the domain: a name means the same type in every table. */
    private static List<ForcedType> forcedTypes() {
        return List.of(
                parsed(".*\\.round_id", "districtkpi.domain.agreement.RoundId", "parse"),
                parsed(".*\\.district_code", "districtkpi.domain.place.DistrictCode", "of"),
                parsed(".*\\.indicator", "districtkpi.domain.agreement.IndicatorId", "of"),
                parsed(".*\\.measure", "districtkpi.domain.agreement.MeasureId", "of"),
                parsed(".*\\.concept", "districtkpi.domain.agreement.ConceptId", "of"),
                converted(
                        ".*\\.section",
                        "districtkpi.domain.agreement.SectionId",
                        "districtkpi.domain.agreement.SectionId::of",
                        "districtkpi.domain.agreement.SectionId::value"),
                converted(
                        ".*_(numerator|denominator)",
                        "java.math.BigInteger",
                        "java.math.BigDecimal::toBigIntegerExact",
                        "java.math.BigDecimal::new"),
                new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz"));
    }

    private static ForcedType parsed(String columns, String type, String factory) {
        return converted(columns, type, type + "::" + factory, type + "::toString");
    }

    private static ForcedType converted(String columns, String type, String from, String to) {
        return new ForcedType()
                .withUserType(type)
                .withLambdaConverter(new LambdaConverter().withFrom(from).withTo(to))
                .withIncludeExpression(columns);
    }

    /** Of the migrations, and of this class, which says how they are turned into classes. */
    private static String digest(Path migrations) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (Path file : sorted(migrations)) {
            sha256.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            sha256.update(Files.readAllBytes(file));
        }
        try (var ownClass =
                GenerateJooqClasses.class.getResourceAsStream("GenerateJooqClasses.class")) {
            if (ownClass != null) {
                sha256.update(ownClass.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
