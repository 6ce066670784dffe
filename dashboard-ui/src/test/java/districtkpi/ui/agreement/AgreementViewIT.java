package districtkpi.ui.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Note;
import districtkpi.ui.testing.SignedAgreement;
import districtkpi.ui.testing.UiTest;
import org.junit.jupiter.api.Test;

class AgreementViewIT extends UiTest {

    private final Agreement agreement = SignedAgreement.get();

    @Test
    void showsAllFiftyFiveLevelTextsVerbatim() {
        open("agreement?round=2565-1");
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
        open("agreement?round=2565-1");
        assertThat(textOf("T1")).contains("≥ 85 %").contains("ระบุในหนังสือ");
        assertThat(textOf("T2")).contains("> 95 %");
        assertThat(textOf("P5")).contains("≥ 85 %").contains("สมมติฐาน");
        assertThat(textOf("P8")).contains("< 7 %");
        assertThat(textOf("T3")).contains("ภายใน 4 มีนาคม 2565");
    }

    @Test
    void showsEveryNote() {
        open("agreement?round=2565-1");
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
        open("agreement?round=2565-1&lang=en");
        assertThat(textOf("rules")).contains("50 %").contains("assumed");
        assertThat(textOf("T1")).contains("Weight 40 %").contains("Not less than 70 percent");
    }

    @Test
    void offersTheFile() {
        open("agreement?round=2565-1");
        assertThat(textOf("download-agreement")).contains("2565-1.yaml");
    }
}
