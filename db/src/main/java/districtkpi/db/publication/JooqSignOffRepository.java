package districtkpi.db.publication;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.PUBLICATION;
import static districtkpi.db.jooq.Tables.REOPENING;
import static districtkpi.db.jooq.Tables.SIGN_OFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.jooq.tables.Account;
import districtkpi.db.publication.NotPublishableException.Reason;
import districtkpi.db.publication.SignOff.Reopening;
import districtkpi.db.round.RoundLock;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqSignOffRepository implements SignOffRepository {

    private static final Account REOPENER = ACCOUNT.as("reopener");

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final PublicationRepository publications;
    private final Clock clock;
    private final AuditTrail audit;
    private final CurrentAccount current;

    JooqSignOffRepository(
            DSLContext dsl,
            RoundLock roundLock,
            PublicationRepository publications,
            Clock clock,
            AuditTrail audit,
            CurrentAccount current) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.publications = publications;
        this.clock = clock;
        this.audit = audit;
        this.current = current;
    }

    @Override
    public List<SignOff> findAll(RoundId round) {
        return dsl.select(
                        SIGN_OFF.SIGN_OFF_ID,
                        PUBLICATION.REVISION,
                        SIGN_OFF.SIGNED_OFF_AT,
                        coalesce(ACCOUNT.NAME, inline("")),
                        REOPENING.REOPENED_AT,
                        coalesce(REOPENER.NAME, inline("")),
                        REOPENING.REASON)
                .from(SIGN_OFF)
                .join(PUBLICATION)
                .on(PUBLICATION.PUBLICATION_ID.eq(SIGN_OFF.PUBLICATION_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(SIGN_OFF.ACCOUNT_ID))
                .leftJoin(REOPENING)
                .on(REOPENING.SIGN_OFF_ID.eq(SIGN_OFF.SIGN_OFF_ID))
                .leftJoin(REOPENER)
                .on(REOPENER.ACCOUNT_ID.eq(REOPENING.ACCOUNT_ID))
                .where(SIGN_OFF.ROUND_ID.eq(round))
                .orderBy(SIGN_OFF.SIGN_OFF_ID.desc())
                .fetch(found ->
                        new SignOff(
                                found.get(SIGN_OFF.SIGN_OFF_ID),
                                round,
                                found.get(PUBLICATION.REVISION),
                                found.get(SIGN_OFF.SIGNED_OFF_AT),
                                found.value4(),
                                found.get(REOPENING.REOPENED_AT) == null
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Reopening(
                                                        found.get(REOPENING.REOPENED_AT),
                                                        found.value6(),
                                                        found.get(REOPENING.REASON)))));
    }

    @Override
    @Transactional
    public SignOff signOff(RoundId round, int shown) {
        roundLock.lock(round);
        refuseIf(findHolding(round).isPresent(), Reason.DATA_MOVED);
        PublicationDraft draft = publications.draft(round).orElseThrow();
        refuseIf(draft.newest().isEmpty() || !draft.isUnchanged(), Reason.NOT_PUBLISHED);
        refuseIf(draft.newest().get().revision() != shown, Reason.DATA_MOVED);
        dsl.insertInto(
                        SIGN_OFF,
                        SIGN_OFF.ROUND_ID,
                        SIGN_OFF.PUBLICATION_ID,
                        SIGN_OFF.SIGNED_OFF_AT,
                        SIGN_OFF.ACCOUNT_ID)
                .values(round, draft.newest().get().id(), clock.instant(), current.accountId())
                .execute();
        SignOff signedOff = findHolding(round).orElseThrow();
        audit.record(
                AuditAction.SIGNED_OFF,
                "round " + round,
                Map.of(),
                Map.of("revision", String.valueOf(signedOff.revision())));
        return signedOff;
    }

    @Override
    @Transactional
    public SignOff reopen(RoundId round, long shown, String reason) {
        refuseIf(ReasonText.checked(reason).isBlank(), Reason.NO_REASON);
        roundLock.lock(round);
        SignOff signedOff =
                findHolding(round)
                        .filter(holding -> holding.id() == shown)
                        .orElseThrow(() -> new NotPublishableException(Reason.DATA_MOVED));
        dsl.insertInto(
                        REOPENING,
                        REOPENING.SIGN_OFF_ID,
                        REOPENING.REOPENED_AT,
                        REOPENING.REASON,
                        REOPENING.ACCOUNT_ID)
                .values(signedOff.id(), clock.instant(), reason.strip(), current.accountId())
                .execute();
        audit.record(
                AuditAction.REOPENED,
                "round " + round,
                Map.of("revision", String.valueOf(signedOff.revision())),
                Map.of("reason", reason.strip()));
        return findAll(round).getFirst();
    }

    private static void refuseIf(boolean condition, Reason reason) {
        if (condition) {
            throw new NotPublishableException(reason);
        }
    }
}
