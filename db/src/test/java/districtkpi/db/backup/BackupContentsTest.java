package districtkpi.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.backup.BackupContents.Migration;
import districtkpi.db.backup.BackupContents.Sequence;
import districtkpi.db.backup.BackupContents.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupContentsTest {

    private static final BackupContents CONTENTS =
            new BackupContents(
                    Instant.parse("2026-11-29T05:00:00Z"),
                    "1.0.0",
                    "18.6",
                    List.of(new Migration("0001", "place", -5)),
                    List.of(
                            new Table(
                                    "province",
                                    List.of("province_code", "name_th"),
                                    1,
                                    20,
                                    "a".repeat(64)),
                            new Table("import", List.of("import_id"), 0, 0, "b".repeat(64))),
                    List.of(new Sequence("import_import_id_seq", 1, false)));

    private static BackupContents parse(String text) {
        return BackupContents.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As somebody would who knows the form. */
    private static String sealed(String text) {
        String before = text.substring(0, text.lastIndexOf("sha256\t"));
        return before + "sha256\t" + DigestUtils.sha256Hex(before) + "\n";
    }

    @Test
    void readsWhatItWrites() {
        assertThat(parse(CONTENTS.write())).isEqualTo(CONTENTS);
        assertThat(CONTENTS.schemaVersion()).isEqualTo("0001");
    }

    @Test
    void refusesAListOfWhichAnyCharacterWasChanged() {
        String text = CONTENTS.write();
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + '~' + text.substring(i + 1);
            assertThatThrownBy(() -> parse(changed)).isInstanceOf(BackupException.class);
        }
    }

    @Test
    void refusesAListThatWasCutAnywhere() {
        String text = CONTENTS.write();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> parse(cut)).isInstanceOf(BackupException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'table\timport\t', 'table\t../../import\t'
                    'table\timport\t', 'table\timport;drop\t'
                    'table\timport\t', 'table\tprovince\t'
                    'import_import_id_seq', 'import'
                    '\timport_id\t', '\timport_id) from stdin; --\t'
                    '\t0\t0\t', '\t-1\t0\t'
                    '\t0\t0\t', '\t0\t99999999999999999999\t'
                    '18.6', '18.6\u0001'
                    '2026-11-29', '2026-13-29'
                    '\tplace', '\tplace\tmore'
                    """)
    void refusesNamesAndNumbersThatCannotBeThoughTheDigestFits(String from, String to) {
        String changed = sealed(CONTENTS.write().replace(from, to));
        assertThat(changed).isNotEqualTo(CONTENTS.write());
        assertThatThrownBy(() -> parse(changed))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("was changed or is damaged")
                .hasMessageContaining("ถูกเปลี่ยนแปลงหรือเสียหาย");
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "program", "postgresql", "migration"})
    void refusesAListThatLacksALine(String line) {
        String lacking = sealed(CONTENTS.write().replaceFirst("(?m)^" + line + "\t.*\n", ""));
        assertThatThrownBy(() -> parse(lacking)).isInstanceOf(BackupException.class);
    }

    @Test
    void saysThatANewerProgramWroteIt() {
        assertThatThrownBy(() ->
                        parse(
                                CONTENTS.write()
                                        .replace(
                                                "district-kpi-backup\t1",
                                                "district-kpi-backup\t2")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("made by a newer program (form 2)");
    }
}
