package districtkpi.importer.source;

import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.WhatCounts.DoubtfulRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows say again what another row of their sheet says: the same in every cell, or the same
 * thing on several days, as a sheet does that holds a state for each month. A file is read once to
 * find them; once somebody said what they are, it is read again by what was found.
 */
final class Repeats {

    /** Rows that are compared; of more it is said that they were not. */
    static final int MAX_COMPARED = 100_000;

    /** More than a page shows; of all of them it is known where they stand. */
    private static final int MAX_SHOWN = 200;

    /** Rows of one thing that are looked at one by one. */
    private static final int MAX_LOOKED_AT = 8;

    /** Numbers that grow from one row to the next do so by chance every other time. */
    private static final int MIN_GROWING = 3;

    private final Optional<DoubtfulRows> answer;
    private final Map<Integer, BitSet> found;
    private final Map<Thing, Group> groups = new HashMap<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private int compared;
    private boolean full;

    private Repeats(Optional<DoubtfulRows> answer, Map<Integer, BitSet> found) {
        this.answer = answer;
        this.found = found;
    }

    /** For a file that nothing is known of. */
    static Repeats open() {
        return new Repeats(Optional.empty(), new HashMap<>());
    }

    /** The same once it was said what the rows are. */
    Repeats settled(DoubtfulRows said) {
        Map<Integer, BitSet> lines = new HashMap<>();
        List<Repeated> unknown = new ArrayList<>();
        for (Repeated row : repeated()) {
            if (row.kind() == Kind.ONE_OF_UNKNOWN_ORDER && said == DoubtfulRows.LEAVE_OUT) {
                unknown.add(row);
            } else {
                lines.computeIfAbsent(row.sheet(), _ -> new BitSet()).set(row.line());
            }
        }
        Repeats settled = new Repeats(Optional.of(said), lines);
        settled.full = full;
        // Which of them to leave out cannot be told.
        settled.repeated.addAll(unknown);
        return settled;
    }

    /**
     * What a row is about.
     *
     * @param described a number for all that it says about itself but when and how much
     */
    record Thing(int sheet, DistrictCode district, long described) {}

    /** What moments are counted by; those of different scales cannot be compared. */
    enum Scale {
        DAYS,
        /** Of a fiscal year that is not named. */
        MONTHS,
        /** Of reports. */
        NUMBERS,
        NUMBERS_OF_YEARS
    }

    /** What puts a row before or behind another one. */
    record Moment(Scale scale, long number) {}

    /**
     * What a row says.
     *
     * @param when a number for all that it says of days and months
     * @param moments by their places, those that can be read; they order the rows of a thing
     * @param numbers that it has
     * @param amounts those of which sums are made, or rows are counted by
     */
    record Row(
            Thing thing,
            long when,
            Map<Integer, Moment> moments,
            List<BigDecimal> numbers,
            List<BigDecimal> amounts,
            int line) {

        Row {
            moments = Map.copyOf(moments);
        }
    }

    private record RowPrint(long when, List<BigDecimal> numbers) {

        static RowPrint of(Row row) {
            return new RowPrint(row.when(), row.numbers().stream().map(RowPrint::plain).toList());
        }

        private static BigDecimal plain(BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /**
     * A row that says again what another one says, or said before it.
     *
     * @param other the line of that one
     */
    record Repeated(
            int sheet,
            int line,
            DistrictCode district,
            int other,
            Kind kind,
            List<BigDecimal> amounts) {}

    /** In which way a row says again what another one says. */
    enum Kind {
        /** All of it is the same. */
        SAME,
        EARLIER,
        /** Earlier or later: nothing tells which is the newest. */
        ONE_OF_UNKNOWN_ORDER
    }

    /** The rows of one thing; those that say exactly what another one does are none of them. */
    private static final class Group {
        private final Row first;
        private final boolean inPeriods;
        private List<Row> later = List.of();

        /** What the rows say, and their lines, once there are too many to look at each. */
        private @Nullable Map<RowPrint, Integer> prints;

        Group(Row first, boolean inPeriods) {
            this.first = first;
            this.inPeriods = inPeriods;
        }

        private boolean isSeveral() {
            return !later.isEmpty();
        }

        /**
         * Adds a row, unless another one says the same.
         *
         * @return the line of that one
         */
        private OptionalInt add(Row row) {
            OptionalInt same = lineOfSame(row);
            if (same.isEmpty()) {
                later = later.isEmpty() ? new ArrayList<>(1) : later;
                later.add(row);
            }
            return same;
        }

        private OptionalInt lineOfSame(Row row) {
            if (later.size() < MAX_LOOKED_AT) {
                return all().filter(one -> saysTheSame(one, row)).mapToInt(Row::line).findFirst();
            }
            Map<RowPrint, Integer> known = prints;
            if (known == null) {
                known = new HashMap<>();
                for (Row one : all().toList()) {
                    known.put(RowPrint.of(one), one.line());
                }
                prints = known;
            }
            Integer line = known.putIfAbsent(RowPrint.of(row), row.line());
            return line == null ? OptionalInt.empty() : OptionalInt.of(line);
        }

        private Stream<Row> all() {
            return Stream.concat(Stream.of(first), later.stream());
        }

        /** The newest last; as they stand if nothing tells which that is. */
        private List<Row> inOrder() {
            return place().map(place ->
                            all().sorted(Comparator.comparingLong(row -> number(row, place)))
                                    .toList())
                    .orElseGet(() -> all().toList());
        }

        private static long number(Row row, int place) {
            Moment moment = row.moments().get(place);
            return moment == null ? Long.MIN_VALUE : moment.number();
        }

        /** Whether it can be told which row is the newest; of those of one time the last is. */
        private boolean hasNewest() {
            return all().allMatch(row -> row.when() == first.when()) || place().isPresent();
        }

        /** The first place whose moments tell which row is the newest. */
        private Optional<Integer> place() {
            return first.moments().keySet().stream().sorted().filter(this::tells).findFirst();
        }

        private boolean isComparable(Row row, int place) {
            Moment one = first.moments().get(place);
            Moment other = row.moments().get(place);
            return one != null && other != null && one.scale() == other.scale();
        }

        private boolean tells(int place) {
            if (!later.stream().allMatch(row -> isComparable(row, place))) {
                return false;
            }
            long newest = all().mapToLong(row -> number(row, place)).max().orElseThrow();
            return all().filter(row -> number(row, place) == newest)
                            .mapToLong(Row::when)
                            .distinct()
                            .count()
                    == 1;
        }

        /** Whether an amount that is not 0 is the same in all rows, as a target is. */
        private boolean hasConstant() {
            for (int i = 0; i < first.amounts().size(); i++) {
                int place = i;
                BigDecimal amount = first.amounts().get(i);
                if (!inPeriods
                        && amount.signum() != 0
                        && later.stream()
                                .allMatch(row -> row.amounts().get(place).compareTo(amount) == 0)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether no amount ever falls from one day to the next, and one rises. */
        private boolean grows() {
            List<Row> ordered = inOrder();
            return ordered.stream().noneMatch(Group::isBookedBack)
                    && later.stream().anyMatch(row -> row.when() != first.when())
                    // They may stand newest first.
                    && (grows(ordered) || (!hasNewest() && grows(ordered.reversed())));
        }

        private boolean grows(List<Row> ordered) {
            boolean rises = false;
            for (int i = 1; i < ordered.size(); i++) {
                for (int k = 0; k < first.amounts().size(); k++) {
                    int change =
                            ordered.get(i)
                                    .amounts()
                                    .get(k)
                                    .compareTo(ordered.get(i - 1).amounts().get(k));
                    if (change < 0) {
                        return false;
                    }
                    rises |= change > 0;
                }
            }
            return rises;
        }

        /** What has been reached is never less than nothing. */
        private static boolean isBookedBack(Row row) {
            return row.amounts().stream().anyMatch(amount -> amount.signum() < 0);
        }

        /** Whether it is hardly chance. */
        private boolean restates() {
            return hasConstant() || (later.size() + 1 >= MIN_GROWING && grows());
        }
    }

    /** Whether rows have to be looked at. */
    boolean areOpen() {
        return answer.isEmpty() && !full;
    }

    /** Whether a row does not count, as somebody said. */
    boolean leavesOut(int sheet, int line) {
        return answer.filter(said -> said == DoubtfulRows.LEAVE_OUT).isPresent()
                && has(sheet, line);
    }

    /** Whether a row counts only because somebody said so. */
    boolean countsAsSaid(int sheet, int line) {
        return answer.filter(said -> said == DoubtfulRows.COUNT).isPresent() && has(sheet, line);
    }

    private boolean has(int sheet, int line) {
        BitSet lines = found.get(sheet);
        return lines != null && lines.get(line);
    }

    /** Whether there were more rows than are compared. */
    boolean areTooMany() {
        return full;
    }

    /**
     * A row that would count.
     *
     * @param inPeriods whether its amounts are those of a month, so that other months have others
     */
    void add(Row row, boolean inPeriods) {
        if (compared >= MAX_COMPARED) {
            full = true;
            return;
        }
        Group group = groups.get(row.thing());
        if (group == null) {
            groups.put(row.thing(), new Group(row, inPeriods));
            compared++;
            return;
        }
        OptionalInt same = group.add(row);
        if (same.isEmpty()) {
            compared++;
        } else {
            repeated.add(repeated(row, same.getAsInt(), Kind.SAME));
        }
    }

    private static boolean saysTheSame(Row one, Row other) {
        return one.when() == other.when() && isSame(one.numbers(), other.numbers());
    }

    private static boolean isSame(List<BigDecimal> one, List<BigDecimal> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).compareTo(other.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Repeated repeated(Row row, int other, Kind kind) {
        return new Repeated(
                row.thing().sheet(),
                row.line(),
                row.thing().district(),
                other,
                kind,
                row.amounts());
    }

    /** All rows that are asked about, by sheet and line. */
    List<Repeated> repeated() {
        List<Group> several = groups.values().stream().filter(Group::isSeveral).toList();
        List<Group> restating = several.stream().filter(Group::restates).toList();
        // Where most things are restated, one whose amounts once fell is so too.
        List<Group> asked =
                restating.isEmpty() || 2 * restating.size() < several.size()
                        ? restating
                        : several.stream()
                                .filter(group -> !group.inPeriods || group.restates())
                                .toList();
        return Stream.concat(repeated.stream(), asked.stream().flatMap(Repeats::before))
                .sorted(Comparator.comparingInt(Repeated::sheet).thenComparingInt(Repeated::line))
                .toList();
    }

    /** All rows of a thing but the newest; but the first if that cannot be told. */
    private static Stream<Repeated> before(Group group) {
        if (!group.hasNewest()) {
            return group.later.stream()
                    .map(row -> repeated(row, group.first.line(), Kind.ONE_OF_UNKNOWN_ORDER));
        }
        List<Row> ordered = group.inOrder();
        int newest = ordered.getLast().line();
        return ordered.subList(0, ordered.size() - 1).stream()
                .map(row -> repeated(row, newest, Kind.EARLIER));
    }

    /** The first of the rows that are asked about. */
    static List<Repeated> shown(List<Repeated> all) {
        return all.subList(0, Math.min(all.size(), MAX_SHOWN));
    }
}
