package districtkpi.db.extract;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extract about to be stored, whose rows are there already.
 *
 * @param id under which its rows were written
 * @param importId the import that brings its figures
 * @param source the id of the description
 * @param asOf the day that the extract describes
 * @param district of all rows, where the request named one
 * @param description by which it was read, the whole document
 * @param descriptionSha256 of that document as UTF-8
 * @param leftOut rows that are totals, notes or of another year
 */
public record NewExtract(
        long id,
        long importId,
        RoundId round,
        String source,
        LocalDate asOf,
        @Nullable DistrictCode district,
        String description,
        String descriptionSha256,
        int leftOut,
        List<Sheet> sheets,
        List<Working> workings) {

    public NewExtract {
        sheets = List.copyOf(sheets);
        workings = List.copyOf(workings);
    }

    /**
     * A sheet that was read.
     *
     * @param number from 1
     * @param name empty for a text
     */
    public record Sheet(int number, String name, int headerLine) {}

    /** How a figure came about. */
    public record Working(DistrictCode district, MeasureId measure, LocalizedText text) {}
}
