package districtkpi.db.account;

import static districtkpi.db.jooq.Tables.API_TOKEN;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqTokenRepository implements TokenRepository {

    private static final List<Field<?>> COLUMNS =
            List.of(
                    API_TOKEN.API_TOKEN_ID,
                    API_TOKEN.ACCOUNT_ID,
                    API_TOKEN.LABEL,
                    API_TOKEN.SCOPE,
                    API_TOKEN.CREATED_AT,
                    API_TOKEN.EXPIRES_AT,
                    API_TOKEN.REVOKED_AT);

    private final DSLContext dsl;
    private final Clock clock;

    JooqTokenRepository(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    @Override
    public Optional<ApiToken> findBySha256(String sha256) {
        return dsl.select(COLUMNS)
                .from(API_TOKEN)
                .where(API_TOKEN.SHA256.eq(sha256))
                .fetchOptional(JooqTokenRepository::token);
    }

    @Override
    public List<ApiToken> findOf(long accountId) {
        return dsl.select(COLUMNS)
                .from(API_TOKEN)
                .where(API_TOKEN.ACCOUNT_ID.eq(accountId))
                .orderBy(API_TOKEN.API_TOKEN_ID.desc())
                .fetch(JooqTokenRepository::token);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ApiToken add(
            long accountId, String label, String sha256, TokenScope scope, Instant expiresAt) {
        return dsl.insertInto(API_TOKEN)
                .set(API_TOKEN.ACCOUNT_ID, accountId)
                .set(API_TOKEN.LABEL, label.strip())
                .set(API_TOKEN.SHA256, sha256)
                .set(API_TOKEN.SCOPE, scope.key())
                .set(API_TOKEN.CREATED_AT, clock.instant())
                .set(API_TOKEN.EXPIRES_AT, expiresAt)
                .returning(COLUMNS)
                .fetchSingle(JooqTokenRepository::token);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ApiToken> revoke(long accountId, long id) {
        return dsl.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(API_TOKEN.API_TOKEN_ID.eq(id))
                .and(API_TOKEN.ACCOUNT_ID.eq(accountId))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .returning(COLUMNS)
                .fetchOptional(JooqTokenRepository::token);
    }

    private static ApiToken token(Record row) {
        return new ApiToken(
                row.get(API_TOKEN.API_TOKEN_ID),
                row.get(API_TOKEN.ACCOUNT_ID),
                row.get(API_TOKEN.LABEL),
                TokenScope.parse(row.get(API_TOKEN.SCOPE)),
                row.get(API_TOKEN.CREATED_AT),
                row.get(API_TOKEN.EXPIRES_AT),
                row.get(API_TOKEN.REVOKED_AT));
    }
}
