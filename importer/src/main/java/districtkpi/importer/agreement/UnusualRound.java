package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportTexts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A round that nobody would open now: no round of its fiscal year or of the years beside it is
 * there, and today is not in one of these years either. Probably two digits changed places.
 *
 * @param round that an agreement would open
 * @param nearest to it of those that are there and the one that today is in
 * @param likely what was probably meant
 */
record UnusualRound(RoundId round, RoundId nearest, RoundId likely) {

    /** Years between the Buddhist and the common era. */
    private static final int BUDDHIST_ERA = 543;

    private static final int FIRST_YEAR = 2401;
    private static final int LAST_YEAR = 2999;

    /** Two digits that changed places, or one that is another. */
    private static final int ONE_SLIP = 1;

    /**
     * Looks at the round that an agreement would open.
     *
     * @param firstDay that the agreement says
     * @param opened all rounds that are there
     * @return absent if there is nothing unusual about it
     */
    static Optional<UnusualRound> find(
            RoundId round, LocalDate firstDay, Collection<RoundId> opened, LocalDate today) {
        RoundId current = on(round, today);
        List<RoundId> known = Stream.concat(opened.stream(), Stream.of(current)).toList();
        if (known.stream().anyMatch(other -> yearsBetween(round, other) <= 1)) {
            return Optional.empty();
        }
        RoundId nearest =
                known.stream()
                        .min(Comparator.comparingLong(other -> monthsBetween(round, other)))
                        .orElseThrow();
        RoundId byDay = on(round, firstDay);
        boolean daysAreUsual =
                !opened.contains(byDay)
                        && byDay.firstDay().equals(firstDay)
                        && known.stream().anyMatch(other -> yearsBetween(byDay, other) <= 1);
        return Optional.of(
                new UnusualRound(
                        round, nearest, daysAreUsual ? byDay : likely(round, opened, current)));
    }

    /**
     * The round of the same series that a day is in, or would be in a year that rounds can have.
     */
    private static RoundId on(RoundId round, LocalDate day) {
        int year = Math.clamp(day.getYear() + BUDDHIST_ERA, FIRST_YEAR, LAST_YEAR - 1);
        return round.on(day.withYear(year - BUDDHIST_ERA));
    }

    /** What is one slip away; else the round that follows the last one but for other slips. */
    private static RoundId likely(RoundId round, Collection<RoundId> opened, RoundId current) {
        Optional<RoundId> following =
                opened.stream()
                        .filter(round::isInSeriesOf)
                        .filter(other -> other.fiscalYear() <= current.fiscalYear() + 1)
                        .filter(other -> other.fiscalYear() < LAST_YEAR)
                        .max(Comparator.naturalOrder())
                        .map(RoundId::next);
        Set<RoundId> possible = new LinkedHashSet<>();
        following.ifPresent(possible::add);
        for (int year : List.of(0, -1, 1)) {
            possible.add(round.of(current.fiscalYear() + year));
        }
        opened.forEach(other -> possible.add(round.of(other.fiscalYear())));
        possible.removeAll(opened);
        return possible.stream()
                .filter(other -> other.equals(round.of(other.fiscalYear())))
                .filter(other -> slips(round, other) <= ONE_SLIP)
                .findFirst()
                .or(() -> following)
                .orElse(current);
    }

    private static int yearsBetween(RoundId one, RoundId other) {
        return Math.abs(one.fiscalYear() - other.fiscalYear());
    }

    private static long monthsBetween(RoundId one, RoundId other) {
        return Math.abs(ChronoUnit.MONTHS.between(one.firstDay(), other.firstDay()));
    }

    /** Digits of the year that are others; neighbours that changed places count once. */
    private static int slips(RoundId one, RoundId other) {
        String a = String.valueOf(one.fiscalYear());
        String b = String.valueOf(other.fiscalYear());
        int[] differing =
                IntStream.range(0, a.length()).filter(i -> a.charAt(i) != b.charAt(i)).toArray();
        boolean swapped =
                differing.length == 2
                        && differing[1] == differing[0] + 1
                        && a.charAt(differing[0]) == b.charAt(differing[1])
                        && a.charAt(differing[1]) == b.charAt(differing[0]);
        return swapped ? ONE_SLIP : differing.length;
    }

    /** When it starts, in the Buddhist era, as its name is. */
    LocalizedText start() {
        LocalDate day = round.firstDay();
        return ImportTexts.text(
                switch (day.getMonth()) {
                    case OCTOBER -> "round.starts-in-october";
                    case JANUARY -> "round.starts-in-january";
                    case APRIL -> "round.starts-in-april";
                    default -> "round.starts-in-july";
                },
                day.getYear() + BUDDHIST_ERA);
    }

    /** How far it is from the nearest. */
    LocalizedText distance() {
        return ImportTexts.text(
                round.compareTo(nearest) > 0 ? "round.years-after" : "round.years-before",
                yearsBetween(round, nearest),
                nearest);
    }
}
