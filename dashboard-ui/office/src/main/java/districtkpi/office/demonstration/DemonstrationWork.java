package districtkpi.office.demonstration;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.register.SubmissionRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What offices do around the figures of a demonstration round, made up and in several states: the
 * agreement handed down to officers, indicators handed in and reviewed, reports printed and
 * received. No score depends on that; one does on a level that is set by hand in an older round.
 *
 * <p>The program itself does it, now: nobody's name stands beside a step, and what is held against
 * a day long ago is late. Only what the province received has a day of its own.
 */
@Component
public class DemonstrationWork {

    private static final TextBundle TEXTS = TextBundle.beside(DemonstrationWork.class, "work");

    private static final String PROFESSIONAL = said("professional");
    private static final String PRACTITIONER = said("practitioner");

    private static final DistrictCode MUEANG = DistrictCode.of("4301");
    private static final DistrictCode THA_BO = DistrictCode.of("4302");
    private static final DistrictCode PHON_PHISAI = DistrictCode.of("4305");
    private static final DistrictCode SI_CHIANG_MAI = DistrictCode.of("4307");
    private static final DistrictCode SANGKHOM = DistrictCode.of("4308");
    private static final DistrictCode RATTANAWAPI = DistrictCode.of("4316");

    private final ScoreboardQuery scoreboards;
    private final CascadeRepository cascades;
    private final OfficerRepository officers;
    private final SheetRepository sheets;
    private final ReviewRepository reviews;
    private final SubmissionRepository submissions;
    private final SignOffRepository signOffs;
    private final OverrideRepository overrides;
    private final ScoreRepository scores;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final Clock clock;
    private final WriteTransaction writing;
    private final Permit permit;

    DemonstrationWork(
            ScoreboardQuery scoreboards,
            CascadeRepository cascades,
            OfficerRepository officers,
            SheetRepository sheets,
            ReviewRepository reviews,
            SubmissionRepository submissions,
            SignOffRepository signOffs,
            OverrideRepository overrides,
            ScoreRepository scores,
            RoundLock roundLock,
            AuditTrail audit,
            Clock clock,
            WriteTransaction writing,
            Permit permit) {
        this.scoreboards = scoreboards;
        this.cascades = cascades;
        this.officers = officers;
        this.sheets = sheets;
        this.reviews = reviews;
        this.submissions = submissions;
        this.signOffs = signOffs;
        this.overrides = overrides;
        this.scores = scores;
        this.roundLock = roundLock;
        this.audit = audit;
        this.clock = clock;
        this.writing = writing;
        this.permit = permit;
    }

    /** Sets the level of one indicator by hand, for the revision that is published next. */
    public void setLevel(RoundId round) {
        permit.requireProgram();
        writing.run(() -> {
            roundLock.lock(round);
            overrides.add(round, RATTANAWAPI, IndicatorId.of("T3"), 3, said("override"));
            scores.rebuild(round);
            audit.record(AuditAction.DEMONSTRATED, "level in " + round, Map.of(), Map.of());
        });
    }

    /**
     * Makes the work up, all or nothing, where the figures of the round are made up too and nobody
     * did any work or changed the agreement yet.
     *
     * @return whether it did
     */
    public boolean add(RoundId round) {
        permit.requireProgram();
        Scoreboard scoreboard = scoreboards.find(round).orElseThrow();
        if (!scoreboard.demonstration()
                || scoreboard.stored().version() != 1
                || signOffs.findHolding(round).isPresent()
                || isBegun(scoreboard, round)) {
            return false;
        }
        writing.run(() -> {
            roundLock.lock(round);
            handDown(scoreboard, round);
            handIn(scoreboard, round);
            register(scoreboard.stored().agreement());
            audit.record(
                    AuditAction.DEMONSTRATED, "work of offices in " + round, Map.of(), Map.of());
        });
        return true;
    }

    private boolean isBegun(Scoreboard scoreboard, RoundId round) {
        return !reviews.findAll(round).isEmpty()
                || scoreboard.districts().stream()
                        .map(District::code)
                        .anyMatch(district ->
                                !officers.find(district).isEmpty()
                                        || !submissions.find(round, district).isEmpty()
                                        || cascades.find(round, district)
                                                .acknowledgement()
                                                .isPresent());
    }

    private void handDown(Scoreboard scoreboard, RoundId round) {
        int version = scoreboard.stored().version();
        List.of(MUEANG, PHON_PHISAI, SI_CHIANG_MAI)
                .forEach(district -> cascades.acknowledge(round, version, district));
        acknowledge(
                handOver(
                        round,
                        version,
                        officer(MUEANG, PROFESSIONAL, 1),
                        given("T1", 40, 5, ""),
                        given("P1", 30, 4, said("households")),
                        given("P7", 30, 4, "")));
        acknowledge(
                handOver(
                        round,
                        version,
                        officer(MUEANG, PROFESSIONAL, 2),
                        given("P2", 35, 4, ""),
                        given("P4", 25, 3, said("debtors")),
                        given("P8", 40, 5, "")));
        acknowledge(
                handOver(
                        round,
                        version,
                        officer(MUEANG, PRACTITIONER, 3),
                        given("T2", 30, 5, ""),
                        given("T3", 20, 5, ""),
                        given("P3", 20, 4, ""),
                        given("P5", 15, 4, ""),
                        given("P6", 15, 4, "")));
        acknowledge(
                handOver(
                        round,
                        version,
                        officer(PHON_PHISAI, PROFESSIONAL, 4),
                        given("T1", 50, 5, ""),
                        given("P1", 50, 4, "")));
        handOver(
                round,
                version,
                officer(PHON_PHISAI, PROFESSIONAL, 5),
                given("P2", 60, 4, ""),
                given("P3", 40, 4, ""));
        write(
                round,
                officer(PHON_PHISAI, PRACTITIONER, 6),
                given("T2", 40, 4, ""),
                given("T3", 30, 5, ""));
        write(
                round,
                officer(SI_CHIANG_MAI, PROFESSIONAL, 7),
                given("P5", 45, 4, ""),
                given("P6", 25, 3, ""));
        officer(RATTANAWAPI, PROFESSIONAL, 8);
    }

    private Officer officer(DistrictCode district, String post, int number) {
        return officers.add(district, new OfficerData(post, said("officers." + number)));
    }

    private static String said(String key) {
        return TEXTS.text(key).th();
    }

    private static Assignment given(String indicator, int weight, int level, String target) {
        return new Assignment(IndicatorId.of(indicator), BigDecimal.valueOf(weight), level, target);
    }

    /** Gives the id of the sheet. */
    private long handOver(RoundId round, int version, Officer officer, Assignment... assignments) {
        sheets.add(round, officer, version, List.of(assignments));
        return sheets.findAll(round, officer.id()).getLast().id();
    }

    private void acknowledge(long sheet) {
        sheets.acknowledge(sheet, today());
    }

    private void write(RoundId round, Officer officer, Assignment... assignments) {
        List.of(assignments).forEach(one -> sheets.saveDraft(round, officer.id(), one));
    }

    /** The figures are in already, so that a step is all that is missing. */
    private void handIn(Scoreboard scoreboard, RoundId round) {
        List<Indicator> all = scoreboard.stored().agreement().indicators().toList();
        for (Indicator indicator : all) {
            step(scoreboard, round, PHON_PHISAI, indicator, ReviewAction.SUBMITTED, "");
            step(scoreboard, round, PHON_PHISAI, indicator, ReviewAction.ACCEPTED, "");
            step(scoreboard, round, THA_BO, indicator, ReviewAction.SUBMITTED, "");
        }
        List<String> waiting = List.of("P2", "P4", "P6");
        all.stream()
                .filter(indicator -> !waiting.contains(indicator.id().value()))
                .forEach(indicator ->
                        step(scoreboard, round, THA_BO, indicator, ReviewAction.ACCEPTED, ""));
        for (String id : List.of("T1", "T2", "P1", "P5", "P8")) {
            Indicator indicator =
                    scoreboard.stored().agreement().indicator(IndicatorId.of(id)).orElseThrow();
            step(scoreboard, round, SI_CHIANG_MAI, indicator, ReviewAction.SUBMITTED, "");
            switch (id) {
                case "T1", "T2" ->
                        step(
                                scoreboard,
                                round,
                                SI_CHIANG_MAI,
                                indicator,
                                ReviewAction.ACCEPTED,
                                "");
                case "P5" ->
                        step(
                                scoreboard,
                                round,
                                SI_CHIANG_MAI,
                                indicator,
                                ReviewAction.SENT_BACK,
                                said("sent-back"));
                default -> {}
            }
        }
    }

    private void step(
            Scoreboard scoreboard,
            RoundId round,
            DistrictCode district,
            Indicator indicator,
            ReviewAction action,
            String note) {
        reviews.add(
                round,
                district,
                indicator.id(),
                action,
                note,
                scoreboard.newestImport(district, indicator));
    }

    /** Received in time, received late, and printed only; the others are to be chased. */
    private void register(Agreement agreement) {
        RoundId round = agreement.round();
        LocalDate due = agreement.submissionDeadline().map(Deadline::day).orElseThrow();
        submissions.addReceived(round, PHON_PHISAI, due.minusDays(2), "");
        submissions.addReceived(round, SANGKHOM, due.plusDays(4), said("by-post"));
        submissions.addPrinted(round, SI_CHIANG_MAI);
    }

    private LocalDate today() {
        return Deadline.dayOf(clock.instant());
    }
}
