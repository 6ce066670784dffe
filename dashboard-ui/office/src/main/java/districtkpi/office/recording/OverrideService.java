package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingRules.subject;
import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseIfGone;
import static districtkpi.office.refusal.Refused.refuseWithoutReason;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/**
 * Lets whoever answers for an indicator set another level than the computed one. Each call is held
 * to what whoever is signed in may do, and throws {@link Refused} otherwise.
 *
 * <p>Sets and withdraws levels, one step after the other on each round.
 *
 * @see "Decision record 0039: a level is set beside the computed one"
 */
@Service
public class OverrideService {

    /**
     * What whoever decides looked at.
     *
     * @param override the id of the one in force, if any
     * @param computed the level that the figures give
     */
    public record Shown(OptionalLong override, OptionalInt computed) {

        /** What a score shows. */
        public static Shown of(IndicatorScore score) {
            return new Shown(
                    score.overridden()
                            .map(overridden -> OptionalLong.of(overridden.override().id()))
                            .orElse(OptionalLong.empty()),
                    score.computed().countingLevel());
        }
    }

    private final RecordingRules rules;
    private final ScoreboardQuery scoreboards;
    private final ScoreRepository scores;
    private final OverrideRepository overrides;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final WriteTransaction writing;

    OverrideService(
            RecordingRules rules,
            ScoreboardQuery scoreboards,
            ScoreRepository scores,
            OverrideRepository overrides,
            RoundLock roundLock,
            AuditTrail audit,
            WriteTransaction writing) {
        this.rules = rules;
        this.scoreboards = scoreboards;
        this.scores = scores;
        this.overrides = overrides;
        this.roundLock = roundLock;
        this.audit = audit;
        this.writing = writing;
    }

    /**
     * Sets a level; the computed one stays beside it.
     *
     * @param shown what was shown; anything else refuses it
     * @param level one that the agreement gives
     * @param reason never blank, at most {@link ReasonText#MAX_LENGTH} characters
     */
    public void set(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Shown shown,
            int level,
            String reason) {
        rules.reviewable(round, indicator);
        refuseWithoutReason(reason);
        writing.run(() -> {
            lock(round, district, indicator, shown.override());
            Scoreboard scoreboard = scoreboards.find(round).orElseThrow();
            refuseIf(!isGiven(scoreboard.agreement(), indicator, level), Reason.UNKNOWN);
            IndicatorScore.WithLevel before = score(scoreboard, district, indicator);
            refuseIf(
                    !before.computed().countingLevel().equals(shown.computed()),
                    Reason.NOT_AS_SHOWN);
            overrides.add(round, district, indicator, level, reason.strip());
            scores.rebuild(round);
            audit.record(
                    AuditAction.OVERRIDDEN,
                    subject(round, district, indicator),
                    Map.of("level", "" + before.level()),
                    Map.of("level", "" + level, "reason", reason.strip()));
        });
    }

    /** Whether an agreement gives a level, or what is below level 1, of an indicator. */
    private static boolean isGiven(Agreement agreement, IndicatorId id, int level) {
        return agreement
                .indicator(id)
                .filter(indicator -> level >= agreement.lowestLevel(indicator))
                .filter(indicator -> level <= indicator.topLevel())
                .isPresent();
    }

    /**
     * Withdraws what was set: the computed level counts again.
     *
     * @param shown what was shown; anything else refuses it
     * @param reason never blank, at most {@link ReasonText#MAX_LENGTH} characters
     */
    public void withdraw(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Shown shown,
            String reason) {
        rules.reviewable(round, indicator);
        refuseWithoutReason(reason);
        writing.run(() -> {
            LevelOverride override =
                    lock(round, district, indicator, shown.override())
                            .orElseThrow(() -> new Refused(Reason.INDICATOR_MOVED));
            refuseIf(
                    !score(scoreboards.find(round).orElseThrow(), district, indicator)
                            .computed()
                            .countingLevel()
                            .equals(shown.computed()),
                    Reason.NOT_AS_SHOWN);
            overrides.withdraw(override, reason.strip());
            scores.rebuild(round);
            audit.record(
                    AuditAction.OVERRIDE_WITHDRAWN,
                    subject(round, district, indicator),
                    Map.of("level", "" + override.level(), "reason", override.reason()),
                    Map.of("reason", reason.strip()));
        });
    }

    /** Waits for the round, so that no two steps are taken on the same one before. */
    private Optional<LevelOverride> lock(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong shown) {
        refuseIfGone(() -> roundLock.lock(round));
        // Somebody may have signed it off while this waited.
        rules.refuseSignedOff(round);
        Optional<LevelOverride> inForce =
                overrides.findInForce(round).stream()
                        .filter(override -> override.district().equals(district))
                        .filter(override -> override.indicator().equals(indicator))
                        .findFirst();
        OptionalLong id =
                inForce.map(override -> OptionalLong.of(override.id()))
                        .orElse(OptionalLong.empty());
        refuseIf(!id.equals(shown), Reason.INDICATOR_MOVED);
        return inForce;
    }

    /** The score as it counts, with a level. */
    private static IndicatorScore.WithLevel score(
            Scoreboard scoreboard, DistrictCode district, IndicatorId indicator) {
        Ranking.Row row =
                scoreboard.ranking().row(district).orElseThrow(() -> new Refused(Reason.UNKNOWN));
        if (row.scorecard().line(indicator).score() instanceof IndicatorScore.WithLevel found) {
            return found;
        }
        throw new Refused(Reason.NO_LEVEL);
    }
}
