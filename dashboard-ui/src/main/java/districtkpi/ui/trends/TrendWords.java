package districtkpi.ui.trends;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.RuleChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What is said about trends in more than one place. */
record TrendWords(Words words, Followed followed) {

    String name(DistrictCode code) {
        return followed.district(code).map(District::name).map(words::of).orElseGet(code::value);
    }

    /** What is followed: {@code คะแนนรวม}, or an indicator. */
    String subject() {
        return followed.concept()
                .map(concept -> indicator(concept.latest()))
                .orElseGet(() ->
                        followed.part().isWhole()
                                ? words.of("trends.quantity.total")
                                : words.of(
                                        "trends.quantity.part",
                                        followed.part().description(words)));
    }

    String indicator(Indicator indicator) {
        return indicator.id() + " " + words.of(indicator.name());
    }

    String value(BigFraction value) {
        return followed.concept().isPresent() ? words.level(value) : words.total(value);
    }

    List<RoundId> rounds() {
        return followed.rounds().stream().map(board -> board.agreement().round()).toList();
    }

    List<String> steps() {
        return rounds().stream().map(words::shortRound).toList();
    }

    /** The remark at each round before which a rule changed that counts. */
    List<Optional<String>> breaks() {
        List<Optional<String>> breaks = new ArrayList<>();
        for (int round = 0; round < followed.rounds().size(); round++) {
            long changes =
                    followed.changes(round).stream().filter(RuleChange::affectsScores).count();
            breaks.add(
                    changes == 0
                            ? Optional.empty()
                            : Optional.of(
                                    words.of(
                                            "trends.break",
                                            steps().get(round),
                                            words.number(changes))));
        }
        return breaks;
    }

    /** How many rules changed before a round, in short. */
    List<Optional<String>> marksBelow() {
        List<Optional<String>> marks = new ArrayList<>();
        for (int round = 0; round < followed.rounds().size(); round++) {
            long changes =
                    followed.changes(round).stream().filter(RuleChange::affectsScores).count();
            marks.add(
                    changes == 0
                            ? Optional.empty()
                            : Optional.of(words.of("trends.break.short", words.number(changes))));
        }
        return marks;
    }

    String cause(Cause cause) {
        return cause(cause, words);
    }

    static String cause(Cause cause, Words words) {
        return switch (cause) {
            case RESULTS -> words.of("cause.results");
            case THRESHOLDS -> words.of("cause.thresholds");
            case WEIGHTS -> words.of("cause.weights");
            case ADDED -> words.of("cause.added");
            case DROPPED -> words.of("cause.dropped");
            case CORRECTIONS -> words.of("cause.corrections");
        };
    }

    /** Where a number is drawn. */
    static BigDecimal drawn(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
