package districtkpi.db.publication;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.PUBLICATION;
import static districtkpi.db.jooq.Tables.REOPENING;
import static districtkpi.db.jooq.Tables.SIGN_OFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.jooq.tables.Account;
import districtkpi.db.publication.SignOff.Reopening;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqSignOffRepository implements SignOffRepository {

    private static final Account REOPENER = ACCOUNT.as("reopener");

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqSignOffRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
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
    @Transactional(propagation = Propagation.MANDATORY)
    public SignOff add(Publication publication) {
        dsl.insertInto(
                        SIGN_OFF,
                        SIGN_OFF.ROUND_ID,
                        SIGN_OFF.PUBLICATION_ID,
                        SIGN_OFF.SIGNED_OFF_AT,
                        SIGN_OFF.ACCOUNT_ID)
                .values(publication.round(), publication.id(), clock.instant(), current.accountId())
                .execute();
        return findAll(publication.round()).getFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SignOff end(SignOff signOff, String reason) {
        dsl.insertInto(
                        REOPENING,
                        REOPENING.SIGN_OFF_ID,
                        REOPENING.REOPENED_AT,
                        REOPENING.REASON,
                        REOPENING.ACCOUNT_ID)
                .values(signOff.id(), clock.instant(), reason, current.accountId())
                .execute();
        return findAll(signOff.round()).getFirst();
    }
}
