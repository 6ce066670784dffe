package districtkpi.ui.forms;

import districtkpi.domain.agreement.Agreement;
import districtkpi.office.words.Words;

/** The line under a form's title: which round, and from when to when. */
final class RoundLine {

    private RoundLine() {}

    static String of(Agreement agreement, Words paper) {
        return paper.of(
                "agreement.subtitle",
                paper.round(agreement.round()),
                paper.date(agreement.firstDay()),
                paper.date(agreement.lastDay()));
    }
}
