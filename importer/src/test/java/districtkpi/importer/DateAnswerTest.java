package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateAnswerTest {

    @Test
    void oneOrderHoldsForAllColumns() {
        DateAnswer answer = DateAnswer.parse("mdy");

        assertThat(answer).isEqualTo(DateAnswer.all(DateOrder.MDY));
        assertThat(answer.of("", "as_of")).contains(DateOrder.MDY);
        assertThat(answer.parts()).containsExactly("mdy");
    }

    @Test
    void theNarrowestAnswerWins() {
        DateAnswer answer = DateAnswer.parse("as_of:mdy; ท่าบ่อ!as_of:dmy;วันที่: เริ่ม:mdy;dmy");

        assertThat(answer.of("", "as_of")).contains(DateOrder.MDY);
        assertThat(answer.of("ท่าบ่อ", "as_of")).contains(DateOrder.DMY);
        assertThat(answer.of("ศรีเชียงใหม่", "as_of")).contains(DateOrder.MDY);
        assertThat(answer.of("", "วันที่: เริ่ม")).contains(DateOrder.MDY);
        assertThat(answer.of("", "value")).contains(DateOrder.DMY);
        assertThat(answer.turned().of("ท่าบ่อ", "as_of")).contains(DateOrder.MDY);
    }

    @Test
    void nothingSaidIsNoAnswer() {
        assertThat(DateAnswer.NONE.of("", "as_of")).isEmpty();
        assertThat(DateAnswer.NONE.isGiven()).isFalse();
        assertThat(DateAnswer.parse("as_of:mdy").of("", "value")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "as_of", "as_of:x", ":mdy", "mdy;dmy", "a:mdy;a:dmy", "mdy;"})
    void otherTextsAreNone(String text) {
        assertThatThrownBy(() -> DateAnswer.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
