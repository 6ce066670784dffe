package districtkpi.ui.state;

import com.vaadin.flow.server.VaadinSession;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.result.ImportFilter;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.account.Channel;
import districtkpi.office.analysis.Recent;
import districtkpi.ui.security.AccountAuthentication;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Which imports came in since whoever is signed in began the visit before this one. When that was
 * is read from the audit, where each sign-in stands already; nothing else is kept about anybody.
 * What an account brought in before this visit it has seen, and does not find marked again.
 */
@Component
public class RecentImports {

    /** More at once is not news but another state of the round. */
    private static final int MAX_IMPORTS = 100;

    private static final int SIGN_INS = 20;

    private final AuditTrail audit;
    private final ImportRepository imports;

    RecentImports(AuditTrail audit, ImportRepository imports) {
        this.audit = audit;
        this.imports = imports;
    }

    /** The last visit, as it was found out once in this one. */
    private record Visit(Instant since, Optional<Instant> before) {}

    /** Nothing of a revision or an earlier day: both are what they were. */
    public Recent of(Scoreboard scoreboard) {
        return new Recent(
                scoreboard,
                scoreboard.publication().isPresent()
                        ? Set.of()
                        : AccountAuthentication.in(
                                        SecurityContextHolder.getContext().getAuthentication())
                                .map(own -> since(scoreboard, own))
                                .orElse(Set.of()));
    }

    private Set<Long> since(Scoreboard scoreboard, AccountAuthentication own) {
        return visit(own).before().map(before -> since(scoreboard, own, before)).orElse(Set.of());
    }

    private Set<Long> since(Scoreboard scoreboard, AccountAuthentication own, Instant before) {
        ImportFilter ofRound = new ImportFilter(null, scoreboard.agreement().round());
        return imports.findNewest(ofRound, Long.MAX_VALUE, MAX_IMPORTS).stream()
                .filter(stored -> stored.committedAt().isAfter(before))
                .filter(stored -> stored.undone().isEmpty())
                .filter(stored ->
                        stored.committedAt().isAfter(own.since())
                                || !stored.broughtBy().equals(Optional.of(own.who().name())))
                .map(StoredImport::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Visit visit(AccountAuthentication own) {
        VaadinSession session = VaadinSession.getCurrent();
        Visit known = session.getAttribute(Visit.class);
        if (known != null && known.since().equals(own.since())) {
            return known;
        }
        Visit visit = new Visit(own.since(), before(own));
        session.setAttribute(Visit.class, visit);
        return visit;
    }

    /** The newest sign-in on a page is that of this visit. */
    private Optional<Instant> before(AccountAuthentication own) {
        AuditFilter signIns = new AuditFilter(AuditAction.SIGNED_IN, own.who().name());
        List<AuditEntry> found =
                RowScope.inProvince(() -> audit.findNewest(signIns, Long.MAX_VALUE, SIGN_INS));
        return found.stream()
                .filter(RecentImports::isOnAPage)
                .map(AuditEntry::happenedAt)
                .filter(at -> !at.isAfter(own.since()))
                .skip(1)
                .findFirst();
    }

    private static boolean isOnAPage(AuditEntry entry) {
        String way = entry.after().get("way");
        return Objects.equals(way, Channel.PAGE.key())
                || Objects.equals(way, Channel.PROVIDER.key());
    }
}
