package districtkpi.importer.recording;

import districtkpi.db.recording.Draft;
import districtkpi.db.recording.RecordingField;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a district typed as a results file in the long form, one row for each measure. */
final class RecordedFile {

    private static final List<String> HEADER =
            List.of(
                    "round",
                    "district",
                    "indicator",
                    "measure",
                    "value",
                    "of",
                    "as_of",
                    "source",
                    "note");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private RecordedFile() {}

    /**
     * The file of an indicator.
     *
     * @param asOf the day of the figures where none was typed
     * @param number how often the indicator was handed in, with this one: two files are never the
     *     same, for the same bytes would change nothing
     * @return absent where nothing was typed
     */
    static Optional<ImportFile> of(
            RoundId round,
            DistrictCode district,
            Indicator indicator,
            List<Draft> drafts,
            LocalDate asOf,
            int number) {
        Map<RecordingField, String> typed =
                drafts.stream()
                        .filter(draft -> draft.field().indicator().equals(indicator.id()))
                        .collect(Collectors.toMap(Draft::field, draft -> draft.text().strip()));
        String typedDay = typed.getOrDefault(RecordingField.asOf(indicator.id()), "");
        StringBuilder content = new StringBuilder();
        boolean rows = false;
        try (CSVPrinter printer = new CSVPrinter(content, FORMAT)) {
            printer.printRecord(HEADER);
            for (Measure measure : indicator.measures()) {
                String value =
                        typed.getOrDefault(RecordingField.value(indicator.id(), measure.id()), "");
                String of = typed.getOrDefault(RecordingField.of(indicator.id(), measure.id()), "");
                if (!value.isEmpty() || !of.isEmpty()) {
                    rows = true;
                    printer.printRecord(
                            round,
                            district,
                            indicator.id(),
                            measure.id(),
                            value,
                            of,
                            typedDay.isEmpty() ? asOf : typedDay,
                            "บันทึกออนไลน์ ครั้งที่ " + number,
                            typed.getOrDefault(RecordingField.note(indicator.id()), ""));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows
                ? Optional.of(
                        new ImportFile(
                                "online-%s-%s-%s-%d.csv"
                                        .formatted(round, district, indicator.id(), number),
                                content.toString().getBytes(StandardCharsets.UTF_8),
                                true))
                : Optional.empty();
    }
}
