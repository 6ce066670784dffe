package districtkpi.office.account;

import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;

/**
 * One account of each role that anybody may use, where the data are made up and nobody but this
 * machine is served.
 *
 * @param offered whether that is so; otherwise there are none
 */
public record DemonstrationAccounts(boolean offered) {

    private static final TextBundle TEXTS =
            TextBundle.beside(DemonstrationAccounts.class, "accounts");

    /** It is no secret: the sign-in page says it. */
    public static final String PASSWORD = "demonstration";

    /** The accounts that are offered, none otherwise. */
    public List<AccountData> accounts() {
        return offered
                ? List.of(
                        AccountData.of(name("director"), post("director"), Role.DIRECTOR),
                        new AccountData(
                                name("planner"),
                                post("planner"),
                                Role.PLANNER,
                                null,
                                UnitId.of("promotion")),
                        AccountData.of(name("analyst"), post("analyst"), Role.ANALYST),
                        new AccountData(
                                name("district"),
                                post("district"),
                                Role.DISTRICT,
                                DistrictCode.of("4301"),
                                null),
                        AccountData.of(
                                name("administrator"), post("administrator"), Role.ADMINISTRATOR))
                : List.of();
    }

    private static String post(String role) {
        return TEXTS.text("posts." + role).th();
    }

    private static AccountName name(String role) {
        return AccountName.of("demo-" + role);
    }
}
