package districtkpi.ui.imports;

import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What districts handed in online that the undo of an import is about, and who is told. */
class HandInsConcerned {

    private final ReviewRepository reviews;
    private final Rounds rounds;
    private final Words words;

    HandInsConcerned(ReviewRepository reviews, Rounds rounds, Words words) {
        this.reviews = reviews;
        this.rounds = rounds;
        this.words = words;
    }

    private record HandIn(DistrictCode district, IndicatorId indicator) {}

    /** A sentence for each indicator of a district; none where nothing was handed in. */
    List<String> of(UndoReport report) {
        Map<RoundId, List<ImportEffect.Change>> byRound =
                report.changes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ImportEffect.Change::round,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<String> sentences = new ArrayList<>();
        byRound.forEach((round, changes) -> addTo(sentences, round, changes, report));
        return sentences;
    }

    private void addTo(
            List<String> sentences,
            RoundId round,
            List<ImportEffect.Change> changes,
            UndoReport report) {
        List<ReviewStep> steps = reviews.findAll(round);
        Set<HandIn> told = new LinkedHashSet<>();
        for (ReviewStep step : steps) {
            if (step.action() == ReviewAction.SUBMITTED
                    && step.takenBackAt().isEmpty()
                    && step.broughtImport().equals(OptionalLong.of(report.importId()))) {
                told.add(new HandIn(step.district(), step.indicator()));
                sentences.add(
                        words.of(
                                report.status() == ImportReport.Status.COMMITTED
                                        ? "undo.told"
                                        : "undo.concerns",
                                step.indicator(),
                                name(round, step.district()),
                                words.dateTime(step.happenedAt()),
                                step.by().isEmpty() ? "–" : step.by()));
            }
        }
        Set<HandIn> moved =
                changes.stream()
                        .filter(change -> change.kind() != ImportEffect.Kind.UNCHANGED)
                        .map(change -> new HandIn(change.district(), change.measure().indicator()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        moved.removeAll(told);
        for (ReviewStep newest : ReviewStep.newest(steps)) {
            if (moved.contains(new HandIn(newest.district(), newest.indicator()))
                    && ReviewState.after(Optional.of(newest)) != ReviewState.NOT_SUBMITTED) {
                sentences.add(
                        words.of(
                                "undo.concerns.figure",
                                newest.indicator(),
                                name(round, newest.district())));
            }
        }
    }

    private String name(RoundId round, DistrictCode code) {
        return rounds.scoreboard(PageState.EMPTY.withRound(round))
                .flatMap((Scoreboard board) -> board.district(code))
                .map(District::name)
                .map(words::of)
                .orElseGet(code::value);
    }
}
