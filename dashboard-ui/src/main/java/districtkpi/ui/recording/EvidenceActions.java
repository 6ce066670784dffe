package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.recording.RecordingService;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.district.IndicatorActions;
import districtkpi.ui.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;

/**
 * Lets whoever answers for an indicator record on the district's page that its evidence came on
 * paper, before it is handed in and after it was reviewed, where a level asks for the day.
 */
@org.springframework.stereotype.Component
@Order(1)
class EvidenceActions implements IndicatorActions {

    private final RecordingService service;
    private final EvidenceRepository evidence;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;
    private final Clock clock;

    EvidenceActions(
            RecordingService service,
            EvidenceRepository evidence,
            SignOffRepository signOffs,
            CurrentAccount current,
            Clock clock) {
        this.service = service;
        this.evidence = evidence;
        this.signOffs = signOffs;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        Optional<SignedIn> reviewer = current.get().filter(who -> who.may(Permission.REVIEW));
        if (reviewer.isEmpty()
                || scoreboard.publication().isPresent()
                || !scoreboard.asOf().equals(Deadline.dayOf(clock.instant()))
                || signOffs.findHolding(round).isPresent()) {
            return _ -> Optional.empty();
        }
        List<Evidence> all = evidence.find(round, district);
        return score ->
                Optional.of(score.indicator())
                        .filter(indicator -> indicator.evidenceReceipt().isPresent())
                        .filter(indicator ->
                                reviewer.get()
                                        .unit()
                                        .filter(unit -> !unit.equals(indicator.unit()))
                                        .isEmpty())
                        .map(indicator -> {
                            List<Evidence> ofIndicator =
                                    all.stream()
                                            .filter(one -> one.indicator().equals(indicator.id()))
                                            .toList();
                            return new EvidenceReview(
                                    new EvidenceReview.Of(
                                            round,
                                            district,
                                            indicator,
                                            ofIndicator,
                                            service.dayOfReceipt(
                                                    scoreboard, district, indicator, ofIndicator)),
                                    service,
                                    evidence,
                                    words);
                        });
    }
}
