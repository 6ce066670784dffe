package districtkpi.ui.imports;

import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Which changes of a file are listed. */
enum ChangeFilter {
    ALL(EnumSet.allOf(Kind.class)),
    CREATED(EnumSet.of(Kind.CREATED)),
    CHANGED(EnumSet.of(Kind.CHANGED)),
    OVERTAKEN(EnumSet.of(Kind.OVERTAKEN)),
    REMOVED(EnumSet.of(Kind.REMOVED)),
    UNCHANGED(EnumSet.of(Kind.UNCHANGED)),
    /** Rows with an error, which change nothing. */
    REFUSED(EnumSet.noneOf(Kind.class));

    private final Set<Kind> kinds;

    ChangeFilter(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    boolean showsRefused() {
        return this == ALL || this == REFUSED;
    }

    boolean shows(Change change) {
        return kinds.contains(change.kind());
    }
}
