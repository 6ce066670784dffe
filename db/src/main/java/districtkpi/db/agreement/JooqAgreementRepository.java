package districtkpi.db.agreement;

import static districtkpi.db.jooq.Tables.AGREEMENT;
import static districtkpi.db.jooq.Tables.ROUND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scope.Moments;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parsed agreements are kept by id: a version is never changed, and the id of one that was rolled
 * back is never given again.
 */
@Repository
class JooqAgreementRepository implements AgreementRepository {

    private static final int KEPT = 200;

    private static final Comparator<StoredAgreement> NEWEST_FIRST =
            Comparator.comparing((StoredAgreement stored) -> stored.agreement().round()).reversed();

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final AgreementFormat format;
    private final Clock clock;
    private final Moments moments;
    private final Cache<Long, StoredAgreement> parsed =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    JooqAgreementRepository(
            DSLContext dsl,
            RoundLock roundLock,
            AgreementFormat format,
            Clock clock,
            Moments moments) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.format = format;
        this.clock = clock;
        this.moments = moments;
    }

    @Override
    public List<StoredAgreement> findAllInForce() {
        return moments.ask("agreements in force", this::allInForce);
    }

    private List<StoredAgreement> allInForce() {
        return dsl
                .select(AGREEMENT.AGREEMENT_ID)
                .distinctOn(AGREEMENT.ROUND_ID)
                .from(AGREEMENT)
                .orderBy(AGREEMENT.ROUND_ID.desc(), AGREEMENT.VERSION.desc())
                .fetch(AGREEMENT.AGREEMENT_ID)
                .stream()
                .map(this::load)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Of a round, the question after its agreement in force. */
    private record InForce(RoundId round) {}

    @Override
    public Optional<StoredAgreement> findInForce(RoundId round) {
        return moments.ask(new InForce(round), () -> inForce(round));
    }

    private Optional<StoredAgreement> inForce(RoundId round) {
        return dsl.select(AGREEMENT.AGREEMENT_ID)
                .from(AGREEMENT)
                .where(AGREEMENT.ROUND_ID.eq(round))
                .orderBy(AGREEMENT.VERSION.desc())
                .limit(1)
                .fetchOptional(AGREEMENT.AGREEMENT_ID)
                .map(this::load);
    }

    @Override
    public Optional<StoredAgreement> find(RoundId round, int version) {
        return dsl.select(AGREEMENT.AGREEMENT_ID)
                .from(AGREEMENT)
                .where(AGREEMENT.ROUND_ID.eq(round))
                .and(AGREEMENT.VERSION.eq(version))
                .fetchOptional(AGREEMENT.AGREEMENT_ID)
                .map(this::load);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredAgreement add(Agreement agreement, String file, String document, String sha256) {
        RoundId round = agreement.round();
        dsl.insertInto(ROUND, ROUND.ROUND_ID).values(round).onConflictDoNothing().execute();
        roundLock.lock(round);
        int version =
                dsl.select(coalesce(max(AGREEMENT.VERSION), inline(0)).plus(1))
                        .from(AGREEMENT)
                        .where(AGREEMENT.ROUND_ID.eq(round))
                        .fetchSingle()
                        .value1();
        Instant storedAt = clock.instant();
        long id =
                dsl.insertInto(
                                AGREEMENT,
                                AGREEMENT.ROUND_ID,
                                AGREEMENT.VERSION,
                                AGREEMENT.PROVINCE_CODE,
                                AGREEMENT.FIRST_DAY,
                                AGREEMENT.LAST_DAY,
                                AGREEMENT.DEMONSTRATION,
                                AGREEMENT.FILE,
                                AGREEMENT.DOCUMENT,
                                AGREEMENT.SHA256,
                                AGREEMENT.STORED_AT)
                        .values(
                                round,
                                version,
                                agreement.provinceCode(),
                                agreement.firstDay(),
                                agreement.lastDay(),
                                agreement.demonstration(),
                                file,
                                document,
                                sha256,
                                storedAt)
                        .returningResult(AGREEMENT.AGREEMENT_ID)
                        .fetchSingle()
                        .value1();
        return load(id);
    }

    private StoredAgreement load(long id) {
        return parsed.get(id, this::read);
    }

    private StoredAgreement read(long id) {
        return dsl.select(
                        AGREEMENT.VERSION,
                        AGREEMENT.FILE,
                        AGREEMENT.DOCUMENT,
                        AGREEMENT.SHA256,
                        AGREEMENT.STORED_AT)
                .from(AGREEMENT)
                .where(AGREEMENT.AGREEMENT_ID.eq(id))
                .fetchSingle(row ->
                        new StoredAgreement(
                                id,
                                row.get(AGREEMENT.VERSION),
                                row.get(AGREEMENT.FILE),
                                row.get(AGREEMENT.DOCUMENT),
                                row.get(AGREEMENT.SHA256),
                                row.get(AGREEMENT.STORED_AT),
                                format.read(row.get(AGREEMENT.DOCUMENT))));
    }
}
