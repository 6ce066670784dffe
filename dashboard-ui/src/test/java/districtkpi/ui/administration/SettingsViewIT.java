package districtkpi.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.AccountName;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.SettingState.Origin;
import districtkpi.office.setting.StoredSettings;
import districtkpi.scoring.Scorer;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class SettingsViewIT extends UiTest {

    @Autowired private WebApplicationContext application;
    @Autowired private StoredSettings settings;

    @AfterEach
    void setBack() {
        Administrator.signIn(application, AccountName.ADMIN);
        Setting.all().stream()
                .filter(setting -> settings.state(setting).origin() instanceof Origin.OnPage)
                .forEach(setting -> settings.reset(setting, settings.state(setting).version()));
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }

    private static TextField field(String key) {
        return (TextField) byId("setting-" + key);
    }

    @Test
    void theAddressOfTheProgramIsOnTheFormsFromThenOn() {
        open("settings?lang=th");
        assertThat(textOf("origin-address")).contains("DISTRICT_KPI_ADDRESS");
        choose("setting-address", "kpi.example.go.th");
        click("save-address");
        assertThat(field("address").isInvalid()).isTrue();
        assertThat(field("address").getErrorMessage()).contains("https://kpi.example.go.th");
        choose("setting-address", "https://kpi.example.go.th/");
        click("save-address");
        assertThat(field("address").isInvalid()).isFalse();
        assertThat(field("address").getValue()).isEqualTo("https://kpi.example.go.th");
        assertThat(textOf("outcome-address")).contains("มีผลตั้งแต่บัดนี้");
        assertThat(textOf("origin-address")).contains("admin").contains("ค่าเริ่มต้น: ไม่มี");

        open("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(textOf("form-proof"))
                .contains("https://kpi.example.go.th/receipt/4305?round=2565-2&revision=1");
        open("audit?lang=th&action=setting-changed");
        assertThat(textOf("audit"))
                .contains("เปลี่ยนการตั้งค่า", "การตั้งค่า: ", "https://kpi.example.go.th");

        open("settings?lang=en");
        click("reset-address");
        assertThat(textOf("outcome-address")).contains("Back to the default");
        assertThat(byId("reset-address").isVisible()).isFalse();
        open("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(textOf("form-proof")).doesNotContain("kpi.example.go.th");
    }

    @Test
    void whatIsHalfTypedInOneSettingStaysWhileAnotherOneIsSaved() {
        open("settings?lang=en");
        choose("setting-address", "https://kpi.exam");
        choose("map-licence-field", "Department of");
        choose("setting-sign-in-failures", "7");
        click("save-sign-in-failures");
        assertThat(settings.get(Setting.MAX_FAILURES)).isEqualTo(7);
        assertThat(field("address").getValue()).isEqualTo("https://kpi.exam");
        assertThat(((TextField) byId("map-licence-field")).getValue()).isEqualTo("Department of");
    }

    @Test
    void whoWasOvertakenSeesWhatTheOtherSet() {
        open("settings?lang=en");
        settings.change(Setting.MAX_FAILURES, settings.state(Setting.MAX_FAILURES).version(), "10");
        choose("setting-sign-in-failures", "4");
        click("save-sign-in-failures");
        assertThat(textOf("outcome-sign-in-failures")).contains("Somebody else").contains("“4”");
        assertThat(field("sign-in-failures").getValue()).isEqualTo("10");
        choose("setting-sign-in-failures", "2");
        click("save-sign-in-failures");
        assertThat(field("sign-in-failures").getErrorMessage()).contains("from 3 to 20");
        assertThat(settings.get(Setting.MAX_FAILURES)).isEqualTo(10);
    }

    @Test
    void theLicenceIsNamedByPackagesFromThenOn() throws Exception {
        assertThat(describedPackage()).doesNotContain("licenses");
        open("settings?lang=en");
        choose("setting-licence", "CC-BY-4.0");
        click("save-licence");
        assertThat(describedPackage()).containsPattern("\"name\"\\s*:\\s*\"CC-BY-4.0\"");
    }

    private String describedPackage() throws Exception {
        byte[] archive =
                MockMvcBuilders.webAppContextSetup(application)
                        .build()
                        .perform(get("/api/v1/rounds/2565-2/package.zip"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().equals("datapackage.json")) {
                    return new String(files.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("The package has no description");
    }

    @Test
    void saysHowTheProgramWasSetUpWithoutSecrets() {
        open("settings?lang=en");
        assertThat(cells(byId("fact-rules")).get(1)).isEqualTo("" + Scorer.VERSION);
        assertThat(cells(byId("fact-version")).get(1)).matches("[0-9]+\\..+");
        assertThat(cells(byId("fact-postgresql")).get(1)).startsWith("18");
        assertThat(cells(byId("fact-database")).get(1)).contains("SPRING_DATASOURCE_URL");
        assertThat(cells(byId("fact-demonstration")).get(1)).isEqualTo("there are some");
        assertThat(cells(byId("fact-providers")).get(1)).isEqualTo("CDD");
        assertThat(cells(byId("fact-mail")).get(1)).isEqualTo("none");
        assertThat(textOf("mail-server")).contains("SPRING_MAIL_HOST");
        assertThat(shows("mail-try")).isFalse();
        assertThat(pageText()).doesNotContain(Administrator.PASSWORD);
        List<Setting<?>> ofBackups = List.of(Setting.BACKUP_HOUR, Setting.BACKUPS_KEPT);
        for (Setting<?> setting : Setting.all()) {
            if (!ofBackups.contains(setting)) {
                assertThat(field(setting.key()).getHelperText()).isNotBlank();
            }
        }
        open("backup");
        for (Setting<?> setting : ofBackups) {
            assertThat(field(setting.key()).getHelperText()).isNotBlank();
        }
    }
}
