package districtkpi.office.demonstration;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.register.SubmissionRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.office.access.Permit;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What offices do around the figures of a demonstration round, made up and in several states: the
 * agreement handed down to officers, indicators handed in and reviewed, reports printed and
 * received. No score depends on that; one does on a level that is set by hand in an older round.
 *
 * <p>The program itself does it, now: nobody's name stands beside a step, and what is held against
 * a day long ago is late. Only what the province received has a day of its own. What is done stands
 * in files, and is done by the services that pages call.
 */
@Component
public class DemonstrationWork {

    private final ScoreboardQuery scoreboards;
    private final CascadeRepository cascades;
    private final OfficerRepository officers;
    private final ReviewRepository reviews;
    private final SubmissionRepository submissions;
    private final SignOffRepository signOffs;
    private final Replay replay;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final WriteTransaction writing;
    private final Permit permit;

    DemonstrationWork(
            ScoreboardQuery scoreboards,
            CascadeRepository cascades,
            OfficerRepository officers,
            ReviewRepository reviews,
            SubmissionRepository submissions,
            SignOffRepository signOffs,
            Replay replay,
            RoundLock roundLock,
            AuditTrail audit,
            WriteTransaction writing,
            Permit permit) {
        this.scoreboards = scoreboards;
        this.cascades = cascades;
        this.officers = officers;
        this.reviews = reviews;
        this.submissions = submissions;
        this.signOffs = signOffs;
        this.replay = replay;
        this.roundLock = roundLock;
        this.audit = audit;
        this.writing = writing;
        this.permit = permit;
    }

    /** Sets levels by hand, for the revision that is published next. */
    public void setLevel(RoundId round) {
        permit.requireProgram();
        replay(round, "level", "level in " + round);
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
        replay(round, "work", "work of offices in " + round);
        return true;
    }

    private void replay(RoundId round, String script, String subject) {
        writing.run(() -> {
            roundLock.lock(round);
            replay.run(Script.read(script), round);
            audit.record(AuditAction.DEMONSTRATED, subject, Map.of(), Map.of());
        });
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
}
