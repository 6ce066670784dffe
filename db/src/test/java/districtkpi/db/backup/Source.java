package districtkpi.db.backup;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.Publishing;
import districtkpi.domain.agreement.RoundId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import javax.sql.DataSource;

/** A database with something of everything that is hard to keep as it is. */
final class Source implements AutoCloseable {

    static final RoundId ROUND = RoundId.parse("2565-1");
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-29T05:00:00Z"), ZoneOffset.UTC);

    private static final String ODD_TEXT = "ก\tข\\.\n\\N 'ค' \"ง\" \r\n\\\\ ๔๕ 😀";

    private final DatabaseContext context = new DatabaseContext();

    Source() throws SQLException {
        context.agree("2565-1 70");
        context.commit(figure("2565-1", "4301", "T1.spending", ratio("75.00", "100")));
        context.commit(
                figure(
                        "2565-1",
                        "4302",
                        "T1.spending",
                        ratio("12345678901234567890.123456789", "98765432109876543210.1")));
        Publishing.in(context::get).publish(ROUND, "");
        context.commit(figure("2565-1", "4301", "T1.spending", ratio("90", "100")));
        Publishing.in(context::get).publish(ROUND, "แก้ไข");
        context.execute(
                """
                insert into account (name, post, role, password_temporary, enabled,
                    demonstration, created_at, version)
                values ('somchai', 'ผู้ดูแล', 'administrator', true, true, false,
                    '2026-11-29 12:00:00.123456+07', 1)\
                """);
        try (Connection connection = owner().getConnection()) {
            try (PreparedStatement draft =
                    connection.prepareStatement(
                            """
                            insert into recording_draft
                            values ('2565-1', '4301', 'T1', 'note', ?, 1, now(), null)\
                            """)) {
                draft.setString(1, ODD_TEXT);
                draft.executeUpdate();
            }
            try (PreparedStatement evidence =
                    connection.prepareStatement(
                            """
                            insert into evidence (round_id, district_code, indicator, file,
                                media_type, content, received_at)
                            values ('2565-1', '4301', 'T1', 'หลักฐาน.pdf', 'application/pdf', ?,
                                now())\
                            """)) {
                byte[] content = new byte[3_000_000];
                new Random(1).nextBytes(content);
                evidence.setBytes(1, content);
                evidence.executeUpdate();
            }
            try (PreparedStatement rows =
                    connection.prepareStatement(
                            """
                            insert into extract_row
                            select 7, line, 1, '4301',
                                jsonb_build_object('ชื่อ', ?::text, 'n', 1.50, 'ว่าง', null)
                            from generate_series(1, 2000) as line\
                            """)) {
                rows.setString(1, ODD_TEXT);
                rows.executeUpdate();
            }
        }
    }

    DatabaseContext context() {
        return context;
    }

    DataSource owner() {
        return context.get(DatabaseOwner.class).dataSource();
    }

    Backup backUp(Path file) {
        return Backup.write(owner(), file, "1.0.0", NOON, BackupProgress.NONE);
    }

    @Override
    public void close() {
        context.close();
    }
}
