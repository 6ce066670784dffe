package districtkpi.ui.recording;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.ui.shell.WaitingCount;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many indicators the district of whoever is signed in has still to hand in. */
@Component
class RecordCount implements WaitingCount {

    private final ReviewRepository reviews;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;

    RecordCount(ReviewRepository reviews, SignOffRepository signOffs, CurrentAccount current) {
        this.reviews = reviews;
        this.signOffs = signOffs;
        this.current = current;
    }

    @Override
    public String menuTitle() {
        return "nav.record";
    }

    @Override
    public long count(Scoreboard scoreboard) {
        return current.get()
                .flatMap(SignedIn::district)
                .flatMap(scoreboard::district)
                .map(district -> missing(scoreboard, district))
                .orElse(0L);
    }

    /** None once the round was signed off: nothing can be handed in any more. */
    private long missing(Scoreboard scoreboard, District district) {
        RoundId round = scoreboard.agreement().round();
        if (signOffs.findHolding(round).isPresent()) {
            return 0;
        }
        List<ReviewStep> steps = reviews.find(round, district.code());
        return scoreboard
                .agreement()
                .indicators()
                .filter(indicator -> indicator.appliesIn(district.code()))
                .map(indicator -> ReviewHistory.of(steps, district.code(), indicator.id()))
                .filter(standing -> standing.state().isMissing())
                .count();
    }
}
