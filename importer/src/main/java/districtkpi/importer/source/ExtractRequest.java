package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An extract to be taken in. Hostile until read.
 *
 * @param file on disk; whoever asks deletes it
 * @param name without folders, as the sender gave it
 * @param asOf the day that the extract describes
 * @param onlyDistrict of all rows, where the file does not say
 * @param mapping the headings of columns that their names do not tell
 * @param whatCounts what of the file counts, where that is in doubt
 * @param corrections what is read in the place of cells; the file is as it came
 */
public record ExtractRequest(
        Path file,
        String name,
        SourceDescription source,
        RoundId round,
        LocalDate asOf,
        @Nullable DistrictCode onlyDistrict,
        Map<ColumnKey, String> mapping,
        WhatCounts whatCounts,
        CellCorrections corrections) {

    public ExtractRequest {
        mapping = Map.copyOf(mapping);
    }

    /** A file that is read as it came. */
    public ExtractRequest(
            Path file,
            String name,
            SourceDescription source,
            RoundId round,
            LocalDate asOf,
            @Nullable DistrictCode onlyDistrict,
            Map<ColumnKey, String> mapping,
            WhatCounts whatCounts) {
        this(
                file,
                name,
                source,
                round,
                asOf,
                onlyDistrict,
                mapping,
                whatCounts,
                CellCorrections.NONE);
    }

    public Optional<DistrictCode> district() {
        return Optional.ofNullable(onlyDistrict);
    }

    /** The same file with other headings for columns that their names do not tell. */
    public ExtractRequest withMapping(Map<ColumnKey, String> other) {
        return new ExtractRequest(
                file, name, source, round, asOf, onlyDistrict, other, whatCounts, corrections);
    }

    /** The same file once it was said what of it counts. */
    public ExtractRequest withWhatCounts(WhatCounts other) {
        return new ExtractRequest(
                file, name, source, round, asOf, onlyDistrict, mapping, other, corrections);
    }

    /** The same file with other cells mended. */
    public ExtractRequest withCorrections(CellCorrections other) {
        return new ExtractRequest(
                file, name, source, round, asOf, onlyDistrict, mapping, whatCounts, other);
    }

    /** The name as it may be stored and shown. */
    public String safeName() {
        return new ImportFile(name, new byte[0]).safeName();
    }
}
