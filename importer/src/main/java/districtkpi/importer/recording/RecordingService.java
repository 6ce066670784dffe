package districtkpi.importer.recording;

import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.RecordingField;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets districts record online, and units review what was handed in. Each call is held to what
 * whoever is signed in may do, and throws {@link RecordingRefusedException} otherwise.
 */
public interface RecordingService {

    /** What a piece of evidence may weigh. */
    int MOST_EVIDENCE_BYTES = 15 * 1024 * 1024;

    /** What a field or a note may hold, in characters. */
    int LONGEST_TEXT = 1_000;

    /**
     * Keeps what was typed into a field, right or wrong.
     *
     * @param version of what was in the field before; 0 where there was nothing
     */
    Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version);

    /**
     * What handing in would do: the importer's own answer to what was typed.
     *
     * @return absent where nothing was typed for the indicator
     */
    Optional<ImportReport> check(RoundId round, DistrictCode district, IndicatorId indicator);

    /**
     * Hands an indicator in: what was typed becomes figures, by an import with a file like any
     * other. Where nothing was typed, the figures that count are handed in.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     * @return what the import did; a rejected one means that nothing was handed in. Absent where
     *     nothing was typed
     */
    Optional<ImportReport> submit(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last);

    /**
     * Accepts what was handed in.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     */
    void accept(RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last);

    /**
     * Sends back what was handed in.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     * @param note what is to be mended; never blank
     */
    void sendBack(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong last,
            String note);

    /**
     * Keeps a file as evidence.
     *
     * @return its id
     */
    long attach(RoundId round, DistrictCode district, IndicatorId indicator, ImportFile file);

    /** Lets a piece of evidence count no more; it is kept. */
    void withdraw(long evidence);
}
