package districtkpi.db.publication;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.PUBLICATION;
import static districtkpi.db.jooq.Tables.PUBLICATION_DISTRICT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scope.Moments;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.publication.Publication;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Scorer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publications, scored again from their frozen measurements when they are shown. What comes out is
 * compared with the published record, so that a revision is shown as it was published or not at
 * all.
 *
 * @see "Decision record 0030: publications freeze measurements and a record of every score"
 */
@Repository
class JooqPublicationRepository implements PublicationRepository {

    private static final int KEPT = 100;

    private final DSLContext dsl;
    private final AgreementRepository agreements;
    private final MeasurementRepository measurements;
    private final OverrideRepository overrides;
    private final ScoreboardQuery scoreboards;
    private final Clock clock;
    private final CurrentAccount current;
    private final Moments moments;
    private final Cache<Long, Scoreboard> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Weak keys are compared as objects: scoreboards are shared until a round's data changes. */
    private final Cache<Scoreboard, String> digests =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

    JooqPublicationRepository(
            DSLContext dsl,
            AgreementRepository agreements,
            MeasurementRepository measurements,
            OverrideRepository overrides,
            ScoreboardQuery scoreboards,
            Clock clock,
            CurrentAccount current,
            Moments moments) {
        this.dsl = dsl;
        this.agreements = agreements;
        this.measurements = measurements;
        this.overrides = overrides;
        this.scoreboards = scoreboards;
        this.clock = clock;
        this.current = current;
        this.moments = moments;
    }

    /** The question after what was published of a round. */
    private record PublishedOf(RoundId round) {}

    @Override
    public List<Publication> findAll(RoundId round) {
        return moments.ask(
                new PublishedOf(round), () -> publications(PUBLICATION.ROUND_ID.eq(round)));
    }

    @Override
    public Optional<Publication> find(RoundId round, int revision) {
        return findAll(round).stream()
                .filter(publication -> publication.revision() == revision)
                .findFirst();
    }

    @Override
    public Optional<Scoreboard> findScoreboard(RoundId round, int revision) {
        return find(round, revision).map(this::scoreboard);
    }

    @Override
    public List<Scoreboard> findBefore(Publication publication, int most) {
        return dsl
                .select(PUBLICATION.ROUND_ID, PUBLICATION.REVISION)
                .distinctOn(PUBLICATION.ROUND_ID)
                .from(PUBLICATION)
                .where(PUBLICATION.PUBLISHED_AT.le(publication.publishedAt()))
                .orderBy(PUBLICATION.ROUND_ID, PUBLICATION.REVISION.desc())
                .fetchMap(PUBLICATION.ROUND_ID, PUBLICATION.REVISION)
                .entrySet()
                .stream()
                .filter(found -> publication.round().follows(found.getKey()))
                .sorted(Map.Entry.<RoundId, Integer>comparingByKey().reversed())
                .limit(most)
                .map(found -> findScoreboard(found.getKey(), found.getValue()).orElseThrow())
                .toList()
                .reversed();
    }

    @Override
    public Optional<byte[]> findRecord(RoundId round, int revision) {
        return dsl.select(PUBLICATION.RECORD)
                .from(PUBLICATION)
                .where(is(round, revision))
                .fetchOptional(PUBLICATION.RECORD);
    }

    @Override
    public boolean isReproduced(Publication publication) {
        return says(publication, scored(publication));
    }

    @Override
    public Optional<PublicationDraft> draft(RoundId round) {
        return scoreboards.find(round).map(this::draft);
    }

    private PublicationDraft draft(Scoreboard scoreboard) {
        Optional<Publication> newest = findNewest(scoreboard.stored().agreement().round());
        return new PublicationDraft(
                scoreboard,
                newest,
                newest.map(this::scoreboard),
                digests.get(scoreboard, board -> PublicationRecord.of(board).sha256()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Publication add(PublicationDraft draft, String reason) {
        Scoreboard scoreboard = draft.scoreboard();
        Agreement agreement = scoreboard.stored().agreement();
        PublicationRecord published = PublicationRecord.of(scoreboard);
        Instant now = clock.instant();
        long id =
                dsl.insertInto(
                                PUBLICATION,
                                PUBLICATION.ROUND_ID,
                                PUBLICATION.REVISION,
                                PUBLICATION.AGREEMENT_VERSION,
                                PUBLICATION.AS_OF,
                                PUBLICATION.PUBLISHED_AT,
                                PUBLICATION.REASON,
                                PUBLICATION.RECORD,
                                PUBLICATION.SHA256,
                                PUBLICATION.ENGINE_VERSION,
                                PUBLICATION.ACCOUNT_ID)
                        .values(
                                agreement.round(),
                                draft.revision(),
                                scoreboard.stored().version(),
                                scoreboard.asOf(),
                                now,
                                reason,
                                published.content(),
                                published.sha256(),
                                Scorer.VERSION,
                                current.accountId())
                        .returningResult(PUBLICATION.PUBLICATION_ID)
                        .fetchSingle()
                        .value1();
        dsl.insertInto(
                        PUBLICATION_DISTRICT,
                        PUBLICATION_DISTRICT.PUBLICATION_ID,
                        PUBLICATION_DISTRICT.DISTRICT_CODE,
                        PUBLICATION_DISTRICT.NAME_TH,
                        PUBLICATION_DISTRICT.NAME_EN,
                        PUBLICATION_DISTRICT.VALID_FROM,
                        PUBLICATION_DISTRICT.VALID_TO)
                .valuesOfRows(
                        scoreboard.districts().stream()
                                .map(district ->
                                        row(
                                                id,
                                                district.code(),
                                                district.name().th(),
                                                district.name().en(),
                                                district.validFrom(),
                                                district.validTo()))
                                .toList())
                .execute();
        measurements.freeze(id, shown(scoreboard));
        overrides.freeze(id, scoreboard.overrides());
        return find(agreement.round(), draft.revision()).orElseThrow();
    }

    /**
     * The measurements on a scoreboard by their numbers; the round is locked, so they count still.
     */
    private Map<Long, Measurement> shown(Scoreboard scoreboard) {
        Map<Long, Measurement> counting =
                measurements.findCountingById(
                        scoreboard.stored().agreement().round(), scoreboard.asOf());
        counting.values()
                .removeIf(figure ->
                        scoreboard
                                .measurement(figure.district(), figure.measure())
                                .filter(figure::equals)
                                .isEmpty());
        return counting;
    }

    private Scoreboard scoreboard(Publication publication) {
        return kept.get(publication.id(), _ -> read(publication));
    }

    private Scoreboard read(Publication publication) {
        Scoreboard scoreboard = scored(publication);
        if (!says(publication, scoreboard)) {
            throw new DifferentScoresException(publication);
        }
        return scoreboard;
    }

    private static boolean says(Publication publication, Scoreboard scoreboard) {
        return PublicationRecord.of(scoreboard).sha256().equals(publication.sha256());
    }

    private Scoreboard scored(Publication publication) {
        int version =
                dsl.select(PUBLICATION.AGREEMENT_VERSION)
                        .from(PUBLICATION)
                        .where(PUBLICATION.PUBLICATION_ID.eq(publication.id()))
                        .fetchSingle()
                        .value1();
        return Scoreboard.of(
                        agreements.find(publication.round(), version).orElseThrow(),
                        publication.asOf(),
                        districts(publication),
                        measurements.findFrozen(publication.id()),
                        overrides.findFrozen(publication.id()))
                .as(publication);
    }

    private List<District> districts(Publication publication) {
        return dsl.select(
                        PUBLICATION_DISTRICT.DISTRICT_CODE,
                        PUBLICATION_DISTRICT.NAME_TH,
                        PUBLICATION_DISTRICT.NAME_EN,
                        PUBLICATION_DISTRICT.VALID_FROM,
                        PUBLICATION_DISTRICT.VALID_TO)
                .from(PUBLICATION_DISTRICT)
                .where(PUBLICATION_DISTRICT.PUBLICATION_ID.eq(publication.id()))
                .orderBy(PUBLICATION_DISTRICT.DISTRICT_CODE)
                .fetch(found ->
                        new District(
                                found.get(PUBLICATION_DISTRICT.DISTRICT_CODE),
                                new LocalizedText(
                                        found.get(PUBLICATION_DISTRICT.NAME_TH),
                                        found.get(PUBLICATION_DISTRICT.NAME_EN)),
                                found.get(PUBLICATION_DISTRICT.VALID_FROM),
                                found.get(PUBLICATION_DISTRICT.VALID_TO)));
    }

    private List<Publication> publications(Condition condition) {
        return dsl.select(
                        PUBLICATION.PUBLICATION_ID,
                        PUBLICATION.ROUND_ID,
                        PUBLICATION.REVISION,
                        PUBLICATION.AS_OF,
                        PUBLICATION.PUBLISHED_AT,
                        PUBLICATION.REASON,
                        PUBLICATION.SHA256,
                        coalesce(ACCOUNT.NAME, inline("")),
                        PUBLICATION.ENGINE_VERSION)
                .from(PUBLICATION)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(PUBLICATION.ACCOUNT_ID))
                .where(condition)
                .orderBy(PUBLICATION.REVISION.desc())
                .fetch(found ->
                        new Publication(
                                found.get(PUBLICATION.PUBLICATION_ID),
                                found.get(PUBLICATION.ROUND_ID),
                                found.get(PUBLICATION.REVISION),
                                found.get(PUBLICATION.AS_OF),
                                found.get(PUBLICATION.PUBLISHED_AT),
                                found.get(PUBLICATION.REASON),
                                found.get(PUBLICATION.SHA256),
                                found.value8(),
                                found.get(PUBLICATION.ENGINE_VERSION)));
    }

    private static Condition is(RoundId round, int revision) {
        return PUBLICATION.ROUND_ID.eq(round).and(PUBLICATION.REVISION.eq(revision));
    }
}
