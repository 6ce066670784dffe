package districtkpi.ui.imports;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.WhatCounts;
import districtkpi.ui.state.PageState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a file that comes next is an extract of, as the address says it.
 *
 * @param board of the round
 * @param asOf the day that it describes, a day of the round
 * @param district of all rows, where the file does not say
 */
record ExtractChoice(
        SourceDescription source,
        Scoreboard board,
        LocalDate asOf,
        Optional<DistrictCode> district) {

    /** The choice for a round; a day or a district of another round means nothing there. */
    static ExtractChoice of(
            SourceDescription source, Scoreboard board, PageState state, LocalDate today) {
        return new ExtractChoice(
                source,
                board,
                state.chosen(ImportNavigation.DAY)
                        .filter(day -> isIn(board.stored().agreement(), day))
                        .orElseGet(() -> usualDay(board.stored().agreement(), today)),
                state.chosen(ImportNavigation.DISTRICT)
                        .filter(code -> board.district(code).isPresent()));
    }

    static boolean isIn(Agreement agreement, LocalDate day) {
        return !day.isBefore(agreement.firstDay()) && !day.isAfter(agreement.lastDay());
    }

    /** The last day of the round, or today before it. */
    private static LocalDate usualDay(Agreement agreement, LocalDate today) {
        if (today.isAfter(agreement.lastDay())) {
            return agreement.lastDay();
        }
        return today.isBefore(agreement.firstDay()) ? agreement.firstDay() : today;
    }

    ExtractRequest request(Path file, String name) {
        return new ExtractRequest(
                file,
                name,
                source,
                board.stored().agreement().round(),
                asOf,
                district.orElse(null),
                Map.of(),
                WhatCounts.NONE);
    }
}
