package districtkpi.office.register;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.template.Template;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Takes the e-mail addresses of many offices at once: a table with districts and addresses, as text
 * or as a workbook. Each call is held to what whoever is signed in may do, and throws {@link
 * Refused} otherwise.
 *
 * <p>Looks at the list once more in the lock of its round, so that nobody overwrites an address
 * that was not shown.
 */
@Service
public class AddressListService {

    /** What a list may weigh, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int FIXED_COLUMNS = 2;

    private final ScoreboardQuery scoreboards;
    private final RoundLock roundLock;
    private final OfficeAddressRepository addresses;
    private final AuditTrail audit;
    private final Permit permit;
    private final WriteTransaction writing;

    AddressListService(
            ScoreboardQuery scoreboards,
            RoundLock roundLock,
            OfficeAddressRepository addresses,
            AuditTrail audit,
            Permit permit,
            WriteTransaction writing) {
        this.scoreboards = scoreboards;
        this.roundLock = roundLock;
        this.addresses = addresses;
        this.audit = audit;
        this.permit = permit;
        this.writing = writing;
    }

    /**
     * What a list would change; nothing is stored. A district without an address in it stays as it
     * is.
     *
     * @param round whose districts can be in it
     */
    public AddressReport check(RoundId round, ImportFile file) {
        List<District> districts = districts(round);
        AddressList list = AddressList.read(file, round, districts);
        Map<DistrictCode, EmailAddress> before = addresses.findAll();
        return new AddressReport(
                list.addresses().entrySet().stream()
                        .map(entry ->
                                new AddressReport.Line(
                                        find(districts, entry.getKey()),
                                        Optional.ofNullable(before.get(entry.getKey())),
                                        entry.getValue()))
                        .toList(),
                list.issues());
    }

    private static District find(List<District> districts, DistrictCode code) {
        return districts.stream()
                .filter(district -> district.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Stores all of what was shown, or, where the list would do something else now, nothing.
     *
     * @param shown without errors
     */
    public void commit(RoundId round, ImportFile file, AddressReport shown) {
        permit.require(Permission.REGISTER);
        if (shown.isRefused()) {
            throw new IllegalArgumentException("Nothing of a list with errors is stored");
        }
        writing.run(() -> {
            Refused.refuseIfGone(() -> roundLock.lock(round));
            Refused.refuseIf(!check(round, file).equals(shown), Reason.ADDRESSES_MOVED);
            AddressChange change = new AddressChange(addresses, audit);
            shown.changes()
                    .forEach(line ->
                            change.make(
                                    line.district().code(),
                                    line.before(),
                                    Optional.of(line.after())));
        });
    }

    /**
     * A list to fill in, with the districts of a round and the addresses that they have.
     *
     * @param locale English or, for every other, Thai
     */
    public Template template(RoundId round, Locale locale) {
        List<District> districts = districts(round);
        Map<DistrictCode, EmailAddress> known = addresses.findAll();
        return new Template(
                AddressList.TEXTS.text("form-addresses").in(locale),
                List.of(
                        AddressList.DISTRICT.in(locale),
                        AddressList.NAME.in(locale),
                        AddressList.EMAIL.in(locale)),
                districts.stream()
                        .map(district ->
                                List.of(
                                        district.code().value(),
                                        district.name().in(locale),
                                        Optional.ofNullable(known.get(district.code()))
                                                .map(EmailAddress::value)
                                                .orElse("")))
                        .toList(),
                FIXED_COLUMNS,
                AddressList.TEXTS.text("form-explanation").in(locale),
                List.of(
                        List.of(
                                AddressList.TEXTS.text("form-column").in(locale),
                                AddressList.TEXTS.text("form-written").in(locale)),
                        List.of(
                                AddressList.DISTRICT.in(locale),
                                AddressList.TEXTS.text("form-district").in(locale)),
                        List.of(
                                AddressList.NAME.in(locale),
                                AddressList.TEXTS.text("form-name").in(locale)),
                        List.of(
                                AddressList.EMAIL.in(locale),
                                AddressList.TEXTS.text("form-email").in(locale))));
    }

    private List<District> districts(RoundId round) {
        permit.require(Permission.REGISTER);
        return scoreboards
                .find(round)
                .map(Scoreboard::districts)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN));
    }
}
