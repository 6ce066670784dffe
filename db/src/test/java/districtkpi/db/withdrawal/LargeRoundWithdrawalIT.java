package districtkpi.db.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A round in which the offices of a whole nation handed in what they did, each by itself. */
class LargeRoundWithdrawalIT {

    private static final RoundId WRONG = RoundId.parse("2566-2");

    private static final int IMPORTS = 9_000;

    /** What refers to a row that goes is looked up by an index for each of them. */
    @Test
    void goesWhileSomebodyWaits() throws SQLException {
        try (DatabaseContext database = new DatabaseContext()) {
            database.agree("2565-1 70");
            database.agree("2566-2 70");
            database.execute(
                    """
                    with file as (
                        insert into import (kind, file, sha256, committed_at, row_count,
                            created_count, changed_count, unchanged_count, warning_count,
                            demonstration)
                        select 'online', number::text, encode(sha256(number::text::bytea), 'hex'),
                            now(), 1, 1, 0, 0, 0, false
                        from generate_series(1, IMPORTS) as number
                        returning import_id
                    )
                    insert into import_round (round_id, import_id)
                    select '2566-2', import_id from file
                    """
                            .replace("IMPORTS", Integer.toString(IMPORTS)));
            database.execute(
                    """
                    insert into measurement (round_id, district_code, indicator, measure,
                        value_kind, value, "of", as_of, source, note, import_id, line, raw_text)
                    select round_id, '4301', 'T1', 'm' || measure, 'ratio', 1, 100, '2023-09-30',
                        '', '', import_id, 2, ''
                    from import_round, generate_series(1, 3) as measure
                    """);
            database.execute(
                    """
                    insert into review_step (round_id, district_code, indicator, action,
                        happened_at, note, import_id, brought_import_id)
                    select round_id, '4301', 'T1', 'submitted', now(), '', import_id, import_id
                    from import_round
                    """);
            database.execute("analyze");
            RoundWithdrawalRepository rounds = database.get(RoundWithdrawalRepository.class);
            RoundContents contents = rounds.find(WRONG).orElseThrow();
            assertThat(contents.recorded()).isEqualTo(IMPORTS);
            assertThat(contents.figures()).isEqualTo(3 * IMPORTS);

            long begun = System.nanoTime();
            database.get(WriteTransaction.class).run(() -> rounds.withdraw(WRONG));
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(rounds.find(WRONG)).isEmpty();
            assertThat(taken).isLessThan(Duration.ofSeconds(30));
        }
    }
}
