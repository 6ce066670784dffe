package districtkpi.office.backup;

import districtkpi.db.backup.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A backup in the folder of backups; it is there only because it was read back.
 *
 * @param at when it was begun
 * @param bytes of the file
 */
public record KeptBackup(Path file, Instant at, BackupKind kind, long bytes) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(BANGKOK);
    private static final Pattern NAME =
            Pattern.compile("district-kpi-([0-9]{8}-[0-9]{6})-(daily|asked)\\.backup");

    /** The name of its file, such as {@code district-kpi-20261129-120000-daily.backup}. */
    public String name() {
        return file.getFileName().toString();
    }

    static String name(Instant at, BackupKind kind) {
        return "district-kpi-" + TIME.format(at) + "-" + kind.key() + ".backup";
    }

    /** Those in a folder, the newest first; other files are nobody's business. */
    static List<KeptBackup> findIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> of(file).stream())
                    .sorted(Comparator.comparing(KeptBackup::at).reversed())
                    .toList();
        }
    }

    /** What is left in a folder of those that were begun and not finished. */
    static List<Path> unfinishedIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(KeptBackup::isUnfinished).toList();
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(Backup.UNFINISHED)
                && NAME.matcher(name.substring(0, name.length() - Backup.UNFINISHED.length()))
                        .matches();
    }

    private static Optional<KeptBackup> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new KeptBackup(
                            file,
                            LocalDateTime.parse(name.group(1), TIME).atZone(BANGKOK).toInstant(),
                            BackupKind.valueOf(name.group(2).toUpperCase(Locale.ROOT)),
                            Files.size(file)));
        } catch (DateTimeParseException | IOException e) {
            return Optional.empty();
        }
    }
}
