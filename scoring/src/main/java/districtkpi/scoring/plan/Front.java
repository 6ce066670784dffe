package districtkpi.scoring.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The sets of moves that are worth a thought: of every two sets, the one that costs more and gains
 * no more is left out.
 *
 * <p>The multiple-choice knapsack by dominance (Nemhauser and Ullmann 1969): indicator after
 * indicator, the sets so far are continued by each of its moves or by none, and only the front of
 * effort against gain is kept. That is exact, because whatever is added later is added to both.
 * Efforts and gains stand on a common denominator each, so that they are added up as whole numbers.
 *
 * <p>Cost: indicators × moves × sets on the front. Gains are sums of a few weights, which keeps the
 * front short.
 */
final class Front {

    private final List<State> states;
    private final BigInteger efforts;
    private final BigInteger gains;

    /** A move with its effort and gain as whole numbers. */
    private record Option(int indicator, PlannedMove move, BigInteger effort, BigInteger gain) {}

    /** A set of moves as the last one and the set before it. */
    private record State(
            BigInteger effort,
            BigInteger gain,
            int count,
            @Nullable State before,
            @Nullable Option last) {

        State with(Option option) {
            return new State(
                    effort.add(option.effort()), gain.add(option.gain()), count + 1, this, option);
        }

        List<PlannedMove> moves() {
            return options().stream().map(Option::move).toList();
        }

        List<Option> options() {
            List<Option> options = new ArrayList<>(count);
            for (State state = this; state != null; state = state.before) {
                if (state.last != null) {
                    options.add(state.last);
                }
            }
            Collections.reverse(options);
            return options;
        }
    }

    /** Earlier indicators first, lower levels first; sets of as many moves each. */
    private static final Comparator<State> BY_AGREEMENT = Front::compareByAgreement;

    private static final Comparator<State> BEST_FIRST =
            Comparator.comparing(State::effort)
                    .thenComparing(State::gain, Comparator.reverseOrder())
                    .thenComparingInt(State::count)
                    .thenComparing(BY_AGREEMENT);

    /**
     * @param choices the moves of each indicator, in the order of the agreement
     */
    Front(List<List<PlannedMove>> choices) {
        this.efforts = denominator(choices, PlannedMove::effort);
        this.gains = denominator(choices, PlannedMove::gain);
        List<State> front = List.of(new State(BigInteger.ZERO, BigInteger.ZERO, 0, null, null));
        for (int i = 0; i < choices.size(); i++) {
            List<State> base = front;
            for (PlannedMove move : choices.get(i)) {
                Option option =
                        new Option(
                                i, move, whole(move.effort(), efforts), whole(move.gain(), gains));
                front = best(front, base, option);
            }
        }
        this.states = front;
    }

    /**
     * The set that gains so much with the least effort, then with the fewest moves, then gains the
     * most; absent if none gains so much.
     */
    Optional<List<PlannedMove>> gaining(BigFraction gain) {
        BigInteger needed = ceiling(gain.multiply(gains));
        State found = null;
        for (State state : states) {
            if (found != null && !found.effort().equals(state.effort())) {
                break;
            }
            if (state.gain().compareTo(needed) >= 0) {
                found = state;
            }
        }
        return Optional.ofNullable(found).map(State::moves);
    }

    /** The set that gains the most for so much effort at the most, then costs the least. */
    List<PlannedMove> within(BigFraction effort) {
        BigInteger budget = floor(effort.multiply(efforts));
        State found = states.getFirst();
        for (State state : states) {
            if (state.effort().compareTo(budget) <= 0 && state.gain().compareTo(found.gain()) > 0) {
                found = state;
            }
        }
        return found.moves();
    }

    /** The set that gains the most of all, with the least effort for that. */
    List<PlannedMove> furthest() {
        State found = states.getLast();
        for (State state : states) {
            if (state.gain().compareTo(found.gain()) > 0) {
                found = state;
            }
        }
        return found.moves();
    }

    /** The sets of the front, each of which costs more and gains more than the last. */
    List<List<PlannedMove>> sets() {
        List<List<PlannedMove>> sets = new ArrayList<>();
        BigInteger gain = BigInteger.ONE.negate();
        for (State state : states) {
            if (state.gain().compareTo(gain) > 0) {
                gain = state.gain();
                sets.add(state.moves());
            }
        }
        return sets;
    }

    private static BigInteger floor(BigFraction number) {
        BigInteger[] parts = number.getNumerator().divideAndRemainder(number.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger ceiling(BigFraction number) {
        return floor(number.negate()).negate();
    }

    private static BigInteger denominator(
            List<List<PlannedMove>> choices, Function<PlannedMove, BigFraction> number) {
        BigInteger denominator = BigInteger.ONE;
        for (List<PlannedMove> moves : choices) {
            for (PlannedMove move : moves) {
                BigInteger own = number.apply(move).getDenominator();
                denominator = denominator.divide(denominator.gcd(own)).multiply(own);
            }
        }
        return denominator;
    }

    private static BigInteger whole(BigFraction number, BigInteger denominator) {
        return number.getNumerator().multiply(denominator.divide(number.getDenominator()));
    }

    /**
     * Merges two fronts, the second continued by a move, and leaves out what is dominated. Of sets
     * that cost the same, one that gains less is kept if it needs fewer moves: for a goal that both
     * reach it is the better one.
     */
    private static List<State> best(List<State> front, List<State> base, Option option) {
        List<State> merged = new ArrayList<>(front.size() + base.size());
        BigInteger gainForLess = BigInteger.ONE.negate();
        State first = front.getFirst();
        int i = 0;
        int j = 0;
        State continued = base.getFirst().with(option);
        while (i < front.size() || j < base.size()) {
            State next;
            if (j == base.size()
                    || (i < front.size() && BEST_FIRST.compare(front.get(i), continued) <= 0)) {
                next = front.get(i++);
            } else {
                next = continued;
                if (++j < base.size()) {
                    continued = base.get(j).with(option);
                }
            }
            if (merged.isEmpty()) {
                merged.add(next);
                first = next;
            } else if (!next.effort().equals(first.effort())) {
                if (next.gain().compareTo(first.gain()) > 0) {
                    gainForLess = first.gain();
                    merged.add(next);
                    first = next;
                }
            } else if (next.gain().compareTo(gainForLess) > 0
                    && next.count() < merged.getLast().count()) {
                merged.add(next);
            }
        }
        return merged;
    }

    private static int compareByAgreement(State one, State other) {
        List<Option> ones = one.options();
        List<Option> others = other.options();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            int order = Integer.compare(ones.get(i).indicator(), others.get(i).indicator());
            if (order == 0) {
                order = Integer.compare(ones.get(i).move().level(), others.get(i).move().level());
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
