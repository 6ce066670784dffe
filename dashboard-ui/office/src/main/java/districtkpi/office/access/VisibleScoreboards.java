package districtkpi.office.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Rounds as far as whoever asks may see them: a district sees what is published, and of what is not
 * only itself. Every screen and file gets its rounds here.
 */
@Component
public class VisibleScoreboards {

    private static final int MAX = 64;

    private final ScoreboardQuery all;
    private final PublicationRepository publications;
    private final CurrentAccount current;

    /** Shared like the scoreboards that they are parts of; weak keys are compared as objects. */
    private final Cache<Scoreboard, Map<DistrictCode, Scoreboard>> parts =
            Caffeine.newBuilder().weakKeys().maximumSize(MAX).build();

    VisibleScoreboards(
            ScoreboardQuery all, PublicationRepository publications, CurrentAccount current) {
        this.all = all;
        this.publications = publications;
        this.current = current;
    }

    /** A round with all figures up to today; absent if it was not opened. */
    public Optional<Scoreboard> find(RoundId round) {
        return all.find(round).map(this::visible);
    }

    /** A round with the figures up to a day; absent if it was not opened. */
    public Optional<Scoreboard> find(RoundId round, LocalDate asOf) {
        return all.find(round, asOf).map(this::visible);
    }

    /** A round as it was published; absent if there is no such revision. */
    public Optional<Scoreboard> find(RoundId round, int revision) {
        return publications.findScoreboard(round, revision);
    }

    /**
     * As much of a revision as is seen of a round that it is compared with: where that is one
     * district alone, what is published of the others is no change.
     */
    public Scoreboard alike(Scoreboard revision, Scoreboard compared) {
        return compared.publication().isPresent() ? revision : visible(revision);
    }

    /**
     * The rounds before one, oldest first; before a revision, as they were public then.
     *
     * @param most how many at the most
     */
    public List<Scoreboard> findBefore(Scoreboard scoreboard, int most) {
        return scoreboard
                .publication()
                .map(publication -> publications.findBefore(publication, most))
                .orElseGet(() ->
                        all.findBefore(scoreboard.agreement().round(), most).stream()
                                .map(this::visible)
                                .toList());
    }

    /**
     * A round and those right before it, oldest first, each with all of its figures; the last one
     * as it is given.
     *
     * @param most how many rounds in all, at least 1
     */
    public List<Scoreboard> upTo(Scoreboard scoreboard, int most) {
        List<Scoreboard> rounds = new ArrayList<>(findBefore(scoreboard, most - 1));
        rounds.add(scoreboard);
        return rounds;
    }

    /** Whether what is not published is hidden from whoever asks, but for one district. */
    public boolean areOfOneDistrict() {
        return district().isPresent();
    }

    private Optional<DistrictCode> district() {
        return current.get().flatMap(SignedIn::district);
    }

    private Scoreboard visible(Scoreboard scoreboard) {
        return district()
                .map(code ->
                        parts.get(scoreboard, _ -> new ConcurrentHashMap<>())
                                .computeIfAbsent(code, scoreboard::only))
                .orElse(scoreboard);
    }
}
