package districtkpi.office.register;

import districtkpi.db.register.EmailAddress;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes into the register of submissions. Each call is held to what whoever is signed in may do,
 * and throws {@link RegisterRefusedException} otherwise.
 */
public interface RegisterService {

    /** What a note may hold, in characters. */
    int MAX_NOTE_LENGTH = 1_000;

    /** A district printed its report; a district's account says so of its own. */
    void printed(RoundId round, DistrictCode district);

    /**
     * The province received the printed report of a district. With another day or note it corrects
     * what was recorded before.
     *
     * @param last the newest receipt, or withdrawal of one, that was shown; another one refuses it
     * @param day in Bangkok, on which it came
     * @param note may be empty
     */
    void received(
            RoundId round, DistrictCode district, OptionalLong last, LocalDate day, String note);

    /**
     * A receipt was recorded by mistake.
     *
     * @param last the newest receipt that was shown; another one refuses it
     * @param note why; never blank
     */
    void withdraw(RoundId round, DistrictCode district, OptionalLong last, String note);

    /** Says where the office of a district is reminded by e-mail; absent: nowhere. */
    void changeAddress(RoundId round, DistrictCode district, Optional<EmailAddress> address);
}
