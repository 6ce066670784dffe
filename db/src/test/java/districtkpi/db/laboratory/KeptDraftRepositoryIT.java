package districtkpi.db.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptDraftRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final AtomicReference<Optional<SignedIn>> WHO =
            new AtomicReference<>(Optional.empty());

    private static DatabaseContext database;
    private static KeptDraftRepository drafts;
    private static long planner;
    private static long district;
    private static long otherDistrict;

    @BeforeAll
    static void start() throws SQLException {
        database = DatabaseContext.actingAs(WHO::get);
        drafts = database.get(KeptDraftRepository.class);
        actAs(1, Role.ANALYST, null);
        database.agree("2565-1 70");
        planner = account("planner", "'director', null");
        district = account("mueang", "'district', '4301'");
        otherDistrict = account("thabo", "'district', '4302'");
    }

    private static long account(String name, String roleAndDistrict) throws SQLException {
        database.execute(
                """
                insert into account (name, post, role, district_code, password_temporary, enabled,
                    demonstration, created_at, version)
                values ('%s', 'x', %s, false, true, false, now(), 1)\
                """
                        .replaceFirst("%s", name)
                        .replaceFirst("%s", roleAndDistrict));
        return Long.parseLong(
                database.rows("select account_id from account where name = '" + name + "'")
                        .getFirst()
                        .replaceAll("[()]", ""));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        actAs(planner, Role.DIRECTOR, null);
        database.execute("delete from laboratory_draft");
    }

    private static void actAs(long account, Role role, @Nullable DistrictCode code) {
        WHO.set(
                Optional.of(
                        new SignedIn(
                                account,
                                1,
                                AccountName.of("somebody"),
                                role,
                                code,
                                null,
                                role.permissions())));
    }

    private static boolean add(long account, String name, String draft) {
        return database.inTransaction(() -> drafts.add(account, ROUND, name, draft));
    }

    private static void delete(long account, long id) {
        database.inTransaction(() -> {
            drafts.delete(account, id);
            return true;
        });
    }

    @Test
    void keepsDraftsByNameAndEachOnce() {
        assertThat(add(planner, "ร่าง ข", "T1:60")).isTrue();
        assertThat(add(planner, "ร่าง ก", "T1:50")).isTrue();
        assertThat(add(planner, "ร่าง ก", "T1:10")).isFalse();
        assertThat(drafts.find(planner, ROUND))
                .extracting(KeptDraft::name, KeptDraft::draft)
                .containsExactlyInAnyOrder(tuple("ร่าง ก", "T1:50"), tuple("ร่าง ข", "T1:60"));
        assertThat(drafts.find(planner, RoundId.parse("2565-2"))).isEmpty();
    }

    @Test
    void isDeletedByItsOwnerAlone() {
        add(planner, "a", "T1:60");
        long id = drafts.find(planner, ROUND).getFirst().id();
        delete(district, id);
        assertThat(drafts.find(planner, ROUND)).hasSize(1);
        delete(planner, id);
        assertThat(drafts.find(planner, ROUND)).isEmpty();
    }

    @Test
    void aDistrictKeepsItsOwnAndSeesNoOthers() {
        add(planner, "of the province", "T1:60");
        add(otherDistrict, "of another office", "T1:60");
        actAs(district, Role.DISTRICT, DistrictCode.of("4301"));
        assertThat(add(district, "own", "T1:70")).isTrue();
        assertThat(drafts.find(district, ROUND)).hasSize(1);
        assertThat(drafts.find(planner, ROUND)).isEmpty();
        assertThat(drafts.find(otherDistrict, ROUND)).isEmpty();
        delete(district, drafts.find(district, ROUND).getFirst().id());
        assertThat(drafts.find(district, ROUND)).isEmpty();
    }
}
