package districtkpi.db.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

class CascadeRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final DistrictCode THA_BO = DistrictCode.of("4302");
    private static final DistrictCode PHON_PHISAI = DistrictCode.of("4305");
    private static final OfficerData FIRST = new OfficerData("นักวิชาการพัฒนาชุมชน", "คนที่หนึ่ง");
    private static final OfficerData SECOND = new OfficerData("นักวิชาการพัฒนาชุมชน", "คนที่สอง");
    private static final Assignment SPENDING = assignment("T1", "60");
    private static final Assignment PLAN = assignment("T2", "40");

    private static DatabaseContext database;
    private static OfficerRepository officers;
    private static SheetRepository sheets;
    private static CascadeRepository cascades;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        officers = database.get(OfficerRepository.class);
        sheets = database.get(SheetRepository.class);
        cascades = database.get(CascadeRepository.class);
    }

    @BeforeEach
    void openRound() {
        database.clear();
        database.agree("2565-1 70");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    private static Assignment assignment(String indicator, String weight) {
        return new Assignment(IndicatorId.of(indicator), new BigDecimal(weight), 5, "ทุกตำบล");
    }

    private static Officer added(DistrictCode district, OfficerData data) {
        return database.inTransaction(() -> officers.add(district, data));
    }

    private static int handOver(Officer officer, Assignment... assignments) {
        return database.inTransaction(() -> sheets.add(ROUND, officer, 1, List.of(assignments)));
    }

    private static void acknowledge(Officer officer) {
        long sheet = sheets.findAll(ROUND, officer.id()).getLast().id();
        database.inTransaction(() -> {
            sheets.acknowledge(sheet, LocalDate.of(2022, 6, 1));
            return true;
        });
    }

    @Test
    void anOfficerIsRenamedAndRetiredButNotTwiceOverWhatNobodySaw() {
        Officer seen = added(THA_BO, FIRST);
        assertThatThrownBy(() -> added(THA_BO, FIRST)).isInstanceOf(DuplicateKeyException.class);

        Officer retired =
                database.inTransaction(
                        () -> officers.change(seen.id(), seen.version(), SECOND, true));
        assertThat(officers.find(THA_BO)).containsExactly(retired);
        assertThatThrownBy(() ->
                        database.inTransaction(
                                () -> officers.change(seen.id(), seen.version(), FIRST, false)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        // A post that somebody left can be filled again.
        assertThat(added(THA_BO, SECOND).retired()).isFalse();
    }

    @Test
    void keepsEachVersionAsItWasHandedOver() throws SQLException {
        Officer officer = added(THA_BO, FIRST);
        assertThat(handOver(officer, SPENDING, PLAN)).isEqualTo(1);
        acknowledge(officer);
        Officer renamed =
                database.inTransaction(
                        () -> officers.change(officer.id(), officer.version(), SECOND, false));
        assertThat(handOver(renamed, assignment("P1", "100"))).isEqualTo(2);

        List<OfficerSheet> all = sheets.findAll(ROUND, officer.id());
        assertThat(all).extracting(OfficerSheet::officer).containsExactly(FIRST, SECOND);
        assertThat(all.getFirst().assignments()).containsExactly(SPENDING, PLAN);
        assertThat(all.getFirst().handedOverAt()).isEqualTo(Instant.parse("2022-06-01T05:00:00Z"));
        assertThat(all.getFirst().acknowledgement().orElseThrow().on()).isEqualTo("2022-06-01");
        assertThat(all.getLast().acknowledgement()).isEmpty();
        assertThat(all.getLast().shortSha256()).isNotEqualTo(all.getFirst().shortSha256());
        assertThat(sheets.findInForce(ROUND)).containsExactly(all.getLast());
        assertThat(sheets.findInForce(ROUND, PHON_PHISAI)).isEmpty();

        for (String change :
                List.of(
                        "update officer_sheet set name = ''",
                        "update officer_sheet_line set weight = 1",
                        "delete from officer_sheet_acknowledgement",
                        "delete from agreement_acknowledgement")) {
            assertThatThrownBy(() -> database.execute(change))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aDraftIsChangedUntilItIsCleared() {
        Officer officer = added(THA_BO, FIRST);
        database.inTransaction(() -> {
            sheets.saveDraft(ROUND, officer.id(), SPENDING);
            sheets.saveDraft(ROUND, officer.id(), PLAN);
            sheets.saveDraft(ROUND, officer.id(), assignment("T1", "33.33"));
            return true;
        });
        assertThat(sheets.findDraft(ROUND, officer.id()))
                .containsExactly(assignment("T1", "33.33"), PLAN);
        assertThat(sheets.findDrafts(ROUND, THA_BO)).containsOnlyKeys(officer.id());
        assertThat(sheets.findDrafts(ROUND, PHON_PHISAI)).isEmpty();
        database.inTransaction(() -> {
            sheets.removeDraft(ROUND, officer.id(), PLAN.indicator());
            return true;
        });
        assertThat(sheets.findDraft(ROUND, officer.id())).hasSize(1);
        database.inTransaction(() -> {
            sheets.clearDraft(ROUND, officer.id());
            return true;
        });
        assertThat(sheets.findDraft(ROUND, officer.id())).isEmpty();
    }

    @Test
    void saysOfEveryDistrictHowFarItCame() {
        database.inTransaction(() -> {
            cascades.acknowledge(ROUND, 1, THA_BO);
            cascades.acknowledge(ROUND, 1, THA_BO);
            return true;
        });
        Officer first = added(THA_BO, FIRST);
        Officer second = added(THA_BO, SECOND);
        added(THA_BO, new OfficerData("พัฒนากร", "ไม่มีแบบ"));
        handOver(first, assignment("P3", "100"));
        handOver(first, SPENDING, PLAN);
        acknowledge(first);
        handOver(second, assignment("T1", "100"));
        Officer retired = added(PHON_PHISAI, FIRST);
        handOver(retired, assignment("P2", "100"));
        database.inTransaction(
                () -> officers.change(retired.id(), retired.version(), retired.data(), true));

        DistrictCascade thaBo = cascades.find(ROUND, THA_BO);
        assertThat(thaBo.officers()).isEqualTo(3);
        assertThat(thaBo.withoutSheet()).isEqualTo(1);
        assertThat(thaBo.unacknowledged()).isEqualTo(1);
        assertThat(thaBo.cascaded())
                .containsExactlyInAnyOrder(IndicatorId.of("T1"), IndicatorId.of("T2"));
        assertThat(thaBo.acknowledgement().orElseThrow().version()).isEqualTo(1);
        assertThat(cascades.find(ROUND, PHON_PHISAI)).isEqualTo(DistrictCascade.none(PHON_PHISAI));
        assertThat(cascades.findAll(ROUND))
                .hasSize(9)
                .containsEntry(THA_BO, thaBo)
                .containsEntry(PHON_PHISAI, DistrictCascade.none(PHON_PHISAI));
    }

    @Test
    void anotherVersionOfTheAgreementIsAcknowledgedAnew() {
        database.agree("2565-1 75");
        for (int version : new int[] {2, 1}) {
            database.inTransaction(() -> {
                cascades.acknowledge(ROUND, version, THA_BO);
                return true;
            });
        }
        assertThat(cascades.find(ROUND, THA_BO).acknowledgement().orElseThrow().version())
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        database.inTransaction(() -> {
                            cascades.acknowledge(ROUND, 3, THA_BO);
                            return true;
                        }))
                .isInstanceOf(DataAccessException.class);
    }
}
