package districtkpi.ui.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.Sources;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The way to the imports. */
public final class ImportNavigation {

    static final String PATH = "import";

    /** The import that is shown in detail. */
    static final Parameter<Long> IMPORT =
            new Parameter<>("import", Long::valueOf, Object::toString);

    /** The source system that the next file is an extract of. */
    static final Parameter<SourceDescription> SOURCE =
            new Parameter<>(
                    "source",
                    id -> Sources.find(id).orElseThrow(() -> new IllegalArgumentException(id)),
                    SourceDescription::id);

    /** The day that the next file describes; not the day up to which figures are shown. */
    static final Parameter<LocalDate> DAY =
            new Parameter<>("day", ImportNavigation::day, LocalDate::toString);

    /** The district of all rows of the next file. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    private ImportNavigation() {}

    static List<Parameter<?>> parameters() {
        return List.of(IMPORT, SOURCE, DAY, DISTRICT);
    }

    /** A link to one import among the past ones. */
    static Anchor linkToImport(PageState state, long id, String text) {
        return PageLink.to(PATH, state.shared().with(IMPORT, id), text);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a day: " + text, e);
        }
    }
}
