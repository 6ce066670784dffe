package districtkpi.office.cascade;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.DistrictCascade;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The cascade as far as whoever asks may see it: a district sees itself alone, and nothing of it is
 * ever published. Every screen and file gets officers and their sheets here.
 */
@Component
public class VisibleCascade {

    private final CascadeRepository cascades;
    private final OfficerRepository officers;
    private final SheetRepository sheets;
    private final CurrentAccount current;
    private final Permit permit;

    VisibleCascade(
            CascadeRepository cascades,
            OfficerRepository officers,
            SheetRepository sheets,
            CurrentAccount current,
            Permit permit) {
        this.cascades = cascades;
        this.officers = officers;
        this.sheets = sheets;
        this.current = current;
        this.permit = permit;
    }

    /** The one district that whoever asks sees; absent for those who see all. */
    public Optional<DistrictCode> own() {
        return current.get().flatMap(SignedIn::district);
    }

    /** Whether whoever asks may hand down in a district. */
    public boolean isToHandDown(DistrictCode district) {
        return permit.allows(Permission.CASCADE, district);
    }

    /** How far every district came that whoever asks sees. */
    public Map<DistrictCode, DistrictCascade> cascades(RoundId round) {
        return own().map(own -> Map.of(own, cascades.find(round, own)))
                .orElseGet(() -> cascades.findAll(round));
    }

    /** How far a district came; nothing for one that whoever asks does not see. */
    public DistrictCascade cascade(RoundId round, DistrictCode district) {
        return sees(district) ? cascades.find(round, district) : DistrictCascade.none(district);
    }

    /** The officers of a district, retired or not. */
    public List<Officer> officers(DistrictCode district) {
        return sees(district) ? officers.find(district) : List.of();
    }

    public Optional<Officer> officer(long id) {
        return officers.find(id).filter(officer -> sees(officer.district()));
    }

    /** All versions of an officer's sheet, the oldest first. */
    public List<OfficerSheet> sheets(RoundId round, Officer officer) {
        return sees(officer.district()) ? sheets.findAll(round, officer.id()) : List.of();
    }

    /** The newest sheet of each officer who serves. */
    public List<OfficerSheet> sheetsInForce(RoundId round) {
        return own().map(own -> sheets.findInForce(round, own))
                .orElseGet(() -> sheets.findInForce(round));
    }

    /** The newest sheet of each officer of a district who serves. */
    public List<OfficerSheet> sheetsInForce(RoundId round, DistrictCode district) {
        return sees(district) ? sheets.findInForce(round, district) : List.of();
    }

    /** What is being written in a district, by officer; for those alone who write it. */
    public Map<Long, List<Assignment>> drafts(RoundId round, DistrictCode district) {
        return isToHandDown(district) ? sheets.findDrafts(round, district) : Map.of();
    }

    private boolean sees(DistrictCode district) {
        return current.get().isPresent() && own().filter(own -> !own.equals(district)).isEmpty();
    }
}
