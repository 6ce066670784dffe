package districtkpi.scoring.brief;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Pair;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.plan.Move;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** One thing that a director should know, with every number that a sentence about it has. */
public sealed interface Finding {

    /** No district has a result. */
    record NoResults() implements Finding {}

    /** One district alone has a total. */
    record OnlyOne(DistrictCode district, BigFraction total) implements Finding {}

    /**
     * One district leads.
     *
     * @param total its points of 100
     * @param toNext the leader with the one that follows
     * @param withinNear its ranks under weights changed by ±10 %
     * @param settled false where missing figures can still bring another one to the first rank
     */
    record Leads(BigFraction total, Pair toNext, RankInterval withinNear, boolean settled)
            implements Finding {}

    /**
     * Several share the first rank.
     *
     * @param districts at least two, by code
     * @param settled false where missing figures can still part them, or bring another one before
     *     them
     */
    record Shared(List<DistrictCode> districts, BigFraction total, boolean settled)
            implements Finding {
        public Shared {
            districts = List.copyOf(districts);
        }
    }

    /**
     * Districts whose order says little.
     *
     * @param bands of several districts, at least one, in the order of the ranking
     * @param districts that have a rank
     */
    record Close(List<Band> bands, int districts) implements Finding {
        public Close {
            bands = List.copyOf(bands);
        }

        /** How many districts are in one of the bands. */
        public int inBands() {
            return bands.stream().mapToInt(band -> band.districts().size()).sum();
        }
    }

    /** No two neighbours tie or nearly tie. */
    record Clear(int districts) implements Finding {}

    /** There is no earlier round in which a district had a total. */
    record NothingBefore() implements Finding {}

    /** All districts that have a total in both rounds kept their rank. */
    record NoneMoved(int districts) implements Finding {}

    /** The district that rose, or fell, by most ranks. */
    record Moved(RankMovement.Row rank, TotalMovement total, Cause cause) implements Finding {}

    /**
     * Results that reached their level by a hair.
     *
     * @param results how many
     * @param most the one with the most points at stake
     */
    record OnTheEdge(int results, CliffWatch.Edge most) implements Finding {}

    /**
     * Figures that nobody reported.
     *
     * @param districts how many lack some
     * @param most the one with the most points open
     */
    record MissingFigures(int districts, Attention.Missing most) implements Finding {}

    /**
     * Totals that fell in both of the last two rounds.
     *
     * @param districts how many
     * @param deepest the one that fell furthest
     */
    record TwiceFalling(int districts, Attention.TwiceFalling deepest) implements Finding {}

    /** Nothing is on the edge, nothing is missing, and no total fell twice. */
    record NothingAtRisk() implements Finding {}

    /**
     * A move that gains the province much.
     *
     * @param meanGain by how much the mean of the province rises
     */
    record Gain(Move.Climb climb, BigFraction meanGain) {}

    /**
     * What would gain the province most.
     *
     * @param moves one to three, the largest gain first
     */
    record BestMoves(List<Gain> moves) implements Finding {
        public BestMoves {
            moves = List.copyOf(moves);
        }
    }

    /** With what is known, no district can rise a level in anything. */
    record NothingToGain() implements Finding {}
}
