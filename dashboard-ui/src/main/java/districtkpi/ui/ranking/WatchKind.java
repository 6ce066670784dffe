package districtkpi.ui.ranking;

import districtkpi.office.words.Words;

/** The kinds of what is to be checked, in the order in which they are listed. */
enum WatchKind {
    /** Figures that are missing. */
    MISSING,
    /** A total that fell twice in a row. */
    FALLING,
    /** A result just above a threshold. */
    EDGE;

    String label(Words words) {
        return switch (this) {
            case MISSING -> words.of("brief.tag.missing");
            case FALLING -> words.of("brief.tag.falling");
            case EDGE -> words.of("brief.tag.edge");
        };
    }
}
