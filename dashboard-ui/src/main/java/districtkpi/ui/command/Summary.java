package districtkpi.ui.command;

import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupContents;
import districtkpi.domain.LocalizedText;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a backup holds, for whoever sits at the server. */
final class Summary {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Bangkok"));

    private Summary() {}

    static void print(Backup backup, LocalizedText text, PrintStream out) {
        BackupContents contents = backup.contents();
        out.println(text.th());
        out.println(text.en());
        out.println(
                String.format(
                        Locale.ROOT,
                        "  %s, %d MB, %d tables, %d rows, PostgreSQL %s, District KPI %s",
                        TIME.format(contents.takenAt()),
                        Math.ceilDiv(backup.bytes(), 1024 * 1024),
                        contents.tables().size(),
                        contents.rows(),
                        contents.postgresql(),
                        contents.program()));
        out.println("  SHA-256 " + backup.sha256());
    }
}
