package districtkpi.office.demonstration;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.register.SubmissionAction;
import districtkpi.db.register.SubmissionRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.access.Permit;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Made-up work by the services of the office, on a real database. */
class DemonstrationWorkIT {

    private static final RoundId ROUND = new RoundId(2565, 1);

    private TestDatabase database;
    private RecordingContext context;
    private DemonstrationWork work;

    @BeforeEach
    void openTheRound() throws IOException {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        // After the round, so that reports can have come late.
        context.setTime("2022-05-31T03:00:00Z");
        try (InputStream results =
                DemonstrationWorkIT.class.getResourceAsStream(
                        "/districtkpi/demonstration/results-2565-1.csv")) {
            assertThat(
                            context.get(ResultImportService.class)
                                    .commitDemonstration(
                                            new ImportFile(
                                                    "results-2565-1.csv",
                                                    Objects.requireNonNull(results).readAllBytes()))
                                    .status())
                    .isEqualTo(Status.COMMITTED);
        }
        work = context.get(DemonstrationWork.class);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private boolean add() {
        AtomicBoolean added = new AtomicBoolean();
        Permit.byProgram(() -> added.set(work.add(ROUND)));
        return added.get();
    }

    private List<String> audited(AuditAction action) {
        return context
                .get(AuditTrail.class)
                .findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 100)
                .stream()
                .map(entry -> entry.subject())
                .toList();
    }

    @Test
    void doesTheWorkOfOfficesOnceAndTellsTheAuditOfEachAct() {
        int before = entries();

        assertThat(add()).isTrue();
        assertThat(add()).isFalse();

        assertThat(entries()).isGreaterThan(before + Script.read("work").size() / 2);
        assertThat(audited(AuditAction.DEMONSTRATED)).containsExactly("work of offices in 2565-1");
        assertThat(audited(AuditAction.SUBMITTED)).hasSize(27);
        assertThat(
                        ReviewStep.newest(context.get(ReviewRepository.class).findAll(ROUND))
                                .stream()
                                .map(step -> ReviewState.after(Optional.of(step)))
                                .collect(
                                        Collectors.groupingBy(
                                                state -> state, Collectors.counting())))
                .containsEntry(ReviewState.WAITING, 5L)
                .containsEntry(ReviewState.SENT_BACK, 1L)
                .containsEntry(ReviewState.REVIEWED, 21L);
        assertThat(context.get(ReviewRepository.class).findAll(ROUND))
                .allSatisfy(step -> assertThat(step.by()).isEmpty());
        List<OfficerSheet> sheets = context.get(SheetRepository.class).findInForce(ROUND);
        assertThat(sheets).hasSize(5);
        assertThat(sheets).filteredOn(sheet -> sheet.acknowledgement().isPresent()).hasSize(4);
        assertThat(context.get(SubmissionRepository.class).find(ROUND, DistrictCode.of("4308")))
                .extracting(step -> step.action())
                .containsExactly(SubmissionAction.RECEIVED);
    }

    private int entries() {
        return context.get(AuditTrail.class)
                .findNewest(AuditFilter.ALL, Long.MAX_VALUE, 1_000)
                .size();
    }

    @Test
    void setsALevelByHand() {
        Permit.byProgram(() -> work.setLevel(ROUND));

        assertThat(context.get(ScoreboardQuery.class).find(ROUND).orElseThrow().overrides())
                .extracting(one -> one.district(), one -> one.indicator(), one -> one.level())
                .containsExactly(tuple(DistrictCode.of("4316"), IndicatorId.of("T3"), 3));
        assertThat(
                        context.get(ScoreboardQuery.class)
                                .find(ROUND)
                                .orElseThrow()
                                .level(DistrictCode.of("4316"), IndicatorId.of("T3")))
                .isEqualTo(OptionalInt.of(3));
        assertThat(audited(AuditAction.DEMONSTRATED)).containsExactly("level in 2565-1");
    }

    @Test
    void nobodyElseMakesWorkUp() {
        assertRefused(Reason.NOT_YOURS, () -> work.add(ROUND));
        context.signIn(context.addAnalyst("analyst"));
        assertRefused(Reason.NOT_YOURS, this::add);
        assertThat(audited(AuditAction.DEMONSTRATED)).isEmpty();
    }
}
