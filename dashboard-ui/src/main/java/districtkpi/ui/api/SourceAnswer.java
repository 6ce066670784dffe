package districtkpi.ui.api;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Measure;
import java.util.List;

/** A source whose extracts are taken in, in the form of the API. */
record SourceAnswer(
        String id,
        String name,
        String nameTh,
        List<ColumnAnswer> columns,
        List<String> measures,
        List<NoteAnswer> notes) {

    /** A column; {@code also} are other headings that mean it. */
    record ColumnAnswer(
            String key,
            String type,
            String name,
            String nameTh,
            List<String> also,
            boolean required,
            boolean filled) {

        private static ColumnAnswer of(Column column) {
            return new ColumnAnswer(
                    column.key().value(),
                    column.type().key(),
                    column.name().en(),
                    column.name().th(),
                    column.also(),
                    column.required(),
                    column.filled());
        }
    }

    /** What was assumed. */
    record NoteAnswer(String note, String noteTh) {

        private static NoteAnswer of(LocalizedText text) {
            return new NoteAnswer(text.en(), text.th());
        }
    }

    static SourceAnswer of(SourceDescription source) {
        return new SourceAnswer(
                source.id(),
                source.name().en(),
                source.name().th(),
                source.columns().stream().map(ColumnAnswer::of).toList(),
                source.measures().stream().map(Measure::id).map(id -> id.value()).toList(),
                source.notes().stream().map(NoteAnswer::of).toList());
    }
}
