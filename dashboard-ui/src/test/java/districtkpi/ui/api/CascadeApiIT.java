package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.testing.RunningApplication;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CascadeApiIT {

    private static final RoundId ROUND = RoundId.parse("2564-1");
    private static final DistrictCode DISTRICT = DistrictCode.of("4305");
    private static final String TABLE = "/api/v1/rounds/2564-1/cascade.csv";

    @Test
    void hasARowForEachOfficerOfAnIndicatorAndOneForWhatNobodyHas() {
        RunningApplication application = DemonstrationServer.application();
        ApiClient client = new ApiClient(application.address());
        SheetRepository sheets = application.get(SheetRepository.class);
        RowScope.inProvince(() ->
                new TransactionTemplate(application.get(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> handOver(application, sheets)));

        List<CSVRecord> rows = client.get(TABLE + "?district=4305").rows();
        assertThat(rows)
                .hasSize(11 + 1)
                .allMatch(row -> row.get("acknowledged_version").equals("1"));
        assertThat(rows.getFirst().toMap())
                .containsAllEntriesOf(
                        Map.of(
                                "indicator", "T1",
                                "name", "'=1+1",
                                "weight", "60.5",
                                "target_level", "4",
                                "acknowledged_on", "",
                                "sheet_version", "1"));
        assertThat(rows.get(1).get("acknowledged_on")).isEqualTo("2026-11-28");
        assertThat(rows.getLast().get("indicator")).isEqualTo("P8");
        assertThat(rows.getLast().get("officer")).isEmpty();
        assertThat(client.get(TABLE + "?indicator=P8").rows()).hasSize(9);
        // It is never published, and nothing of it is of a day.
        assertThat(client.get(TABLE + "?revision=1").status()).isEqualTo(400);
        assertThat(client.get(TABLE + "?asOf=2021-01-01").status()).isEqualTo(400);
    }

    private static void handOver(RunningApplication application, SheetRepository sheets) {
        application.get(CascadeRepository.class).acknowledge(ROUND, 1, DISTRICT);
        OfficerRepository officers = application.get(OfficerRepository.class);
        Officer first = officers.add(DISTRICT, new OfficerData("พัฒนากร", "=1+1"));
        Officer second = officers.add(DISTRICT, new OfficerData("พัฒนากร", "ข"));
        sheets.add(ROUND, first, 1, List.of(given("T1", "60.5"), given("T2", "39.5")));
        sheets.add(ROUND, second, 1, List.of(given("T1", "100")));
        sheets.acknowledge(
                sheets.findAll(ROUND, second.id()).getFirst().id(), LocalDate.of(2026, 11, 28));
    }

    private static Assignment given(String indicator, String weight) {
        return new Assignment(IndicatorId.of(indicator), new BigDecimal(weight), 4, "");
    }
}
