package districtkpi.office.words;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.scoring.movement.RuleChange;
import districtkpi.scoring.movement.RuleChange.Wording.Where;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said about a change of the rules from one agreement to the next: a sentence each. */
public final class RuleChangeWords {

    private final Words words;

    public RuleChangeWords(Words words) {
        this.words = words;
    }

    /** The change in a sentence. */
    public String sentence(RuleChange change) {
        return switch (change) {
            case RuleChange.SectionShare(var section, var before, var after) ->
                    words.of(
                            "rule-change.share",
                            words.of(section),
                            words.number(before),
                            words.number(after));
            case RuleChange.WeightsOutOf(var section, var before, var after) ->
                    words.of(
                            "rule-change.weights-out-of",
                            words.of(section),
                            words.number(before),
                            words.number(after));
            case RuleChange.Floor(var before, var after) ->
                    words.of("rule-change.floor", floor(before), floor(after));
            case RuleChange.Ratings(var before, var after) ->
                    words.of(
                            "rule-change.ratings",
                            new RatingWords(words).list(before),
                            new RatingWords(words).list(after));
            case RuleChange.IndicatorFloor(var _, var later, var before, var after) ->
                    words.of(
                            "rule-change.indicator-floor",
                            name(later),
                            floor(before),
                            floor(after));
            case RuleChange.LevelScores(var earlier, var later) ->
                    words.of(
                            "rule-change.level-scores",
                            name(later),
                            scores(earlier),
                            scores(later));
            case RuleChange.Added(var later) ->
                    words.of("rule-change.added", name(later), weight(later));
            case RuleChange.Dropped(var earlier) ->
                    words.of("rule-change.dropped", name(earlier), weight(earlier));
            case RuleChange.Weight(var earlier, var later) ->
                    words.of("rule-change.weight", name(later), weight(earlier), weight(later));
            case RuleChange.TermsOfDistrict(
                            var earlier,
                            var later,
                            var district,
                            var before,
                            var after) ->
                    words.of(
                            "rule-change.district",
                            name(later),
                            district,
                            terms(earlier, before),
                            terms(later, after));
            case RuleChange.Stages(var earlier, var later) ->
                    words.of("rule-change.stages", name(later), stages(earlier), stages(later));
            case RuleChange.SectionMoved(var _, var later, var before, var after) ->
                    words.of("rule-change.moved", name(later), words.of(before), words.of(after));
            case RuleChange.Threshold threshold -> threshold(threshold);
            case RuleChange.MeasureDefinition definition -> definition(definition);
            case RuleChange.ComputationChange computation -> computation(computation);
            case RuleChange.LadderChange(var earlier, var later) ->
                    words.of(
                            "rule-change.ladder",
                            name(later),
                            ladder(earlier.ladder().value()),
                            ladder(later.ladder().value()));
            case RuleChange.InterpolationChange(var earlier, var later) ->
                    words.of(
                            "rule-change.interpolation",
                            name(later),
                            interpolation(earlier.interpolation().value()),
                            interpolation(later.interpolation().value()));
            case RuleChange.Wording(var _, var later, var where) ->
                    words.of(
                            "rule-change.wording",
                            name(later),
                            where.stream().map(this::where).collect(Collectors.joining(", ")));
        };
    }

    private String weight(Indicator indicator) {
        return indicator.isWatchedOnly()
                ? words.of("watched.weight")
                : words.number(indicator.weight());
    }

    private String name(Indicator indicator) {
        return indicator.id() + " " + words.of(indicator.name());
    }

    private String terms(Indicator indicator, Optional<DistrictTerms> terms) {
        return terms.map(own -> new DistrictTermsWords(words).of(indicator, own))
                .orElseGet(() -> words.of("rule-change.as-for-all"));
    }

    private String stages(Indicator indicator) {
        StageWords said = new StageWords(words);
        return indicator.stages().isEmpty()
                ? words.of("rule-change.no-stages")
                : indicator.stages().stream()
                        .map(stage -> said.of(indicator, stage))
                        .collect(Collectors.joining("; "));
    }

    private String floor(BelowLevelOne floor) {
        return new BelowLevelOneWords(words).of(floor);
    }

    /** What its levels are worth, such as {@code 1/3/5}. */
    private String scores(Indicator indicator) {
        return indicator.levels().stream().map(words::level).collect(Collectors.joining("/"));
    }

    private String threshold(RuleChange.Threshold change) {
        return words.of(
                "rule-change.threshold",
                name(change.later()),
                words.level(
                        change.level() <= change.later().topLevel()
                                ? change.later()
                                : change.earlier(),
                        change.level()),
                conditions(change.earlier(), change.before()),
                conditions(change.later(), change.after()));
    }

    private String conditions(Indicator indicator, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return words.of("rule-change.no-condition");
        }
        MeasureWords measures = new MeasureWords(words, indicator);
        return conditions.stream().map(measures::condition).collect(Collectors.joining("; "));
    }

    private String definition(RuleChange.MeasureDefinition change) {
        if (change.before().isEmpty()) {
            return words.of(
                    "rule-change.measure-added",
                    name(change.later()),
                    words.of(change.after().orElseThrow().name()));
        }
        if (change.after().isEmpty()) {
            return words.of(
                    "rule-change.measure-dropped",
                    name(change.later()),
                    words.of(change.before().get().name()));
        }
        return words.of(
                change.comparable() ? "rule-change.measure" : "rule-change.measure-kind",
                name(change.later()),
                words.of(change.after().get().name()));
    }

    private String computation(RuleChange.ComputationChange change) {
        if (change.after().isEmpty()) {
            return words.of(
                    "rule-change.computation-dropped",
                    name(change.later()),
                    words.of(change.before().orElseThrow().name()));
        }
        ComputedMeasure measure = change.after().get();
        ComputationWords computations = new ComputationWords(words, change.later());
        return words.of(
                change.before().isEmpty()
                        ? "rule-change.computation-added"
                        : "rule-change.computation",
                name(change.later()),
                words.of(measure.name()),
                Stream.concat(
                                Stream.of(computations.rule(measure)),
                                computations.steps(measure).stream())
                        .collect(Collectors.joining("; ")));
    }

    private String ladder(Ladder ladder) {
        return switch (ladder) {
            case CUMULATIVE -> words.of("terms.cumulative");
            case HIGHEST -> words.of("terms.highest");
        };
    }

    private String interpolation(Interpolation interpolation) {
        return switch (interpolation) {
            case NONE -> words.of("rule-change.whole-levels");
            case LINEAR -> words.of("terms.linear");
        };
    }

    private String where(Where where) {
        return switch (where) {
            case NAME -> words.of("rule-change.where.name");
            case MEASURE_NAME -> words.of("rule-change.where.measure");
            case LEVEL_TEXT -> words.of("rule-change.where.level");
            case NOTES -> words.of("rule-change.where.notes");
            case RESPONSIBLE_UNIT -> words.of("rule-change.where.unit");
        };
    }
}
