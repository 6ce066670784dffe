package districtkpi.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.AccountName;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupProgress;
import districtkpi.db.embedded.FolderLock;
import districtkpi.office.backup.BackupRun;
import districtkpi.office.backup.Backups;
import districtkpi.office.backup.KeptBackup;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import districtkpi.ui.testing.UiTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BackupViewIT extends UiTest {

    @Autowired private Backups backups;
    @Autowired private Settings settings;

    @BeforeEach
    void removeOthers() throws IOException {
        for (KeptBackup kept : backups.findAll()) {
            Files.delete(kept.file());
        }
    }

    private void make() throws InterruptedException {
        click("backup-make");
        while (backups.run().filter(BackupRun::isRunning).isPresent()) {
            Thread.sleep(20);
        }
    }

    @Test
    void theAdministratorMakesABackupAndTakesItAway() throws Exception {
        open("backup?lang=en");
        assertThat(textOf("backup-folder")).contains("backups", "another machine");
        make();
        assertThat(textOf("backup-outcome")).contains("Begun");

        open("audit");
        open("backup?lang=en");
        KeptBackup kept = backups.findAll().getFirst();
        assertThat(shows("backup-none")).isFalse();
        assertThat(shows("backup-old")).isFalse();
        assertThat(textOf("backup-last")).contains("less than an hour ago", "asked for by admin");
        assertThat(textOf("backups")).contains(kept.name(), "asked for", "1 MB");
        assertThat(Backup.check(kept.file(), BackupProgress.NONE).contents().rows())
                .isGreaterThan(1_000);

        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        backups.download(kept, taken);
        assertThat(taken.toByteArray()).isEqualTo(Files.readAllBytes(kept.file()));
        open("audit?lang=th&action=backup-downloaded");
        assertThat(textOf("audit"))
                .contains("ดาวน์โหลดไฟล์สำรอง", kept.name(), AccountName.ADMIN.value());
        open("audit?lang=en&action=backed-up");
        assertThat(textOf("audit")).contains("Backed up", kept.name());
    }

    @Test
    void whatAnotherProgramIsWritingIsLeftAlone() throws Exception {
        Files.createDirectories(backups.folder());
        Path unfinished =
                Files.writeString(
                        backups.folder()
                                .resolve("district-kpi-20260101-120000-daily.backup.unfinished"),
                        "half");
        try (FolderLock _ = FolderLock.take(backups.folder()).orElseThrow()) {
            backups.afterPropertiesSet();
            assertThat(unfinished).exists();

            open("backup?lang=en");
            make();
            open("audit");
            open("backup?lang=en");
            assertThat(textOf("backup-failed"))
                    .contains("Another program is making a backup in the folder");
            assertThat(unfinished).exists();
        }

        backups.afterPropertiesSet();
        assertThat(unfinished).doesNotExist();
        make();
        open("audit");
        open("backup?lang=en");
        assertThat(shows("backup-failed")).isFalse();
        assertThat(backups.findAll()).hasSize(1);
    }

    @Test
    void saysInThaiHowToBringOneBack() {
        open("backup?lang=th");
        assertThat(pageText())
                .contains("วิธีกู้คืน", "./kpi restore", "java -jar district-kpi.jar restore");
        assertThat(field("backup-hour").getLabel()).isEqualTo("ชั่วโมงที่สำรองข้อมูลประจำวัน");
        assertThat(field("backups-kept").getHelperText()).contains("1 ถึง 100");
    }

    @Test
    void theHourIsHeldToItsBoundsAndCanBeNone() {
        open("backup?lang=en");
        assertThat(field("backup-hour").getValue()).isEqualTo("12");
        choose("setting-backup-hour", "24");
        click("save-backup-hour");
        assertThat(field("backup-hour").getErrorMessage()).contains("from 0 to 23");
        choose("setting-backup-hour", "");
        click("save-backup-hour");
        assertThat(settings.get(Setting.BACKUP_HOUR)).isEmpty();
        click("reset-backup-hour");
        assertThat(settings.get(Setting.BACKUP_HOUR)).hasValue(12);
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }

    private static TextField field(String key) {
        return (TextField) byId("setting-" + key);
    }
}
