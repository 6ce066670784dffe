package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.district.IndicatorActions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;

/**
 * Keeps the evidence of an indicator within reach on the district's page, for the district, for
 * whoever publishes and for whoever answers for the indicator, who records here too that it came on
 * paper, before it is handed in and after it was reviewed, where a level asks for the day.
 */
@org.springframework.stereotype.Component
@Order(1)
class EvidenceActions implements IndicatorActions {

    private final RecordingService service;
    private final EvidenceRepository evidence;
    private final EvidenceFiles files;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;
    private final Clock clock;

    EvidenceActions(
            RecordingService service,
            EvidenceRepository evidence,
            EvidenceFiles files,
            SignOffRepository signOffs,
            CurrentAccount current,
            Clock clock) {
        this.service = service;
        this.evidence = evidence;
        this.files = files;
        this.signOffs = signOffs;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words) {
        Optional<SignedIn> who = current.get();
        boolean own = who.flatMap(SignedIn::district).filter(district::equals).isPresent();
        Optional<SignedIn> reviewer = who.filter(one -> one.may(Permission.REVIEW));
        // Whoever answers for all results sees what bears them out.
        boolean all = who.filter(one -> one.may(Permission.PUBLISH)).isPresent();
        if ((!own && !all && reviewer.isEmpty())
                || scoreboard.publication().isPresent()
                || !scoreboard.asOf().equals(Deadline.dayOf(clock.instant()))) {
            return _ -> Optional.empty();
        }
        RoundId round = scoreboard.agreement().round();
        boolean open = signOffs.findHolding(round).isEmpty();
        List<Evidence> counting = evidence.find(round, district);
        return score -> {
            Indicator indicator = score.indicator();
            boolean reviews = reviewer.filter(one -> one.answersFor(indicator)).isPresent();
            List<Evidence> ofIndicator =
                    counting.stream()
                            .filter(one -> one.indicator().equals(indicator.id()))
                            .toList();
            if (reviews && open && indicator.evidenceReceipt().isPresent()) {
                return Optional.of(
                        new EvidenceReview(
                                new EvidenceReview.Of(
                                        round,
                                        district,
                                        indicator,
                                        ofIndicator,
                                        service.dayOfReceipt(
                                                scoreboard, district, indicator, ofIndicator)),
                                service,
                                files,
                                words,
                                // Points, totals and ranks of the page may follow.
                                () -> UI.getCurrent().refreshCurrentRoute(false)));
            }
            return Optional.of(ofIndicator)
                    .filter(some -> (own || all || reviews) && !some.isEmpty())
                    .map(some -> list(indicator, some, words));
        };
    }

    private Component list(Indicator indicator, List<Evidence> some, Words words) {
        Details details =
                new Details(
                        words.of("evidence.count", words.number(some.size())),
                        new EvidenceList(
                                indicator, some, files, words, EvidenceList.Withdrawal.NONE));
        details.setId("evidence-" + indicator.id());
        return details;
    }
}
