package districtkpi.ui.outage;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Words;

/** What a failure of the database is called, and what to do about it. */
record OutageWords(String title, String text) {

    static OutageWords of(DatabaseFailure failure, Words words) {
        return switch (failure) {
            case AWAY -> new OutageWords(words.of("outage.away"), words.of("outage.away.text"));
            case FULL -> new OutageWords(words.of("outage.full"), words.of("outage.full.text"));
        };
    }
}
