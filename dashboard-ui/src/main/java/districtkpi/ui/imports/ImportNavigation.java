package districtkpi.ui.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.db.result.ImportKind;
import districtkpi.domain.agreement.RoundId;
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

    /** Only imports of this kind are listed. */
    static final Parameter<ImportKind> KIND =
            new Parameter<>("kind", ImportKind::parse, ImportKind::key);

    /** Only imports with results of this round are listed, whatever round the page shows. */
    static final Parameter<RoundId> OF_ROUND =
            new Parameter<>("of-round", RoundId::parse, RoundId::toString);

    /** Only imports with a smaller number are listed. */
    static final Parameter<Long> BEFORE = new Parameter<>("before", Long::valueOf, String::valueOf);

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

    /** What of the screen is shown; where the address does not say, taking a file in. */
    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    private ImportNavigation() {}

    /** The parts of the screen. */
    enum Tab {
        FILE,
        HISTORY;

        /** An address that names an import is about those that came in. */
        static Tab of(PageState state) {
            return state.chosen(TAB).orElse(state.chosen(IMPORT).isPresent() ? HISTORY : FILE);
        }
    }

    static List<Parameter<?>> parameters() {
        return List.of(TAB, IMPORT, KIND, OF_ROUND, BEFORE, SOURCE, DAY, DISTRICT);
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
