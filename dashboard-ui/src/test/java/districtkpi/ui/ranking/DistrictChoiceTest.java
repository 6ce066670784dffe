package districtkpi.ui.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.router.QueryParameters;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictChoiceTest {

    private static final Agreement AGREEMENT = SignedAgreement.get();

    /** Districts 4301, 4302 … with levels of spending from 5 down to 0, two of each. */
    private static final Ranking RANKING = ranking(12);

    @ParameterizedTest
    @CsvSource({
        "show=top, 4301 4302 4303 4304",
        "show=neighbours&district=4306, 4304 4305 4306 4307 4308",
        "show=neighbours&district=4301, 4301 4302 4303",
        "show=neighbours&district=4312, 4310 4311 4312"
    })
    void showsWhatTheAddressAsksFor(String address, String expected) {
        DistrictChoice choice = choice(RANKING, address);

        assertThat(choice.districts())
                .extracting(DistrictCode::value)
                .containsExactlyInAnyOrder(expected.split(" ", -1));
        assertThat(choice.all()).isEqualTo(12);
        assertThat(choice.missing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "show=all", "show=all&district=4301"})
    void showsAllWhereNothingElseWasChosen(String address) {
        assertThat(choice(RANKING, address).districts()).hasSize(12);
        assertThat(choice(RANKING, address).missing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show=neighbours", "show=neighbours&district=9999"})
    void showsAllAndSaysSoWhereTheDistrictIsNotThere(String address) {
        assertThat(choice(RANKING, address).districts()).hasSize(12);
        assertThat(choice(RANKING, address).missing()).isTrue();
    }

    @Test
    void aNationIsMoreThanATableShows() {
        DistrictChoice choice = choice(ranking(100), "");

        assertThat(choice.districts()).hasSize(100);
        assertThat(choice.shown()).isEqualTo(DistrictChoice.MAX_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"show=some", "district=1", "sort=", "sort=1", "improved=rank", "weights=11"})
    void anAddressThatCannotBeIsRefused(String address) {
        PageState state = PageState.parse(QueryParameters.fromString(address));
        if (address.endsWith("=")) {
            assertThat(state.chosen(RankingNavigation.SORT)).isEmpty();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RankingNavigation.parameters().forEach(state::chosen));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show=top",
                "district=4301",
                "sort=name",
                "sort=P1",
                "improved=share",
                "weights=25"
            })
    void theAddressIsWrittenAsItIsRead(String address) {
        PageState read = PageState.parse(QueryParameters.fromString(address));
        PageState written = PageState.EMPTY;
        for (var parameter : RankingNavigation.parameters()) {
            written = copy(written, read, parameter);
        }
        assertThat(written).isEqualTo(read);
    }

    private static <T> PageState copy(
            PageState to, PageState from, districtkpi.ui.state.Parameter<T> parameter) {
        return to.with(parameter, from.chosen(parameter).orElse(null));
    }

    private static DistrictChoice choice(Ranking ranking, String address) {
        return DistrictChoice.of(ranking, PageState.parse(QueryParameters.fromString(address)));
    }

    private static Ranking ranking(int districts) {
        Scorer scorer = new Scorer(AGREEMENT);
        Indicator spending = AGREEMENT.indicators().findFirst().orElseThrow();
        return Ranking.of(
                AGREEMENT,
                IntStream.range(0, districts)
                        .mapToObj(i ->
                                scorer.score(
                                        DistrictCode.of("" + (4301 + i)),
                                        Map.of(
                                                spending.key(spending.measures().getFirst().id()),
                                                new MeasuredValue.Percentage(
                                                        BigDecimal.valueOf(
                                                                Math.max(0, 92 - 5L * (i / 2)))))))
                        .toList());
    }
}
