package districtkpi.office.demonstration;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Acts of offices in their order, as a file of the program has them. */
final class Script {

    private Script() {}

    /** What somebody does. */
    enum Act {
        ACKNOWLEDGE_AGREEMENT,
        /** With the text as post. */
        ADD_OFFICER,
        /** With the number as weight, and the text as target. */
        ASSIGN,
        HAND_OVER,
        ACKNOWLEDGE_SHEET,
        HAND_IN,
        ACCEPT,
        /** With the text as note. */
        SEND_BACK,
        PRINT,
        /** With the number of days after the one that was agreed, and the text as note. */
        RECEIVE,
        /** With the text as reason. */
        SET_LEVEL
    }

    /**
     * An act with what it takes, read once it is asked for.
     *
     * @param officer a name within the file; empty where it is about none
     * @param text the key of a text; empty where it has none
     */
    record Line(
            Act act,
            String officer,
            String text,
            String districtText,
            String indicatorText,
            String numberText,
            String levelText) {

        DistrictCode district() {
            return DistrictCode.of(districtText);
        }

        IndicatorId indicator() {
            return IndicatorId.of(indicatorText);
        }

        int number() {
            return Integer.parseInt(numberText);
        }

        int level() {
            return Integer.parseInt(levelText);
        }
    }

    /**
     * Reads a file that lies beside this class.
     *
     * @param name without its ending
     */
    static List<Line> read(String name) {
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Script.class.getResourceAsStream(name + ".csv"), name),
                        StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .stream()
                    .map(Script::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(CSVRecord row) {
        return new Line(
                Act.valueOf(row.get("act").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.get("officer"),
                row.get("text"),
                row.get("district"),
                row.get("indicator"),
                row.get("number"),
                row.get("level"));
    }
}
