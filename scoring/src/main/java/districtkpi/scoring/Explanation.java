package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a level was reached.
 *
 * <p>A value: equal if it says the same. It is worked out when it is first read, because whoever
 * ranks a whole nation reads none; it depends on nothing that can change in between.
 */
public final class Explanation {

    private final Supplier<Content> source;
    // Threads that read at the same time may both work it out, to equal contents.
    private volatile @Nullable Content content;

    /** What an explanation says. */
    record Content(List<LevelCheck> levels, List<NextLevel> above, List<ComputedFigure> computed) {
        Content {
            levels = List.copyOf(levels);
            above = List.copyOf(above);
            computed = List.copyOf(computed);
        }
    }

    /**
     * @param source gives the same content each time
     */
    Explanation(Supplier<Content> source) {
        this.source = source;
    }

    /** The checks of levels 1 to 5, in this order. */
    public List<LevelCheck> levels() {
        return content().levels();
    }

    /** The way to the next level; absent at the top level, and where somebody set the level. */
    public Optional<NextLevel> next() {
        return above().stream().findFirst();
    }

    /** The ways to every level above the one that was reached, the next one first. */
    public List<NextLevel> above() {
        return content().above();
    }

    /** What each computed measure of the indicator came to, in the order of the agreement. */
    public List<ComputedFigure> computed() {
        return content().computed();
    }

    /** The same checks without any way to a higher level. */
    Explanation withoutWays() {
        return new Explanation(() -> new Content(levels(), List.of(), computed()));
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = source.get();
            content = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation explanation && content().equals(explanation.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return "Explanation[levels=" + levels() + ", above=" + above() + "]";
    }

    /** How a condition turned out. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** The measure is missing, or figures that it is computed from are. */
        UNKNOWN;

        /** What all of the cases that are still possible come to. */
        static Outcome of(Stream<Boolean> cases) {
            List<Boolean> different = cases.distinct().toList();
            if (different.size() > 1) {
                return UNKNOWN;
            }
            return different.getFirst() ? HOLDS : FAILS;
        }
    }

    /**
     * A level with each of its conditions.
     *
     * @param outcome of the level's own conditions together: fails if one fails, else unknown if
     *     one is unknown
     */
    public record LevelCheck(Level level, Outcome outcome, List<ConditionCheck> conditions) {
        public LevelCheck {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A condition, how it turned out and how far it was missed.
     *
     * @param distance what is lacking; absent where the condition holds
     */
    public record ConditionCheck(
            Condition condition, Outcome outcome, Optional<Distance> distance) {}

    /**
     * What has to change for a level above the one that was reached.
     *
     * @param level the level to reach
     * @param missing what is lacking, one for each condition that does not hold (of this level and,
     *     on a cumulative ladder, of those below it, which the floor of an agreement can skip); the
     *     same is said once
     */
    public record NextLevel(Level level, List<Distance> missing) {
        public NextLevel {
            missing = List.copyOf(missing);
        }

        /** False where no later result can bring it, such as after a deadline was missed. */
        public boolean isReachable() {
            return missing.stream().noneMatch(Distance.OutOfReach.class::isInstance);
        }
    }
}
