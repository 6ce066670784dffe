package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The measurements of all imports. What only imports say that were undone is left out wherever
 * measurements are asked for.
 */
public interface MeasurementRepository {

    /**
     * Stores the measurements of an import that was just added. Must run in the same transaction.
     */
    void add(long importId, List<NewMeasurement> measurements);

    /**
     * Records what an import that was just added says without storing it again. Must run in the
     * same transaction.
     */
    void confirm(long importId, List<NewConfirmation> confirmations);

    /** The numbers of the measurements that no import in force but this one says. */
    List<Long> findSaidOnlyBy(long importId);

    /** Lets measurements count no longer. Must run in the transaction of their undo. */
    void withdraw(List<Long> measurements, long undoId);

    /**
     * All that an import says, by line: what it brought and what it confirmed, each with the row of
     * its own file. Nothing for an import that is undone.
     */
    List<Measurement> findSaid(long importId);

    /**
     * The measurements that count on a day: of each measure of each district the newest {@code
     * asOf} not after that day, and for the same {@code asOf} the later import.
     */
    List<Measurement> findCounting(RoundId round, LocalDate day);

    /** What {@link #findCounting} gives by the number that each measurement is stored under. */
    Map<Long, Measurement> findCountingById(RoundId round, LocalDate day);

    /** What {@link #findCounting} would give if an import were undone. */
    List<Measurement> findCountingWithout(long importId, RoundId round, LocalDate day);

    /**
     * The measurements that count on a day, of the districts of one province.
     *
     * @param provinceCode two digits
     */
    List<Measurement> findCounting(RoundId round, String provinceCode, LocalDate day);

    /** All measurements of a round in the order in which they were stored. */
    List<Measurement> findAll(RoundId round);

    /** The days that the measurements of a round describe, newest first, each once. */
    List<LocalDate> findDays(RoundId round);

    /** All measurements of one district in a round, in the order in which they were stored. */
    List<Measurement> findAll(RoundId round, DistrictCode district);

    /**
     * What was first reported for the day that counts: of each measure of the district the newest
     * {@code asOf} not after a day, and for the same {@code asOf} the earliest import. Where
     * nothing was corrected it is what {@link #findCounting} gives.
     */
    List<Measurement> findFirstReported(RoundId round, DistrictCode district, LocalDate day);

    /**
     * Freezes measurements for a publication, each with the row that says it now. Must run in a
     * transaction of the caller.
     *
     * @param measurements by the number that each is stored under
     */
    void freeze(long publicationId, Map<Long, Measurement> measurements);

    /** The measurements of a publication, in the order of districts and measures. */
    List<Measurement> findFrozen(long publicationId);
}
