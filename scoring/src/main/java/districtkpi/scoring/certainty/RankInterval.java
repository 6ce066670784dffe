package districtkpi.scoring.certainty;

/**
 * The ranks that a district can have.
 *
 * <p>Worked out pair by pair, so that it is never too narrow. It can be too wide: two districts
 * that can each pass a third need not be able to do so at the same time.
 *
 * @param best from 1
 * @param worst not less than {@code best}
 */
public record RankInterval(int best, int worst) {

    public RankInterval {
        if (best < 1 || worst < best) {
            throw new IllegalArgumentException("Not an interval of ranks: " + best + "–" + worst);
        }
    }

    /** True where nothing can change the rank. */
    public boolean isCertain() {
        return best == worst;
    }

    /** True where the district is first whatever happens, if perhaps together with others. */
    public boolean isCertainlyFirst() {
        return worst == 1;
    }

    public boolean contains(int rank) {
        return best <= rank && rank <= worst;
    }
}
