package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportTexts;
import java.time.LocalDate;
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
    private static final int FIRST_MONTH_OF_YEAR = 10;
    private static final int FIRST_MONTH_OF_SECOND_HALF = 4;

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
        RoundId current = on(today);
        List<RoundId> known = Stream.concat(opened.stream(), Stream.of(current)).toList();
        if (known.stream().anyMatch(other -> yearsBetween(round, other) <= 1)) {
            return Optional.empty();
        }
        RoundId nearest =
                known.stream()
                        .min(Comparator.comparingInt(other -> halvesBetween(round, other)))
                        .orElseThrow();
        RoundId byDay = on(firstDay);
        boolean daysAreUsual =
                !opened.contains(byDay)
                        && firstDay(byDay).equals(firstDay)
                        && known.stream().anyMatch(other -> yearsBetween(byDay, other) <= 1);
        return Optional.of(
                new UnusualRound(
                        round, nearest, daysAreUsual ? byDay : likely(round, opened, current)));
    }

    /** The round that a day is in. */
    private static RoundId on(LocalDate day) {
        int year = Math.clamp(day.getYear() + BUDDHIST_ERA, FIRST_YEAR, LAST_YEAR - 1);
        if (day.getMonthValue() >= FIRST_MONTH_OF_YEAR) {
            return new RoundId(year + 1, 1);
        }
        return new RoundId(year, day.getMonthValue() < FIRST_MONTH_OF_SECOND_HALF ? 1 : 2);
    }

    /** The first day of a round by its fiscal year: 2565 starts on 1 October 2564. */
    static LocalDate firstDay(RoundId round) {
        int year = round.fiscalYear() - BUDDHIST_ERA;
        return round.number() == 1
                ? LocalDate.of(year - 1, FIRST_MONTH_OF_YEAR, 1)
                : LocalDate.of(year, FIRST_MONTH_OF_SECOND_HALF, 1);
    }

    /** What is one slip away; else the round that follows the last one but for other slips. */
    private static RoundId likely(RoundId round, Collection<RoundId> opened, RoundId current) {
        Optional<RoundId> following =
                opened.stream()
                        .filter(other -> other.fiscalYear() <= current.fiscalYear() + 1)
                        .max(Comparator.naturalOrder())
                        .map(UnusualRound::after);
        Set<RoundId> possible = new LinkedHashSet<>();
        following.ifPresent(possible::add);
        for (int year : List.of(0, -1, 1)) {
            possible.add(new RoundId(current.fiscalYear() + year, round.number()));
        }
        opened.forEach(other -> possible.add(new RoundId(other.fiscalYear(), round.number())));
        possible.removeAll(opened);
        return possible.stream()
                .filter(other -> other.number() == round.number())
                .filter(other -> slips(round, other) <= ONE_SLIP)
                .findFirst()
                .or(() -> following)
                .orElse(current);
    }

    private static RoundId after(RoundId round) {
        return round.number() == 1
                ? new RoundId(round.fiscalYear(), 2)
                : new RoundId(Math.min(round.fiscalYear() + 1, LAST_YEAR), 1);
    }

    private static int yearsBetween(RoundId one, RoundId other) {
        return Math.abs(one.fiscalYear() - other.fiscalYear());
    }

    private static int halvesBetween(RoundId one, RoundId other) {
        return Math.abs(
                (one.fiscalYear() - other.fiscalYear()) * 2 + one.number() - other.number());
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
        return round.number() == 1
                ? ImportTexts.text("round.starts-in-october", round.fiscalYear() - 1)
                : ImportTexts.text("round.starts-in-april", round.fiscalYear());
    }

    /** How far it is from the nearest. */
    LocalizedText distance() {
        return ImportTexts.text(
                round.compareTo(nearest) > 0 ? "round.years-after" : "round.years-before",
                yearsBetween(round, nearest),
                nearest);
    }
}
