package districtkpi.ui.browser;

import districtkpi.db.cascade.Assignment;
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
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer of Tha Bo with a sheet, and a draft of the next one, for the screens with both. */
final class SampleSheet {

    private static final RoundId ROUND = RoundId.parse("2565-2");

    private SampleSheet() {}

    /**
     * Hands a sheet over, once for each application.
     *
     * @return the number of the officer, with the round after it as a query
     */
    static String handOver(RunningApplication application) {
        TransactionTemplate transaction =
                new TransactionTemplate(application.get(PlatformTransactionManager.class));
        long officer =
                RowScope.inProvince(
                        () -> Objects.requireNonNull(transaction.execute(_ -> add(application))));
        return officer + "?round=" + ROUND;
    }

    private static long add(RunningApplication application) {
        OfficerRepository officers = application.get(OfficerRepository.class);
        DistrictCode district = DistrictCode.of("4302");
        Officer officer =
                officers.add(
                        district,
                        new OfficerData("นักวิชาการพัฒนาชุมชนชำนาญการ", "ผู้รับผิดชอบตำบลท่าบ่อ"));
        SheetRepository sheets = application.get(SheetRepository.class);
        sheets.add(
                ROUND,
                officer,
                1,
                List.of(
                        given("T1", "40", ""),
                        given("P1", "33.34", "ครัวเรือนเป้าหมายทุกครัวเรือนในตำบล"),
                        given("P4", "16.66", ""),
                        given("P8", "10", "")));
        sheets.saveDraft(ROUND, officer.id(), given("T2", "60", ""));
        return officer.id();
    }

    private static Assignment given(String indicator, String weight, String target) {
        return new Assignment(IndicatorId.of(indicator), new BigDecimal(weight), 4, target);
    }
}
