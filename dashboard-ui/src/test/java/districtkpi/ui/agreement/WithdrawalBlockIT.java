package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.shows;
import static districtkpi.ui.testing.UiTest.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Writes, hence on a database of its own: the round 2565-1, and 2655-1 by mistake. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class WithdrawalBlockIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId WRONG = RoundId.parse("2655-1");

    @Autowired private ApplicationContext application;
    @Autowired private AgreementImportService agreements;
    @Autowired private AgreementRepository stored;
    @Autowired private ResultImportService results;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheWrongRound() {
        agreements.commit(
                new ImportFile(
                        "2655-1.yaml",
                        SignedAgreement.document()
                                .replace("round: 2565-1", "round: 2655-1")
                                .getBytes(StandardCharsets.UTF_8)));
        results.commit(
                new ImportFile(
                        "results.csv",
                        """
                        round,district,indicator,measure,value,of,as_of
                        2655-1,4301,T1,spending,85,100,2022-03-01
                        """
                                .getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
    }

    private void unfold() {
        test((Details) byId("withdraw-round")).openDetails();
        roundTrip();
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }

    private void type(String id, String text) {
        test((TextField) byId(id)).setValue(text);
    }

    @Test
    void saysWhatWouldGoAsksForTheRoundAndAReasonAndTakesItAway() {
        open("agreement?round=2655-1");
        unfold();

        assertThat(textOf("withdraw-what")).contains("ไฟล์: 1", "ผล: 1").doesNotContain("หลักฐาน");
        click("withdraw");
        type("withdraw-typed", "2565-1");
        type("withdraw-reason", "เปิดปีผิด");
        click("confirm-withdraw");
        assertThat(((TextField) byId("withdraw-typed")).isInvalid()).isTrue();
        type("withdraw-typed", "2655-1");
        type("withdraw-reason", "");
        click("confirm-withdraw");
        assertThat(((TextField) byId("withdraw-reason")).isInvalid()).isTrue();
        assertThat(stored.findInForce(WRONG)).isPresent();

        type("withdraw-reason", "เปิดปีผิด");
        click("confirm-withdraw");

        assertThat(stored.findInForce(WRONG)).isEmpty();
        assertThat(UiTest.address()).isEqualTo("agreement");
        assertThat(UiTest.pageText()).contains("2565").doesNotContain("2655");
        open("agreement?round=2655-1");
        assertThat(UiTest.pageText()).contains("ไม่");
        assertThat(shows("withdraw-round")).isFalse();
        open("agreement");
        unfold();
        assertThat(textOf("withdraw-hindered")).contains("รอบเดียว");
        assertThat(shows("withdraw")).isFalse();
    }

    @Test
    void whatCameInMeanwhileIsShownBeforeAnythingGoes() {
        open("agreement?round=2655-1");
        unfold();
        click("withdraw");
        results.commit(
                new ImportFile(
                        "more.csv",
                        """
                        round,district,indicator,measure,value,of,as_of
                        2655-1,4302,T1,spending,85,100,2022-03-01
                        """
                                .getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
        type("withdraw-typed", "2655-1");
        type("withdraw-reason", "เปิดปีผิด");
        click("confirm-withdraw");

        assertThat(shows("withdraw-refused")).isTrue();
        assertThat(textOf("withdraw-what")).contains("ไฟล์: 2", "ผล: 2");
        assertThat(stored.findInForce(WRONG)).isPresent();
        click("withdraw");
        type("withdraw-typed", " 2655-1 ");
        type("withdraw-reason", "เปิดปีผิด");
        click("confirm-withdraw");
        assertThat(stored.findInForce(WRONG)).isEmpty();
    }

    @Test
    void nobodyElseIsOfferedIt() {
        AccountName analyst = AccountName.of("analyst");
        application
                .getBean(WriteTransaction.class)
                .run(() ->
                        application
                                .getBean(AccountRepository.class)
                                .add(
                                        new AccountData(analyst, "", Role.ANALYST, null, null),
                                        new NewPassword("{noop}x", false),
                                        false));
        Administrator.signIn(application, analyst);

        open("agreement?round=2655-1");

        assertThat(shows("withdraw-round")).isFalse();
    }
}
