package districtkpi.ui.recording;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.ui.shell.WaitingCount;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many indicators of districts wait for a review by whoever is signed in. */
@Component
class ReviewCount implements WaitingCount {

    private final ReviewRepository reviews;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;

    ReviewCount(ReviewRepository reviews, SignOffRepository signOffs, CurrentAccount current) {
        this.reviews = reviews;
        this.signOffs = signOffs;
        this.current = current;
    }

    @Override
    public String menuTitle() {
        return "nav.review";
    }

    /** None once the round was signed off: nothing can be reviewed any more. */
    @Override
    public long count(Scoreboard scoreboard) {
        RoundId round = scoreboard.agreement().round();
        if (signOffs.findHolding(round).isPresent()) {
            return 0;
        }
        Optional<UnitId> unit = current.get().flatMap(SignedIn::unit);
        Set<IndicatorId> own =
                ReviewView.indicators(scoreboard, unit).stream()
                        .map(Indicator::id)
                        .collect(Collectors.toSet());
        return ReviewStep.newest(reviews.findAll(round)).stream()
                .filter(step -> own.contains(step.indicator()))
                .filter(step -> ReviewState.after(Optional.of(step)) == ReviewState.WAITING)
                .count();
    }
}
