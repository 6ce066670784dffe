package districtkpi.ui.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What an open page says when what was just clicked failed, as the session is told it. */
class OutageNoticesIT extends UiTest {

    private static final String BROKEN = "08006";
    private static final String DISK_FULL = "53100";

    @Test
    void saysThatTheDatabaseIsAwayInTheLanguageOfTheReader() {
        open("agreement?round=2565-1&lang=th");
        fail(new DataAccessResourceFailureException("x", new SQLException("gone", BROKEN)));
        Notification notice = notices().getFirst();
        assertThat(notice.getId()).contains("outage");
        assertThat(notice.isOpened()).isTrue();
        assertThat(notice.isAssertive()).as("read out at once").isTrue();
        assertThat(notice.getThemeNames()).contains(NotificationVariant.ERROR.getVariantName());
        assertThat(test(notice).getText()).isEqualTo(said(DatabaseFailure.AWAY, Translations.THAI));
    }

    @Test
    void saysThatTheDiskIsFull() {
        open("agreement?round=2565-1&lang=en");
        fail(new IllegalStateException(new SQLException("no room", DISK_FULL)));
        assertThat(notices())
                .extracting(notice -> test(notice).getText())
                .containsExactly(said(DatabaseFailure.FULL, Translations.ENGLISH));
    }

    /** It is no failure of the database: the page must not say that it is. */
    @Test
    void saysNothingOfTheKindAboutOtherFailures() {
        open("agreement?round=2565-1&lang=en");
        fail(new IllegalStateException("a fault of the program", new IOException("reset")));
        assertThat(notices()).isEmpty();
    }

    private static void fail(Exception failure) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
    }

    private List<Notification> notices() {
        return find(Notification.class).all();
    }

    private static String said(DatabaseFailure failure, Locale language) {
        OutageWords words = OutageWords.of(failure, new Words(new Translations(), language, false));
        return words.title() + " — " + words.text();
    }
}
