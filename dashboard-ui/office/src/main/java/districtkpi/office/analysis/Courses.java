package districtkpi.office.analysis;

import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.course.Course;
import districtkpi.scoring.course.Forecast;
import districtkpi.scoring.course.PaceNeeded;
import districtkpi.scoring.course.PaceSoFar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the measures of one district went within a round, from all that was ever reported. */
@Component
public class Courses {

    private final MeasurementRepository measurements;

    Courses(MeasurementRepository measurements) {
        this.measurements = measurements;
    }

    /**
     * One measure of a district, up to the day of the scoreboard.
     *
     * @param score of the measure's indicator on that day; pace and forecast are about what the
     *     figures give, whatever level somebody set
     * @param soFar absent with fewer than two numbers
     */
    public record Followed(
            Course course,
            IndicatorScore score,
            Optional<PaceSoFar> soFar,
            PaceNeeded needed,
            Forecast forecast) {}

    /**
     * All figures of a district in the round, also those that were corrected since; of a revision
     * those that it froze.
     */
    public List<Measurement> figures(Scoreboard scoreboard, DistrictCode district) {
        if (scoreboard.publication().isPresent()) {
            return List.copyOf(scoreboard.measurements().getOrDefault(district, Map.of()).values());
        }
        return measurements.findAll(scoreboard.agreement().round(), district);
    }

    /**
     * Follows one measure.
     *
     * @param figures of the district; those of days after the scoreboard's do not count
     * @throws IllegalArgumentException if the agreement has no such measure, or the round no such
     *     district
     */
    public Followed follow(
            Scoreboard scoreboard,
            DistrictCode district,
            MeasureKey measure,
            List<Measurement> figures) {
        Agreement agreement = scoreboard.agreement();
        List<Measurement> known =
                figures.stream()
                        .filter(figure -> !figure.asOf().isAfter(scoreboard.asOf()))
                        .toList();
        Course course = Course.of(agreement, district, measure, known);
        IndicatorScore score =
                scoreboard
                        .ranking()
                        .row(district)
                        .orElseThrow(() -> new IllegalArgumentException("No district " + district))
                        .scorecard()
                        .line(measure.indicator())
                        .score();
        return new Followed(
                course,
                score,
                PaceSoFar.of(course),
                PaceNeeded.of(agreement, course, score.computed(), scoreboard.asOf()),
                Forecast.of(
                        // It is about the end of the round, and so about the targets of then.
                        new Scorer(scoreboard.stored().agreement()),
                        scoreboard.values(district),
                        course,
                        scoreboard.asOf()));
    }
}
