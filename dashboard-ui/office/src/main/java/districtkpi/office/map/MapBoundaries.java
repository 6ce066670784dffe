package districtkpi.office.map;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.map.MapBoundary;
import districtkpi.db.map.MapBoundaryRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The boundaries on the map, kept in memory and read again after each change; the program is the
 * only one that changes them.
 */
@Service
public class MapBoundaries {

    private static final String SUBJECT = "setting map";

    private final MapBoundaryRepository repository;
    private final AuditTrail audit;
    private final Permit permit;
    private final WriteTransaction writing;
    private volatile Optional<MapBoundary> newest;

    MapBoundaries(
            MapBoundaryRepository repository,
            AuditTrail audit,
            Permit permit,
            WriteTransaction writing) {
        this.repository = repository;
        this.audit = audit;
        this.permit = permit;
        this.writing = writing;
        this.newest = RowScope.inProvince(repository::findNewest);
    }

    /** The newest version, also one that went back to tiles. */
    public Optional<MapBoundary> newest() {
        return newest;
    }

    /**
     * Takes boundaries in the place of those before.
     *
     * @param shown the version that was shown; 0 where there was none
     * @param geoJson absent to go back to tiles
     * @throws Refused if whoever is signed in may not, or another version is the newest meanwhile
     */
    public void replace(int shown, Optional<String> geoJson, String licence) {
        permit.require(Permission.CHANGE_SETTINGS);
        Refused.refuseIf(newest.map(MapBoundary::version).orElse(0) != shown, Reason.MAP_MOVED);
        try {
            writing.run(() -> {
                repository.add(shown + 1, geoJson, geoJson.isPresent() ? licence : "");
                audit.record(
                        AuditAction.SETTING_CHANGED,
                        SUBJECT,
                        Map.of("value", newest.map(MapBoundary::licence).orElse("")),
                        Map.of("value", geoJson.isPresent() ? licence : ""));
            });
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.MAP_MOVED);
        } finally {
            newest = RowScope.inProvince(repository::findNewest);
        }
    }
}
