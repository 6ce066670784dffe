package districtkpi.ui.plan;

import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.plan.Goal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** The kinds of goals, each with one number, as the address says them: {@code rank:2}. */
enum GoalKind {
    SCORE("80"),
    RANK("1"),
    FLOOR("3"),
    BUDGET("1");

    private static final BigDecimal MAX_POINTS = BigDecimal.valueOf(100);
    private static final Pattern FORM =
            Pattern.compile("(score|rank|floor|budget):([0-9]{1,6}(?:\\.[0-9]{1,4})?)");

    private final BigDecimal usual;

    GoalKind(String usual) {
        this.usual = new BigDecimal(usual);
    }

    /** What is asked for first when somebody changes to this kind. */
    BigDecimal usual() {
        return usual;
    }

    /**
     * The goal with a number.
     *
     * @throws IllegalArgumentException if no such goal has this number
     */
    Goal of(BigDecimal number) {
        return switch (this) {
            case SCORE -> {
                if (number.signum() < 0 || number.compareTo(MAX_POINTS) > 0) {
                    throw new IllegalArgumentException("Points are 0 to 100: " + number);
                }
                yield new Goal.Score(Exact.fraction(number));
            }
            case RANK -> new Goal.Rank(whole(number));
            case FLOOR -> new Goal.NothingBelow(whole(number));
            case BUDGET -> new Goal.Budget(Exact.fraction(number));
        };
    }

    private static int whole(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Not a whole number: " + number, e);
        }
    }

    static GoalKind of(Goal goal) {
        return switch (goal) {
            case Goal.Score _ -> SCORE;
            case Goal.Rank _ -> RANK;
            case Goal.NothingBelow _ -> FLOOR;
            case Goal.Budget _ -> BUDGET;
        };
    }

    /** The number of a goal. */
    static BigDecimal number(Goal goal) {
        return switch (goal) {
            case Goal.Score(BigFraction points) -> decimal(points);
            case Goal.Rank(int rank) -> BigDecimal.valueOf(rank);
            case Goal.NothingBelow(int level) -> BigDecimal.valueOf(level);
            case Goal.Budget(BigFraction effort) -> decimal(effort);
        };
    }

    /** What came from a decimal is one again. */
    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()));
    }

    /**
     * Reads {@code score:80}.
     *
     * @throws IllegalArgumentException for anything that is no goal
     */
    static Goal parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a goal: " + text);
        }
        return valueOf(matcher.group(1).toUpperCase(Locale.ROOT))
                .of(new BigDecimal(matcher.group(2)));
    }

    /** Writes what {@link #parse} reads. */
    static String write(Goal goal) {
        BigDecimal number = number(goal).stripTrailingZeros();
        return of(goal).name().toLowerCase(Locale.ROOT)
                + ":"
                + number.setScale(Math.max(0, number.scale())).toPlainString();
    }

    /** The highest number that makes sense; none for an effort. */
    String range(Words words, int districts, int levels) {
        return switch (this) {
            case SCORE -> words.of("plan.goal.range", words.number(0), words.number(MAX_POINTS));
            case RANK -> words.of("plan.goal.range", words.number(1), words.number(districts));
            case FLOOR -> words.of("plan.goal.range", words.number(1), words.number(levels));
            case BUDGET -> words.of("plan.goal.range-open");
        };
    }

    String label(Words words) {
        return switch (this) {
            case SCORE -> words.of("plan.goal.score");
            case RANK -> words.of("plan.goal.rank");
            case FLOOR -> words.of("plan.goal.floor");
            case BUDGET -> words.of("plan.goal.budget");
        };
    }

    /** A goal in words: {@code at least 80 points}. */
    static String describe(Goal goal, Words words) {
        String number = words.number(number(goal));
        return switch (of(goal)) {
            case SCORE -> words.of("plan.goal.score.text", number);
            case RANK -> words.of("plan.goal.rank.text", number);
            case FLOOR -> words.of("plan.goal.floor.text", number);
            case BUDGET -> words.of("plan.goal.budget.text", number);
        };
    }
}
