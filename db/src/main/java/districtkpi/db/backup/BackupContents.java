package districtkpi.db.backup;

import districtkpi.db.text.DatabaseTexts;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a backup says of itself: from what it was made, and what each table has to be byte for byte.
 *
 * @param takenAt as of when everything in it is
 * @param program version of the program that wrote it
 * @param postgresql version of the server that it was read from
 * @param migrations the steps that had brought the database to its form, in their order
 * @param sequences where the numbers of new rows go on
 */
public record BackupContents(
        Instant takenAt,
        String program,
        String postgresql,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences) {

    private static final String FORM = "district-kpi-backup";
    private static final int FORM_VERSION = 1;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{0,200}");

    /**
     * A step of the migrations that was run.
     *
     * @param checksum of its text
     */
    public record Migration(String version, String description, int checksum) {}

    /**
     * A table.
     *
     * @param columns those that are kept; generated ones follow from them
     * @param bytes of its text, of which {@code sha256} is the digest
     */
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

        public Table {
            columns = List.copyOf(columns);
        }

        /** Under which its rows lie in the file. */
        String entry() {
            return "tables/" + name + ".txt";
        }
    }

    /**
     * A sequence.
     *
     * @param called whether the last value was given to a row
     */
    public record Sequence(String name, long lastValue, boolean called) {}

    public BackupContents {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Bytes of the text of all tables, unpacked. */
    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }

    /** The version of the newest step. */
    public String schemaVersion() {
        return migrations.getLast().version();
    }

    /** As it stands in the file: a line for each thing, its parts parted by tabs. */
    String write() {
        StringBuilder text = new StringBuilder();
        line(text, FORM, String.valueOf(FORM_VERSION));
        line(text, "taken", takenAt.toString());
        line(text, "program", program);
        line(text, "postgresql", postgresql);
        for (Migration one : migrations) {
            line(
                    text,
                    "migration",
                    one.version(),
                    String.valueOf(one.checksum()),
                    one.description());
        }
        for (Table one : tables) {
            line(
                    text,
                    "table",
                    one.name(),
                    String.join(",", one.columns()),
                    String.valueOf(one.rows()),
                    String.valueOf(one.bytes()),
                    one.sha256());
        }
        for (Sequence one : sequences) {
            line(
                    text,
                    "sequence",
                    one.name(),
                    String.valueOf(one.lastValue()),
                    String.valueOf(one.called()));
        }
        line(text, "sha256", DigestUtils.sha256Hex(text.toString()));
        return text.toString();
    }

    private static void line(StringBuilder text, String... parts) {
        text.append(String.join("\t", parts)).append('\n');
    }

    /**
     * Reads what {@link #write()} writes.
     *
     * @throws BackupException if it is anything else
     */
    static BackupContents parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = Arrays.asList(text.split("\n", -1));
        String[] first = lines.getFirst().split("\t", -1);
        if (first.length == 2
                && first[0].equals(FORM)
                && !first[1].equals(String.valueOf(FORM_VERSION))) {
            throw new BackupException(DatabaseTexts.text("backup.newer-form", printable(first[1])));
        }
        try {
            Parser parser = new Parser();
            int last = lines.size() - 2;
            // The last line ends with a line feed, so nothing comes after it.
            if (last < 0 || !lines.getLast().isEmpty()) {
                throw new IllegalArgumentException("The last line is cut");
            }
            for (String line : lines.subList(0, last)) {
                parser.read(line.split("\t", -1));
            }
            String[] end = lines.get(last).split("\t", -1);
            String before = text.substring(0, text.length() - lines.get(last).length() - 1);
            if (end.length != 2
                    || !end[0].equals("sha256")
                    || !end[1].equals(DigestUtils.sha256Hex(before))) {
                throw new IllegalArgumentException("The digest is another one");
            }
            BackupContents contents = parser.contents();
            if (!contents.write().equals(text)) {
                throw new IllegalArgumentException("Not as it is written");
            }
            return contents;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BackupException(DatabaseTexts.text("backup.list-damaged"), e);
        }
    }

    private static String printable(String text) {
        return LINE.matcher(text).matches() ? text : "?";
    }

    private static final class Parser {

        private Optional<Instant> takenAt = Optional.empty();
        private Optional<String> program = Optional.empty();
        private Optional<String> postgresql = Optional.empty();
        private final List<Migration> migrations = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private final List<Sequence> sequences = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        void read(String[] parts) {
            switch (parts[0] + " " + parts.length) {
                case FORM + " 2" -> {}
                case "taken 2" -> takenAt = Optional.of(Instant.parse(parts[1]));
                case "program 2" -> program = Optional.of(text(parts[1]));
                case "postgresql 2" -> postgresql = Optional.of(text(parts[1]));
                case "migration 4" ->
                        migrations.add(
                                new Migration(
                                        text(parts[1]),
                                        text(parts[3]),
                                        Integer.parseInt(parts[2])));
                case "table 6" ->
                        tables.add(
                                new Table(
                                        name(parts[1]),
                                        Arrays.stream(parts[2].split(",", -1))
                                                .map(Parser::column)
                                                .toList(),
                                        count(parts[3]),
                                        count(parts[4]),
                                        digest(parts[5])));
                case "sequence 4" ->
                        sequences.add(
                                new Sequence(
                                        name(parts[1]),
                                        count(parts[2]),
                                        Boolean.parseBoolean(parts[3])));
                default -> throw new IllegalArgumentException("Unknown: " + parts[0]);
            }
        }

        BackupContents contents() {
            if (migrations.isEmpty()) {
                throw new IllegalArgumentException("No migrations");
            }
            return new BackupContents(
                    takenAt.orElseThrow(IllegalArgumentException::new),
                    program.orElseThrow(IllegalArgumentException::new),
                    postgresql.orElseThrow(IllegalArgumentException::new),
                    migrations,
                    tables,
                    sequences);
        }

        private String name(String text) {
            if (!names.add(column(text))) {
                throw new IllegalArgumentException("Twice: " + text);
            }
            return text;
        }

        private static String column(String text) {
            return matching(NAME, text);
        }

        private static String text(String text) {
            return matching(LINE, text);
        }

        private static String digest(String text) {
            return matching(DIGEST, text);
        }

        private static String matching(Pattern pattern, String text) {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("Not of the form: " + text);
            }
            return text;
        }

        private static long count(String text) {
            long count = Long.parseLong(text);
            if (count < 0) {
                throw new IllegalArgumentException("Negative: " + text);
            }
            return count;
        }
    }
}
