package districtkpi.ui.recording;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.shell.OwnStart;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A district's account begins with its own form while something of it is missing, and with its own
 * scores once all is handed in.
 */
@Component
class DistrictStart implements OwnStart {

    private final CurrentAccount current;
    private final Rounds rounds;
    private final RecordCount count;

    DistrictStart(CurrentAccount current, Rounds rounds, RecordCount count) {
        this.current = current;
        this.rounds = rounds;
        this.count = count;
    }

    @Override
    public Optional<String> path(PageState state) {
        return current.get()
                .flatMap(SignedIn::district)
                .flatMap(code ->
                        rounds.scoreboard(state)
                                .flatMap(scoreboard ->
                                        scoreboard
                                                .district(code)
                                                .map(district -> path(scoreboard, district))));
    }

    private String path(Scoreboard scoreboard, District district) {
        return count.count(scoreboard) > 0
                ? RecordingNavigation.RECORD
                : DistrictNavigation.path(district.code());
    }
}
