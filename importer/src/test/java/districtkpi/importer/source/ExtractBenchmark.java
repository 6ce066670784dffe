package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.extract.StoredExtract;
import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.table.TestDistricts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A register of millions of contracts: read, checked, stored and turned into figures in a small
 * heap, and its rows written out again, each beside what PostgreSQL's {@code COPY} takes for the
 * same rows and table. Prints figures and judges none; part of {@code ./kpi bench}; the build runs
 * it with a few rows, to see that it still can.
 *
 * <p>{@code DISTRICT_KPI_BENCHMARK_ROWS} sets the number of rows, else 3 million.
 */
class ExtractBenchmark {

    private static final String MANY = "3000000";
    private static final String HEAP = "-Xmx256m";

    @TempDir private Path folder;

    @Test
    void prints() throws IOException, InterruptedException, SQLException {
        prints(
                Integer.parseInt(
                        Optional.ofNullable(System.getenv("DISTRICT_KPI_BENCHMARK_ROWS"))
                                .orElse(MANY)),
                folder);
    }

    static void prints(int rowCount, Path folder)
            throws IOException, InterruptedException, SQLException {
        Path register = generate(rowCount, folder.resolve("register.csv"));
        try (TestDatabase database = TestDatabase.create()) {
            System.out.printf(
                    "%n%d contracts, %d MB, heap of the program %s%n",
                    rowCount, Files.size(register) >> 20, HEAP);
            String program = run(database, register, folder);
            double importSeconds = seconds(program, "import");
            double exportSeconds = seconds(program, "export");
            Path rows = folder.resolve("rows.copy");
            double copyOut = copyOut(database, rows);
            double copyIn = copyIn(database, rows);
            print("in: read, checked, stored, figures", importSeconds, copyIn);
            print("out: rows with what they counted for", exportSeconds, copyOut);
            System.out.println("most memory in use: " + value(program, "megabytes") + " MB");
        }
    }

    private static void print(String what, double program, double copy) {
        System.out.printf(
                "%-40s %8.1f s   COPY %8.1f s   ratio %.2f%n", what, program, copy, program / copy);
    }

    private static Path generate(int rowCount, Path file) throws IOException {
        Random random = new Random(2565);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(
                    "อำเภอ,เลขที่สัญญา,เงินอนุมัติ,ลูกหนี้คงเหลือ ณ 1 ต.ค.,ลูกหนี้คงเหลือ ณ ปัจจุบัน,"
                            + "หนี้ยังไม่ถึงกำหนด,การไกล่เกลี่ย,ดำเนินการตามกฎหมาย,จำนวนหนี้ที่เกินกำหนดชำระ\n");
            for (int i = 0; i < rowCount; i++) {
                int opening = 1_000 + random.nextInt(200_000);
                int now = random.nextInt(opening);
                int due = random.nextInt(now + 1);
                writer.write(
                        TestDistricts.NONG_KHAI
                                        .get(random.nextInt(TestDistricts.NONG_KHAI.size()))
                                        .code()
                                + ",ส "
                                + i
                                + "/2564,200000,"
                                + opening
                                + ".50,"
                                + now
                                + ".25,"
                                + (now - due)
                                + ",0,0,"
                                + due
                                + ".25\n");
            }
        }
        return file;
    }

    /** In a process of its own, whose heap is as small as it is said to be. */
    private static String run(TestDatabase database, Path register, Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("program.txt");
        Process program =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        HEAP,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Program.class.getName(),
                                        database.jdbcUrl(),
                                        database.username(),
                                        database.password(),
                                        register.toString(),
                                        folder.resolve("out.csv").toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int exit = program.waitFor();
        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        return said;
    }

    /** The program that imports and exports, given the database and the files. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(arguments[0]);
            dataSource.setUser(arguments[1]);
            dataSource.setPassword(arguments[2]);
            try (ExtractContext context = new ExtractContext(dataSource)) {
                Instant start = Instant.now();
                ExtractReport report =
                        context.service()
                                .commit(
                                        ExtractContext.request(
                                                Path.of(arguments[3]), "debtor-register"),
                                        Optional.empty(),
                                        ImportProgress.NONE);
                print("import", Duration.between(start, Instant.now()).toMillis() / 1000.0);
                if (report.report().status() != Status.COMMITTED) {
                    throw new IllegalStateException(report.report().issues().toString());
                }
                start = Instant.now();
                export(
                        context.get(ExtractRows.class),
                        report.report().id().orElseThrow(),
                        Path.of(arguments[4]));
                print("export", Duration.between(start, Instant.now()).toMillis() / 1000.0);
            }
            long most =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                            .mapToLong(Program::peak)
                            .sum();
            print("megabytes", (double) (most >> 20));
        }

        private static long peak(MemoryPoolMXBean pool) {
            return pool.getPeakUsage().getUsed();
        }

        private static void print(String name, double value) {
            System.out.println(name + "=" + value);
        }

        private static void export(ExtractRows rows, long id, Path target) throws IOException {
            StoredExtract extract = rows.find(id).orElseThrow();
            try (OutputStream out = Files.newOutputStream(target)) {
                rows.write(extract, Optional.empty(), Optional.empty(), out);
            }
        }
    }

    private static double seconds(String said, String name) {
        return Double.parseDouble(value(said, name));
    }

    private static String value(String said, String name) {
        return said.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
    }

    private static double copyOut(TestDatabase database, Path rows)
            throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection();
                OutputStream out = Files.newOutputStream(rows)) {
            Instant start = Instant.now();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy extract_row to stdout", out);
            return Duration.between(start, Instant.now()).toMillis() / 1000.0;
        }
    }

    private static double copyIn(TestDatabase database, Path rows)
            throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                InputStream in = Files.newInputStream(rows)) {
            statement.execute("create table baseline (like extract_row including all)");
            Instant start = Instant.now();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy baseline from stdin", in);
            return Duration.between(start, Instant.now()).toMillis() / 1000.0;
        }
    }
}
