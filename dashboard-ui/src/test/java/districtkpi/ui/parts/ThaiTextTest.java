package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThaiTextTest {

    private static String language(Component component) {
        return component.getElement().getAttribute("lang");
    }

    @Test
    void marksWhatIsMostlyThaiAndNothingElse() {
        Span thai = new Span("P6 ร้อยละของรายได้ (OTOP)");
        Span english = new Span("Weight 10 of ร้อยละ");
        Span number = new Span("12.5");
        ThaiText.mark(List.of(new Div(thai, english, number)), "en");

        assertThat(language(thai)).isEqualTo("th");
        assertThat(language(english)).isNull();
        assertThat(language(number)).isNull();
    }

    @Test
    void whatIsNotThaiWithinThaiSaysSo() {
        Span reading = new Span("Percentage spent");
        Span number = new Span("3");
        Div thai = new Div();
        thai.setText("ร้อยละการใช้จ่าย");
        thai.add(reading, number);
        ThaiText.mark(List.of(thai), "en");

        assertThat(language(thai)).isEqualTo("th");
        assertThat(language(reading)).isEqualTo("en");
        assertThat(language(number)).isNull();
    }

    @Test
    void whatSaysItsLanguageStays() {
        Span inside = new Span("ภาษาไทย");
        Div outside = new Div(inside);
        outside.getElement().setAttribute("lang", "th");
        ThaiText.mark(List.of(outside), "en");

        assertThat(language(outside)).isEqualTo("th");
        assertThat(language(inside)).isNull();
    }
}
