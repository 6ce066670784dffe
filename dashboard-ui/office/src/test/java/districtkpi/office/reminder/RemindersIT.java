package districtkpi.office.reminder;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.Occasion;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.register.Register;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reminders of the round 2565-1, which was due on 4 March 2022, sent to a real mail server on the
 * day after, without a page.
 */
class RemindersIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final DistrictCode THA_BO = DistrictCode.of("4302");
    private static final DistrictCode PHON_PHISAI = DistrictCode.of("4305");
    private static final LocalDate DUE = LocalDate.of(2022, 3, 4);
    private static final Occasion DAY_AFTER = new Occasion(DUE, 1);

    private TestDatabase database;
    private RecordingContext context;
    private GreenMail mail;
    private Reminders reminders;
    private SignedIn planner;

    /** The server keeps its port when it is started again. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void openTheRound() throws IOException {
        mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        database = TestDatabase.create();
        context =
                new RecordingContext(
                        database.dataSource(),
                        Map.of(
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                mail.getSmtp().getPort(),
                                "district-kpi.reminder.from",
                                "province@example.go.th",
                                "district-kpi.reminder.days",
                                "1"));
        context.open();
        context.setTime("2022-03-05T03:00:00Z");
        reminders = context.get(Reminders.class);
        planner = context.addPlanner("coordination", UnitId.of("coordination"));
        context.signIn(planner);
        setAddress(THA_BO, "thabo@example.go.th");
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
        mail.stop();
    }

    private void setAddress(DistrictCode district, String address) {
        context.get(WriteTransaction.class)
                .run(() ->
                        context.get(OfficeAddressRepository.class)
                                .change(district, Optional.of(EmailAddress.of(address))));
    }

    private Register register() {
        Scoreboard board = context.get(ScoreboardQuery.class).find(ROUND).orElseThrow();
        return Register.of(
                board,
                DUE.plusDays(1),
                context.get(RegisterQuery.class)
                        .find(
                                board.stored().agreement(),
                                board.districts().stream().map(District::code).toList()));
    }

    private ReminderRun remindByHand() {
        Register register = register();
        assertThat(reminders.begin(register, register.lines())).isTrue();
        return awaited();
    }

    private ReminderRun awaited() {
        for (int look = 0; look < 1_000; look++) {
            ReminderRun run = reminders.findRun(ROUND).orElseThrow();
            if (!run.isRunning()) {
                return run;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("The reminders are still on their way");
    }

    private Optional<ReminderRun> remindByItself() {
        Register register = register();
        return reminders.remind(register, register.lines(), DAY_AFTER);
    }

    private List<String> recipients() {
        return Stream.of(mail.getReceivedMessages())
                .map(message -> {
                    try {
                        Address[] to = message.getAllRecipients();
                        return to[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sorted()
                .toList();
    }

    private List<String> outcomes() {
        return context
                .get(AuditTrail.class)
                .findNewest(new AuditFilter(AuditAction.REMINDED, null), Long.MAX_VALUE, 10)
                .stream()
                .map(AuditEntry::after)
                .map(after -> after.get("outcome"))
                .toList();
    }

    @Test
    void remindsByHandThoseWhoOweSomethingAndHaveAnAddress() throws Exception {
        Register register = register();
        ReminderText shown = reminders.text(register, register.line(THA_BO).orElseThrow());
        assertThat(shown.body()).contains("https://kpi.example/2565-14302").contains("Tha Bo");

        ReminderRun run = remindByHand();

        assertThat(run.by()).isEqualTo("coordination");
        assertThat(run.total()).isEqualTo(1);
        assertThat(run.progress().sent()).containsExactly(THA_BO);
        assertThat(recipients()).containsExactly("thabo@example.go.th");
        assertThat(
                        ((String) mail.getReceivedMessages()[0].getContent())
                                .replace("\r\n", "\n")
                                .strip())
                .isEqualTo(shown.body().strip());
        assertThat(outcomes()).containsExactly("sent");
        assertThat(register().line(THA_BO).orElseThrow().entry().toString())
                .contains("coordination");
        remindByHand();
        assertThat(recipients()).as("once more, since somebody asked for it").hasSize(2);
    }

    @Test
    void remindsByItselfOnceOfEachOccasion() {
        context.signOut();
        assertThat(remindByItself().orElseThrow().progress().sent()).containsExactly(THA_BO);
        assertThat(remindByItself().orElseThrow().progress().isEmpty()).isTrue();
        assertThat(recipients()).hasSize(1);
        Register register = register();
        assertThat(
                        reminders
                                .remind(register, register.lines(), new Occasion(DUE, 2))
                                .orElseThrow()
                                .progress()
                                .sent())
                .containsExactly(THA_BO);
    }

    @Test
    void whatAServerRefusedIsTriedAgainAndTheOthersAreNotTriedInVain() {
        setAddress(PHON_PHISAI, "phonphisai@example.go.th");
        mail.stop();

        ReminderRun failed = remindByHand();

        assertThat(failed.progress().failed())
                .containsExactly(Map.entry(THA_BO, ReminderFailure.UNREACHABLE));
        assertThat(failed.progress().notTried()).containsExactly(PHON_PHISAI);
        assertThat(failed.isBroken()).isFalse();
        remindByItself();
        mail.start();
        assertThat(remindByItself().orElseThrow().progress().sent())
                .containsExactly(THA_BO, PHON_PHISAI);
        assertThat(remindByItself().orElseThrow().progress().isEmpty()).isTrue();
        assertThat(recipients()).containsExactly("phonphisai@example.go.th", "thabo@example.go.th");
        assertThat(outcomes()).containsExactly("sent", "sent", "unreachable", "unreachable");
    }

    @Test
    void ofARoundNoTwoLotsAreOnTheirWay() {
        Register register = register();
        context.get(WriteTransaction.class)
                .run(() -> {
                    context.get(RoundLock.class).lock(ROUND);
                    assertThat(reminders.begin(register, register.lines())).isTrue();
                    assertThat(reminders.begin(register, register.lines())).isFalse();
                    assertThat(remindByItself()).isEmpty();
                    assertThat(reminders.findRun(ROUND).orElseThrow().isRunning()).isTrue();
                });
        assertThat(awaited().progress().sent()).containsExactly(THA_BO);
        assertThat(recipients()).hasSize(1);
    }

    @Test
    void onlyWhoKeepsTheRegisterReminds() {
        Register register = register();
        for (SignedIn other :
                List.of(context.addDirector("director"), context.addDistrict("office", THA_BO))) {
            context.signIn(other);
            assertRefused(Reason.NOT_YOURS, () -> reminders.begin(register, register.lines()));
        }
        context.signOut();
        assertRefused(Reason.NOT_YOURS, () -> reminders.begin(register, register.lines()));
        assertThat(reminders.findRun(ROUND)).isEmpty();
        assertThat(recipients()).isEmpty();
    }

    @Test
    void onTheDaysThatAreSetItRemindsByItselfUnlessTheRoundIsFinal() {
        AutomaticReminders automatic = context.get(AutomaticReminders.class);
        context.signOut();
        context.setTime("2022-03-03T03:00:00Z");
        automatic.remind();
        assertThat(recipients()).as("not a day of reminders").isEmpty();
        context.setTime("2022-03-05T03:00:00Z");
        var signOff = Publishing.in(context::get).close(ROUND);
        automatic.remind();
        assertThat(recipients()).as("signed off").isEmpty();
        Publishing.in(context::get).reopen(signOff);
        automatic.remind();
        automatic.remind();
        assertThat(recipients()).containsExactly("thabo@example.go.th");
    }
}
