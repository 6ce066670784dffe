package districtkpi.office.importing;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.WhatCounts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a file that comes next is an extract of, as far as it was chosen.
 *
 * @param board of the round
 * @param asOf the day that it describes, a day of the round
 * @param district of all rows, where the file does not say
 */
public record ExtractChoice(
        SourceDescription source,
        Scoreboard board,
        LocalDate asOf,
        Optional<DistrictCode> district) {

    /**
     * The choice for a round.
     *
     * @param day that was chosen; the usual one in place of a day of another round
     * @param district that was chosen; one of another round means nothing
     */
    public static ExtractChoice of(
            SourceDescription source,
            Scoreboard board,
            Optional<LocalDate> day,
            Optional<DistrictCode> district,
            LocalDate today) {
        Agreement agreement = board.agreement();
        return new ExtractChoice(
                source,
                board,
                day.filter(chosen -> isIn(agreement, chosen))
                        .orElseGet(() -> usualDay(agreement, today)),
                district.filter(code -> board.district(code).isPresent()));
    }

    /** Whether an extract for an agreement can describe a day: one of its round. */
    public static boolean isIn(Agreement agreement, LocalDate day) {
        return !day.isBefore(agreement.firstDay()) && !day.isAfter(agreement.lastDay());
    }

    /** The last day of the round, or today before it. */
    private static LocalDate usualDay(Agreement agreement, LocalDate today) {
        if (today.isAfter(agreement.lastDay())) {
            return agreement.lastDay();
        }
        return today.isBefore(agreement.firstDay()) ? agreement.firstDay() : today;
    }

    /** Asks for a file, without any answer yet. */
    public ExtractRequest request(Path file, String name) {
        return new ExtractRequest(
                file,
                name,
                source,
                board.agreement().round(),
                asOf,
                district.orElse(null),
                Map.of(),
                WhatCounts.NONE);
    }
}
