package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.QueryParameters;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageState;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @ParameterizedTest
    @CsvSource({
        "878, '', 0, 50",
        "878, page=2, 50, 50",
        "878, page=18, 850, 28",
        "878, page=900000, 850, 28",
        "50, page=2, 0, 50",
        "9, '', 0, 9",
        "0, page=3, 0, 0"
    })
    void showSomeRows(int all, String address, int first, int count) {
        List<Integer> rows = IntStream.range(0, all).boxed().toList();
        assertThat(Pages.of(rows, state(address)).shown())
                .isEqualTo(rows.subList(first, first + count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "๒", "9999999999999"})
    void areCountedFromOne(String number) {
        assertThatThrownBy(() -> Pages.of(List.of(), state("page=" + number)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findDistrictsByCodeAndBothNames() {
        District district =
                new District(
                        DistrictCode.of("4302"),
                        new LocalizedText("ท่าบ่อ", "Tha Bo"),
                        LocalDate.of(2000, 1, 1),
                        null);
        for (String text : List.of("4302", "43", "ท่า", " tha", "BO ")) {
            assertThat(DistrictSearch.finds(text, district)).as(text).isTrue();
        }
        for (String text : List.of("02", "4301", "สังคม")) {
            assertThat(DistrictSearch.finds(text, district)).as(text).isFalse();
        }
    }

    private static PageState state(String address) {
        return PageState.parse(QueryParameters.fromString(address));
    }
}
