package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The district of {@code docs/method/worked-district.csv}, and the tables beside it. */
public final class WorkedDistrict {

    public static final DistrictCode CODE = DistrictCode.of("4301");
    private static final Path METHOD = Path.of("../docs/method");

    private WorkedDistrict() {}

    /** Its figures, by the agreement of round 2565-1. */
    public static Map<MeasureKey, MeasuredValue> values(Agreement agreement) throws IOException {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        for (String line : lines("worked-district.csv")) {
            String[] cells = line.split(",", -1);
            MeasureKey key = new MeasureKey(IndicatorId.of(cells[2]), MeasureId.of(cells[3]));
            values.put(
                    key,
                    Figures.value(
                            agreement.measure(key).orElseThrow().kind(),
                            cells[5].isEmpty() ? cells[4] : cells[4] + "/" + cells[5]));
        }
        return values;
    }

    /** The records of a table of the method documents, without its header. */
    public static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(METHOD.resolve(file));
        return Objects.requireNonNull(lines).subList(1, lines.size());
    }

    /** The records of a table as rows of a document. */
    public static List<String> rows(String file) throws IOException {
        return lines(file).stream().map(line -> "| " + line.replace(",", " | ") + " |").toList();
    }

    /** A document, line by line. */
    public static List<String> document(String file) throws IOException {
        return Files.readAllLines(METHOD.resolve(file));
    }
}
