package districtkpi.office.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.RecordingField;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.KnownWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What was recorded online of an indicator as a results file in the long form, one row for each
 * measure.
 *
 * @param asOf the day of the figures where none was typed
 * @param receipt what follows from the evidence, where the agreement says so
 */
record RecordedFile(
        RoundId round,
        DistrictCode district,
        Indicator indicator,
        LocalDate asOf,
        Optional<DayOfReceipt> receipt) {

    private static final TextBundle TEXTS = TextBundle.beside(RecordedFile.class, "recorded");

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

    private static final String NOT_RECEIVED = KnownWords.listed("result-not-received").getFirst();

    /** Below the header. */
    private static final int FIRST_ROW = 2;

    private static final String HANDED_IN = "online";
    private static final String PAPER = "paper";

    /**
     * The file of what a district hands in.
     *
     * @param texts what stands in the fields, as it was typed
     * @param number how often the indicator was handed in, with this one: two files are never the
     *     same, for the same bytes would change nothing
     * @return absent where nothing was typed and the evidence says nothing new
     */
    Optional<ImportFile> ofDistrict(Map<RecordingField, String> texts, int number) {
        String source = said("online", number);
        List<List<Object>> rows = new ArrayList<>(typed(texts, source));
        if (!rows.isEmpty() || receipt.filter(DayOfReceipt::changes).isPresent()) {
            receipt.flatMap(one -> row(one, source)).ifPresent(rows::add);
        }
        return file(HANDED_IN, number, rows);
    }

    /**
     * The file of what follows from evidence on paper alone, once the indicator was handed in.
     *
     * @param number how often paper was recorded or withdrawn, with this time
     * @return absent where the day of receipt stays as it is
     */
    Optional<ImportFile> ofPaper(int number) {
        return file(
                PAPER,
                number,
                receipt
                        .filter(DayOfReceipt::changes)
                        .flatMap(one -> row(one, said("paper", number)))
                        .stream()
                        .toList());
    }

    private List<List<Object>> typed(Map<RecordingField, String> texts, String source) {
        String day = typed(texts, RecordingField.asOf(indicator.id()));
        String note = typed(texts, RecordingField.note(indicator.id()));
        List<List<Object>> rows = new ArrayList<>();
        for (Measure measure : typedMeasures(texts)) {
            rows.add(
                    row(
                            measure,
                            typed(texts, RecordingField.value(indicator.id(), measure.id())),
                            typed(texts, RecordingField.of(indicator.id(), measure.id())),
                            day.isEmpty() ? asOf : day,
                            source,
                            note));
        }
        return rows;
    }

    /** Those that have a row of their own, in the order of the rows. */
    private List<Measure> typedMeasures(Map<RecordingField, String> texts) {
        return indicator.measures().stream()
                // What was typed before the agreement said that the day follows from the evidence
                // says nothing any more.
                .filter(measure -> !measure.evidenceReceipt())
                .filter(measure ->
                        !typed(texts, RecordingField.value(indicator.id(), measure.id())).isEmpty()
                                || !typed(texts, RecordingField.of(indicator.id(), measure.id()))
                                        .isEmpty())
                .toList();
    }

    /**
     * The field of the form that a cell was made of; absent for the file as a whole, and for what
     * follows from the evidence.
     *
     * @param line of the file, the header being line 1
     */
    Optional<RecordingField> field(Map<RecordingField, String> texts, int line, String column) {
        List<Measure> measures = typedMeasures(texts);
        int row = line - FIRST_ROW;
        if (row < 0 || row >= measures.size()) {
            return Optional.empty();
        }
        MeasureId measure = measures.get(row).id();
        return Optional.of(
                switch (column) {
                    case "of" -> RecordingField.of(indicator.id(), measure);
                    case "as_of" -> RecordingField.asOf(indicator.id());
                    case "note" -> RecordingField.note(indicator.id());
                    default -> RecordingField.value(indicator.id(), measure);
                });
    }

    private static String typed(Map<RecordingField, String> texts, RecordingField field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** Absent where a figure that no evidence bears out was never recorded online, and stays. */
    private Optional<List<Object>> row(DayOfReceipt day, String source) {
        // A figure of a file that was taken in after the round describes the day of its import.
        // Left empty, this one does so too, and counts in its place.
        Object describes =
                day.counting().map(Measurement::asOf).filter(asOf::isBefore).isPresent()
                        ? ""
                        : asOf;
        return day.first()
                .map(evidence ->
                        row(
                                day.measure(),
                                day.day().orElseThrow(),
                                "",
                                describes,
                                source,
                                note(evidence)))
                .or(() ->
                        day.countsWhatWasWithdrawn()
                                ? Optional.of(
                                        row(
                                                day.measure(),
                                                NOT_RECEIVED,
                                                "",
                                                describes,
                                                source,
                                                said("no-evidence")))
                                : Optional.empty());
    }

    /** In Thai alone: a file has one text, whoever reads it. */
    static String said(String key, Object... arguments) {
        return TEXTS.text(key, arguments).th();
    }

    private static String note(Evidence first) {
        return switch (first.form()) {
            case Evidence.Form.File _ -> said("evidence-online", first.name());
            case Evidence.Form.Paper _ -> said("evidence-on-paper", first.name());
        };
    }

    private List<Object> row(
            Measure measure, Object value, Object of, Object day, String source, String note) {
        return List.of(round, district, indicator.id(), measure.id(), value, of, day, source, note);
    }

    private Optional<ImportFile> file(String kind, int number, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder content = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(content, FORMAT)) {
            printer.printRecord(HEADER);
            printer.printRecords(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Optional.of(
                ImportFile.recordedOnline(
                        String.format(
                                Locale.ROOT,
                                "%s-%s-%s-%s-%d.csv",
                                kind,
                                round,
                                district,
                                indicator.id(),
                                number),
                        content.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
