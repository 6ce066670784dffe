package districtkpi.office.register;

import districtkpi.db.register.RegisterEntry;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The register of a round on a day, as far as whoever looks may see it.
 *
 * @param today in Bangkok
 * @param lines by the code of the district
 */
public record Register(Scoreboard scoreboard, LocalDate today, List<Line> lines) {

    public Register {
        lines = List.copyOf(lines);
    }

    /** What is known of a district. */
    public record Line(District district, RegisterEntry entry) {}

    public static Register of(Scoreboard scoreboard, LocalDate today, List<RegisterEntry> entries) {
        return new Register(
                scoreboard,
                today,
                entries.stream()
                        .map(entry ->
                                new Line(
                                        scoreboard.district(entry.district()).orElseThrow(), entry))
                        .toList());
    }

    public RoundId round() {
        return scoreboard.agreement().round();
    }

    /** By when all is to be there, where that was agreed. */
    public Optional<Deadline> deadline() {
        return scoreboard.agreement().submissionDeadline();
    }

    public Punctuality recording(Line line) {
        return line.entry().recording(deadline(), today);
    }

    public Punctuality sending(Line line) {
        return line.entry().sending(deadline(), today);
    }

    public Optional<Line> line(DistrictCode code) {
        return lines.stream().filter(line -> line.district().code().equals(code)).findFirst();
    }

    /** The districts that still owe something. */
    public List<Line> toChase() {
        return lines.stream().filter(line -> line.entry().isToChase()).toList();
    }
}
