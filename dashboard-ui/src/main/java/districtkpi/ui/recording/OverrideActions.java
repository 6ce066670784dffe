package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.OverrideService;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.district.IndicatorActions;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;

/** Lets whoever answers for an indicator set another level than the computed one. */
@org.springframework.stereotype.Component
@Order(2)
class OverrideActions implements IndicatorActions {

    private final OverrideService service;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;

    OverrideActions(OverrideService service, SignOffRepository signOffs, CurrentAccount current) {
        this.service = service;
        this.signOffs = signOffs;
        this.current = current;
    }

    /** Points, totals and ranks of the page follow from the level. */
    @Override
    public Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words) {
        return of(scoreboard, district, words, () -> UI.getCurrent().refreshCurrentRoute(false));
    }

    /**
     * @param changed shows what follows, once a level was set or withdrawn
     */
    Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words, Runnable changed) {
        Agreement agreement = scoreboard.agreement();
        Optional<SignedIn> reviewer = current.get().filter(who -> who.may(Permission.REVIEW));
        if (reviewer.isEmpty()
                || scoreboard.publication().isPresent()
                || signOffs.findHolding(agreement.round()).isPresent()) {
            return _ -> Optional.empty();
        }
        return score ->
                score instanceof IndicatorScore.WithLevel found
                                && reviewer.get().answersFor(score.indicator())
                        ? Optional.of(
                                new OverrideQuestion(
                                        service, agreement, district, found, words, changed))
                        : Optional.empty();
    }
}
