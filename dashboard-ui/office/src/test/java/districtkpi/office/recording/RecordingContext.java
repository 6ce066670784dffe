package districtkpi.office.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.outage.Room;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.account.OwnSession;
import districtkpi.office.backup.BackupPlace;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.reminder.FormAddress;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The services on a database, on 1 April 2022 in Bangkok until another time is set; each thread
 * acts as somebody, and so do those that it starts.
 */
public final class RecordingContext implements AutoCloseable {

    /** Half an hour past midnight in Bangkok. */
    private static final Instant NOW = Instant.parse("2022-03-31T17:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    @SuppressWarnings("ThreadLocalUsage") // Whoever acts does so in this context alone.
    private final InheritableThreadLocal<Optional<SignedIn>> who =
            new InheritableThreadLocal<>() {
                @Override
                protected Optional<SignedIn> initialValue() {
                    return Optional.empty();
                }
            };

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    public RecordingContext(DataSource dataSource) {
        this(dataSource, Map.of());
    }

    /**
     * @param properties that the program is started with
     */
    public RecordingContext(DataSource dataSource, Map<String, Object> properties) {
        this(dataSource, dataSource, properties);
    }

    /**
     * @param owner of the tables, where the program works as somebody else
     */
    public RecordingContext(
            DataSource dataSource, DataSource owner, Map<String, Object> properties) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", properties));
        // So weak that a check of a password costs nothing.
        context.getEnvironment()
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "weak", Map.of("district-kpi.password.strength", "4")));
        context.registerBean(DataSource.class, () -> dataSource);
        InstantSource time = now::get;
        context.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC));
        context.registerBean(CurrentAccount.class, () -> who::get);
        context.registerBean(OwnSession.class, () -> _ -> {});
        context.registerBean(DatabaseOwner.class, () -> new DatabaseOwner(owner));
        context.registerBean(Room.class, () -> Room.UNKNOWN);
        context.registerBean(BackupPlace.class, NoBackups::new);
        context.registerBean(DemonstrationAccounts.class, () -> new DemonstrationAccounts(true));
        context.registerBean(
                FormAddress.class,
                () -> (round, district) -> Optional.of("https://kpi.example/" + round + district));
        if (properties.containsKey("spring.mail.host")) {
            context.registerBean(JavaMailSender.class, () -> sender());
        }
        context.register(DatabaseConfiguration.class);
        context.scan("districtkpi.importer", "districtkpi.office");
        context.refresh();
    }

    /** Nothing is backed up here. */
    private static final class NoBackups implements BackupPlace {

        @Override
        public Path folder() {
            return Path.of("target", "no-backups");
        }

        @Override
        public void create() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Closeable> lock() {
            return Optional.empty();
        }

        @Override
        public String version() {
            return "–";
        }
    }

    private JavaMailSender sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(property("spring.mail.host"));
        sender.setPort(Integer.parseInt(property("spring.mail.port")));
        return sender;
    }

    private String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** Opens the round 2565-1 by the agreement that comes with the program. */
    public void open() {
        try (InputStream agreement =
                RecordingContext.class.getResourceAsStream("/districtkpi/agreements/2565-1.yaml")) {
            get(AgreementImportService.class)
                    .commit(
                            new ImportFile(
                                    "2565-1.yaml",
                                    Objects.requireNonNull(agreement).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordingService service() {
        return get(RecordingService.class);
    }

    /** Hands in what was shown. */
    public Optional<ImportReport> submit(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        return service()
                .submit(
                        round,
                        district,
                        indicator,
                        new RecordingService.Shown(
                                last,
                                newestImport(round, district, indicator),
                                service().check(round, district, indicator)));
    }

    /** The newest import that any figure of an indicator is from. */
    OptionalLong newestImport(RoundId round, DistrictCode district, IndicatorId indicator) {
        Scoreboard scoreboard = get(ScoreboardQuery.class).find(round).orElseThrow();
        return scoreboard.newestImport(
                district, scoreboard.stored().agreement().indicator(indicator).orElseThrow());
    }

    /** What whoever reviews an indicator sees now. */
    public RecordingService.Seen seen(RoundId round, DistrictCode district, IndicatorId indicator) {
        Scoreboard scoreboard = get(ScoreboardQuery.class).find(round).orElseThrow();
        return RecordingService.Seen.of(
                last(round, district, indicator),
                scoreboard,
                district,
                scoreboard.stored().agreement().indicator(indicator).orElseThrow(),
                get(EvidenceRepository.class).find(round, district).stream()
                        .filter(one -> one.indicator().equals(indicator))
                        .toList());
    }

    /** The newest step of an indicator. */
    OptionalLong last(RoundId round, DistrictCode district, IndicatorId indicator) {
        return get(ReviewRepository.class).find(round, district).stream()
                .filter(step -> step.indicator().equals(indicator))
                .mapToLong(ReviewStep::id)
                .max();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Adds the account of a district. */
    public SignedIn addDistrict(String name, DistrictCode district) {
        return add(name, Role.DISTRICT, district, null);
    }

    /** Adds the account of a responsible unit. */
    public SignedIn addPlanner(String name, UnitId unit) {
        return add(name, Role.PLANNER, null, unit);
    }

    /** Adds the account of a director. */
    public SignedIn addDirector(String name) {
        return add(name, Role.DIRECTOR, null, null);
    }

    /** Adds the account of an analyst. */
    public SignedIn addAnalyst(String name) {
        return add(name, Role.ANALYST, null, null);
    }

    /** Adds the account of an administrator. */
    public SignedIn addAdministrator(String name) {
        return add(name, Role.ADMINISTRATOR, null, null);
    }

    private SignedIn add(
            String name, Role role, @Nullable DistrictCode district, @Nullable UnitId unit) {
        AccountData data = new AccountData(AccountName.of(name), "", role, district, unit);
        return SignedIn.of(
                Objects.requireNonNull(
                        new TransactionTemplate(get(PlatformTransactionManager.class))
                                .execute(_ ->
                                        get(AccountRepository.class)
                                                .add(
                                                        data,
                                                        new NewPassword("{noop}x", false),
                                                        false))));
    }

    /** Sets the clock. */
    public void setTime(String instant) {
        now.set(Instant.parse(instant));
    }

    /** Lets the thread act as somebody. */
    public void signIn(SignedIn somebody) {
        who.set(Optional.of(somebody));
    }

    /** Nobody is signed in on the thread any more. */
    public void signOut() {
        who.remove();
    }

    /** Holds a refusal to its reason. */
    public static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Override
    public void close() {
        context.close();
    }
}
