package districtkpi.db.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.TestAgreements;
import districtkpi.domain.agreement.RoundId;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class AgreementRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");

    private static DatabaseContext database;
    private static AgreementRepository agreements;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        agreements = database.get(AgreementRepository.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void opensARoundWithItsFirstVersion() {
        StoredAgreement stored = database.agree("2565-1 70");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.file()).isEqualTo("agreement.yaml");
        assertThat(stored.document()).isEqualTo("2565-1 70");
        assertThat(stored.storedAt()).isEqualTo(Instant.parse("2022-06-01T05:00:00Z"));
        assertThat(stored.agreement()).isEqualTo(new TestAgreements().read("2565-1 70"));
        assertThat(agreements.findInForce(ROUND)).contains(stored);
    }

    @Test
    void putsTheHighestVersionInForce() {
        StoredAgreement first = database.agree("2565-1 70");
        StoredAgreement second = database.agree("2565-1 72");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(agreements.findInForce(ROUND)).contains(second);
    }

    @Test
    void listsWhatIsInForceWithTheNewestRoundFirst() {
        database.agree("2564-2 70");
        database.agree("2565-2 70");
        database.agree("2565-1 70");
        database.agree("2565-1 75");
        assertThat(agreements.findAllInForce())
                .extracting(StoredAgreement::document)
                .containsExactly("2565-2 70", "2565-1 75", "2564-2 70");
    }

    @Test
    void hasNothingInForceForARoundThatWasNotOpened() {
        assertThat(agreements.findInForce(ROUND)).isEmpty();
        assertThat(agreements.findAllInForce()).isEmpty();
    }

    @Test
    void addsOnlyInATransactionOfTheCaller() {
        assertThatThrownBy(() ->
                        agreements.add(
                                new TestAgreements().read("2565-1 70"),
                                "agreement.yaml",
                                "2565-1 70",
                                "0".repeat(64)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void leavesNothingBehindWhenTheTransactionIsRolledBack() {
        database.rolledBack(() ->
                agreements.add(
                        new TestAgreements().read("2565-1 70"),
                        "agreement.yaml",
                        "2565-1 70",
                        "0".repeat(64)));
        assertThat(agreements.findInForce(ROUND)).isEmpty();
        StoredAgreement stored = database.agree("2565-1 80");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(agreements.findInForce(ROUND)).contains(stored);
    }
}
