package districtkpi.db.extract;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param answers what was answered where something was in doubt
 * @param parts what the figures were made of
 * @param leftOutRows the rows that were left out, by where they stand, whose they are, and why
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
        List<Working> workings,
        Set<Answer> answers,
        List<Part> parts,
        List<LeftOut> leftOutRows) {

    public NewExtract {
        sheets = List.copyOf(sheets);
        workings = List.copyOf(workings);
        answers = Set.copyOf(answers);
        parts = List.copyOf(parts);
        leftOutRows = List.copyOf(leftOutRows);
    }

    /**
     * A sheet that was read.
     *
     * @param number from 1
     * @param name empty for a text
     */
    public record Sheet(int number, String name, int headerLine) {}

    /**
     * What was answered.
     *
     * @param question as requests name it
     */
    public record Answer(String question, String answer) {}

    /**
     * What a figure was made of on one sheet.
     *
     * @param sheet its number
     * @param rows that the figure is about
     * @param others rows of the district on the sheet that it is not about
     */
    public record Part(DistrictCode district, MeasureId measure, int sheet, int rows, int others) {}

    /**
     * Rows that were left out for one reason.
     *
     * @param sheet its name; empty for a text
     * @param district absent where the rows do not say it
     * @param reason the code of the message that says why
     */
    public record LeftOut(
            String sheet, @Nullable DistrictCode district, String reason, int rows, int firstLine) {

        public Optional<DistrictCode> ofDistrict() {
            return Optional.ofNullable(district);
        }
    }

    /** How a figure came about. */
    public record Working(DistrictCode district, MeasureId measure, LocalizedText text) {}
}
