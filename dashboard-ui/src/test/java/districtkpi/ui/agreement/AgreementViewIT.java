package districtkpi.ui.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Note;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.ui.testing.UiTest;
import org.junit.jupiter.api.Test;

class AgreementViewIT extends UiTest {

    private final Agreement agreement = SignedAgreement.get();

    @Test
    void showsAllFiftyFiveLevelTextsVerbatim() {
        open("agreement?round=2565-1&show=all");
        int texts = 0;
        for (Indicator indicator : agreement.indicators().toList()) {
            String card = textOf(indicator.id().value());
            assertThat(card).contains(indicator.name().th());
            for (Level level : indicator.levels()) {
                assertThat(card).contains(level.text().th());
                texts++;
            }
        }
        assertThat(texts).isEqualTo(55);
    }

    @Test
    void putsTheMachineReadingAndItsBasisBeside() {
        open("agreement?round=2565-1&show=all");
        assertThat(textOf("T1")).contains("≥ 85\u00a0%").contains("ระบุในหนังสือ");
        assertThat(textOf("T2")).contains("> 95\u00a0%");
        assertThat(textOf("P5")).contains("≥ 85\u00a0%").contains("สมมติฐาน");
        assertThat(textOf("P8")).contains("< 7\u00a0%");
        assertThat(textOf("T3")).contains("ภายใน 4 มีนาคม 2565");
    }

    @Test
    void showsEveryNote() {
        open("agreement?round=2565-1&show=all");
        String page = pageText();
        for (Note note : agreement.notes()) {
            assertThat(page).contains(note.text().th());
        }
        for (Indicator indicator : agreement.indicators().toList()) {
            for (Note note : indicator.notes()) {
                assertThat(page).contains(note.text().th());
            }
        }
    }

    @Test
    void showsSharesAndWeights() {
        open("agreement?round=2565-1&show=all&lang=en");
        assertThat(textOf("rules")).contains("50\u00a0%").contains("assumed");
        assertThat(textOf("T1")).contains("Weight 40\u00a0%").contains("Not less than 70 percent");
    }

    @Test
    void offersTheFile() {
        open("agreement?round=2565-1&show=all");
        assertThat(textOf("download-agreement")).contains("2565-1.yaml");
    }

    @Test
    void foldsTheIndicatorsBehindAnIndexAndMakesThemOnceOpened() {
        open("agreement?round=2565-2");
        assertThat(textOf("agreement-index")).contains("T1", "P8");
        assertThat(((Anchor) byId("to-P8")).getHref()).contains("round=2565-2").endsWith("#P8");
        assertThat(textOf("P8")).contains("น้ำหนัก");
        assertThat(shows("levels-P8")).isFalse();
        find(Details.class, byId("P8")).single().setOpened(true);
        assertThat(shows("levels-P8")).isTrue();
        assertThat(shows("levels-P7")).isFalse();
    }

    @Test
    void standsBesideTheRoundBefore() {
        open("agreement?round=2565-2&show=all&lang=en");
        assertThat(textOf("agreement-before")).contains("Differs from Round 1");
        for (Indicator indicator : agreement.indicators().toList()) {
            if (shows("before-" + indicator.id())) {
                assertThat(textOf("before-" + indicator.id())).contains("he round before");
            }
        }
        assertThat(shows("before-T1")).isTrue();
    }
}
