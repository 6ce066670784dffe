package districtkpi.office.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.office.refusal.Refused;
import districtkpi.office.testing.SignedAgreement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermitTest {

    private static final Indicator TOGETHER =
            IndicatorBuilder.like(SignedAgreement.get().indicators().findFirst().orElseThrow())
                    .units(UnitId.of("promotion"), UnitId.of("strategy"))
                    .build();

    @ParameterizedTest
    @ValueSource(strings = {"promotion", "strategy"})
    void eachUnitThatAnswersForAnIndicatorMayReviewIt(String unit) {
        assertThatCode(() -> permit(unit).require(Permission.REVIEW, TOGETHER))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherUnitMayNot() {
        assertThatThrownBy(() -> permit("coordination").require(Permission.REVIEW, TOGETHER))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoHasNoUnitMayReviewAll() {
        assertThatCode(() -> permit(null).require(Permission.REVIEW, TOGETHER))
                .doesNotThrowAnyException();
    }

    private static Permit permit(@Nullable String unit) {
        Role role = unit == null ? Role.ADMINISTRATOR : Role.PLANNER;
        SignedIn who =
                new SignedIn(
                        1,
                        1,
                        AccountName.of("planner"),
                        role,
                        null,
                        unit == null ? null : UnitId.of(unit),
                        role.permissions());
        return new Permit(() -> Optional.of(who));
    }
}
