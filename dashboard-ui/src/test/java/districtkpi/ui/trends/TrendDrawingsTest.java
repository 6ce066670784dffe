package districtkpi.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendDrawingsTest {

    private static final Optional<Mark> ONE = Optional.of(Mark.of(BigDecimal.ONE, "1"));

    @Test
    void joinsNothingOverARoundFromWhichOnItIsMeasuredOtherwise() {
        Series line = new Series("x", "--team", List.of(ONE, ONE, ONE, ONE));

        List<Series> pieces = TrendDrawings.pieces(line, round -> round == 2);

        assertThat(pieces)
                .extracting(Series::marks)
                .containsExactly(
                        List.of(ONE, ONE, Optional.empty(), Optional.empty()),
                        List.of(Optional.empty(), Optional.empty(), ONE, ONE));
    }

    @Test
    void keepsOneLineWhereNothingBreaksIt() {
        Series line = new Series("x", "--team", List.of(ONE, Optional.empty(), ONE));

        assertThat(TrendDrawings.pieces(line, _ -> false)).containsExactly(line);
    }
}
