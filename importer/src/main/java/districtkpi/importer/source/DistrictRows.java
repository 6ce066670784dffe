package districtkpi.importer.source;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The rows of one district on one sheet as far as it has to be known whether a row restates others:
 * their sums, and where totals stood among them. However many rows there are, this stays small.
 *
 * <p>Where amounts are not added but compared, as the numbers of a work plan are, small numbers are
 * sums of others by chance all the time: there only the last row can restate all others.
 *
 * <p>A row restates others if each of its amounts is the sum of theirs, or 0 as long as another one
 * is such a sum: many totals have only one of their columns filled. The others are all rows since
 * the beginning or since a total (so that totals of totals are found), or for a total that stands
 * first, those that follow.
 */
final class DistrictRows {

    private static final int MAX_REMEMBERED = 64;
    private static final int MIN_BY_CHANCE = 3;

    private final boolean added;
    private final BigDecimal[] sums;
    private final int[] rows;

    /** Columns that say what a row is about and that every row so far had filled. */
    private long filledInAll = -1;

    private long filledInLast = -1;
    private BigDecimal[] lastAmounts;
    private int count;

    /** What rows are worth together of which it is asked whether they are totals. */
    private final BigDecimal[] doubtful;

    private final int[] rowsInDoubt;
    private int places;

    /** The beginning, and the places of totals; the newest first. */
    private final Deque<Point> points = new ArrayDeque<>();

    /** Rows that may be the totals of what follows; the newest first. */
    private final Deque<Head> heads = new ArrayDeque<>();

    /** The row that was added last, as long as it may restate all others. */
    private int lastLine;

    private boolean lastIsSum;

    /**
     * @param added whether the amounts are added by the measures
     */
    DistrictRows(int amounts, boolean added) {
        this.added = added;
        sums = new BigDecimal[amounts];
        Arrays.fill(sums, BigDecimal.ZERO);
        rows = new int[amounts];
        lastAmounts = sums;
        doubtful = sums.clone();
        rowsInDoubt = new int[amounts];
        points.push(point());
    }

    /**
     * What was added up to a place.
     *
     * @param rows that are not 0, for each amount
     */
    private record Point(int number, BigDecimal[] sums, int[] rows) {

        /** A row before this place is a total and none of what is added. */
        void takeOut(BigDecimal[] amounts) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].subtract(amounts[i]);
                rows[i] -= amounts[i].signum() == 0 ? 0 : 1;
            }
        }
    }

    /** A row that may be the total of what follows. */
    private static final class Head {
        private final int line;
        private final BigDecimal[] amounts;
        private final long filled;
        private final boolean named;
        private final Point behind;

        /** What is added up once the rows behind it are worth the same. */
        private final BigDecimal[] aim;

        private long filledInAllAfter = -1;

        /**
         * @param named whether it is called a total, and so is no part of the sums
         */
        Head(int line, BigDecimal[] amounts, long filled, boolean named, Point behind) {
            this.line = line;
            this.amounts = amounts;
            this.filled = filled;
            this.named = named;
            this.behind = behind;
            this.aim = new BigDecimal[amounts.length];
            aim();
        }

        private void aim() {
            for (int i = 0; i < aim.length; i++) {
                aim[i] = behind.sums()[i].add(amounts[i]);
            }
        }

        void takeOut(BigDecimal[] total) {
            behind.takeOut(total);
            aim();
        }

        /** Whether all rows that follow say more about themselves. */
        boolean saysLess() {
            return (filledInAllAfter & ~filled) != 0;
        }
    }

    /** Is told of totals. */
    @FunctionalInterface
    interface Total {
        void found(int line, BigDecimal[] amounts);
    }

    private Point point() {
        return new Point(places++, sums.clone(), rows.clone());
    }

    /** How many rows were added. */
    int count() {
        return count;
    }

    /** The sums of the rows. */
    BigDecimal[] sums() {
        return sums.clone();
    }

    /**
     * Whether a row restates rows before it.
     *
     * @param filled a bit for each column that says what a row is about and that it has filled
     */
    boolean restates(BigDecimal[] amounts, long filled) {
        boolean saysLess = count > 0 && (filledInAll & ~filled) != 0;
        return added && (isSumOfSome(amounts, saysLess ? 1 : 2) || isSumWithDoubtful(amounts));
    }

    /** Whether it restates all rows, those that are asked about among them. */
    private boolean isSumWithDoubtful(BigDecimal[] amounts) {
        boolean found = false;
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i].signum() != 0) {
                if (rowsInDoubt[i] == 0 || sums[i].add(doubtful[i]).compareTo(amounts[i]) != 0) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** It is asked whether a row is a total: it may be one, or a row like others. */
    void addDoubtful(BigDecimal[] amounts) {
        for (int i = 0; i < amounts.length; i++) {
            doubtful[i] = doubtful[i].add(amounts[i]);
            rowsInDoubt[i] += amounts[i].signum() == 0 ? 0 : 1;
        }
        keep(point());
    }

    private boolean isSumOfSome(BigDecimal[] amounts, int fewest) {
        BigDecimal[] before = new BigDecimal[amounts.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = amounts[i].signum() == 0 ? sums[i] : sums[i].subtract(amounts[i]);
        }
        for (Point from : points) {
            if (isSum(amounts, before, from.sums(), from, fewest)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each amount that is not 0 is the sum of enough rows. */
    private boolean isSum(
            BigDecimal[] amounts, BigDecimal[] some, BigDecimal[] others, Point from, int fewest) {
        boolean found = false;
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i].signum() != 0) {
                if (some[i].compareTo(others[i]) != 0 || rows[i] - from.rows()[i] < fewest) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** Whether the amounts, none of which is 0, are the sums of all rows. */
    private boolean isSumOfAll(BigDecimal[] amounts) {
        return Arrays.stream(amounts).noneMatch(amount -> amount.signum() == 0)
                && isSum(amounts, amounts, sums, points.getLast(), MIN_BY_CHANCE);
    }

    /**
     * A row that is called a total stands here, of rows before it or behind it.
     *
     * @param amounts empty where they are not known
     */
    void addTotal(int line, Optional<BigDecimal[]> amounts, long filled) {
        amounts.filter(known -> !isSumOfSome(known, 1))
                .filter(known -> Arrays.stream(known).anyMatch(one -> one.signum() != 0))
                .ifPresent(known -> push(new Head(line, known, filled, true, point())));
        keep(point());
    }

    private void keep(Point point) {
        points.push(point);
        if (points.size() > MAX_REMEMBERED) {
            Point beginning = points.removeLast();
            points.removeLast();
            points.addLast(beginning);
        }
    }

    /**
     * Adds a row.
     *
     * @param restated is told of rows that turn out to be totals of those behind them
     */
    void add(int line, BigDecimal[] amounts, long filled, Total restated) {
        if (added && count > 1 && (filled & ~filledInLast) != 0) {
            // The row before says less about itself than this one.
            push(new Head(lastLine, lastAmounts, filledInLast, false, point()));
        }
        lastLine = line;
        lastAmounts = amounts;
        lastIsSum = !added && isSumOfAll(amounts);
        for (int i = 0; i < amounts.length; i++) {
            sums[i] = sums[i].add(amounts[i]);
            rows[i] += amounts[i].signum() == 0 ? 0 : 1;
        }
        heads.forEach(head -> head.filledInAllAfter &= filled);
        close(restated, false);
        if (added && count == 0) {
            push(new Head(line, amounts, filled, false, point()));
        }
        count++;
        filledInAll &= filled;
        filledInLast = filled;
    }

    private void push(Head head) {
        heads.push(head);
        if (heads.size() > MAX_REMEMBERED) {
            Head first = heads.removeLast();
            heads.removeLast();
            heads.addLast(first);
        }
    }

    /**
     * The last row was added.
     *
     * @param restated is told of rows that turn out to be totals of those behind them
     * @param differing is told of rows that are called totals and are none of any rows
     */
    void end(Total restated, Total differing) {
        close(restated, true);
        if (lastIsSum) {
            restated.found(lastLine, sums());
        }
        heads.stream()
                .filter(head -> head.named && count > 0)
                .forEach(head -> differing.found(head.line, head.amounts));
    }

    /** Among the rows a head has to say less than what follows; behind the last the sum will do. */
    private void close(Total restated, boolean atEnd) {
        Iterator<Head> open = heads.iterator();
        while (open.hasNext()) {
            Head head = open.next();
            boolean saysLess = head.named || head.saysLess();
            if ((saysLess || atEnd)
                    && isSum(head.amounts, sums, head.aim, head.behind, saysLess ? 1 : 2)) {
                open.remove();
                if (!head.named) {
                    restated.found(head.line, head.amounts);
                    takeOut(head);
                }
            }
        }
    }

    private void takeOut(Head total) {
        new Point(0, sums, rows).takeOut(total.amounts);
        int place = total.behind.number();
        points.stream()
                .filter(later -> later.number() > place)
                .forEach(later -> later.takeOut(total.amounts));
        heads.stream()
                .filter(later -> later.behind.number() > place)
                .forEach(later -> later.takeOut(total.amounts));
    }
}
