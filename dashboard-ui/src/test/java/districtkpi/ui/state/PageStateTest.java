package districtkpi.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.QueryParameters;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Translations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageStateTest {

    private static final PageState FULL =
            new PageState(
                    RoundId.parse("2565-1"),
                    LocalDate.of(2022, 3, 4),
                    null,
                    SectionId.TEAM,
                    UnitId.of("promotion"),
                    Translations.ENGLISH,
                    Map.of("districts", "4305-4301"));

    private static final Parameter<List<DistrictCode>> DISTRICTS = Parameter.districts("districts");

    @Test
    void readsWhatItWrites() {
        assertThat(PageState.parse(FULL.toQuery())).isEqualTo(FULL);
        assertThat(PageState.parse(PageState.EMPTY.toQuery())).isEqualTo(PageState.EMPTY);
    }

    @Test
    void writesAnAddressThatPeopleCanRead() {
        assertThat(FULL.toQuery().getQueryString().split("&", -1))
                .containsExactlyInAnyOrder(
                        "round=2565-1",
                        "asOf=2022-03-04",
                        "section=team",
                        "unit=promotion",
                        "districts=4305-4301",
                        "lang=en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "round=2565-3",
                "round=1999",
                "asOf=2022-02-30",
                "asOf=yesterday",
                "section=Both",
                "unit=No Such",
                "lang=de"
            })
    void refusesWhatCannotBe(String query) {
        assertThatThrownBy(() -> PageState.parse(QueryParameters.fromString(query)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAnEmptyParameterForNoChoice() {
        assertThat(PageState.parse(QueryParameters.fromString("round=&lang=")))
                .isEqualTo(PageState.EMPTY);
    }

    @Test
    void forgetsDayAndUnitInAnotherRound() {
        PageState other = FULL.withRound(RoundId.parse("2565-2"));
        assertThat(other.chosenRound()).contains(RoundId.parse("2565-2"));
        assertThat(other.chosenDay()).isEmpty();
        assertThat(other.chosenUnit()).isEmpty();
        assertThat(other.chosenSection()).contains(SectionId.TEAM);
        assertThat(other.chosenLocale()).contains(Translations.ENGLISH);
    }

    @Test
    void sharesRoundDayAndLanguageWithEveryScreen() {
        assertThat(FULL.shared())
                .isEqualTo(
                        new PageState(
                                RoundId.parse("2565-1"),
                                LocalDate.of(2022, 3, 4),
                                null,
                                null,
                                null,
                                Translations.ENGLISH,
                                Map.of()));
    }

    @Test
    void aRevisionIsOfARoundAndHasADayOfItsOwn() {
        RoundId round = RoundId.parse("2565-1");
        PageState published = FULL.withRevision(round, 2);

        assertThat(published.chosenDay()).isEmpty();
        assertThat(PageState.parse(published.toQuery())).isEqualTo(published);
        assertThat(published.shared().chosenRevision()).hasValue(2);
        assertThat(published.withRound(RoundId.parse("2565-2")).chosenRevision()).isEmpty();
        assertThat(published.withDay(LocalDate.of(2022, 3, 4)).chosenRevision()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision=1",
                "round=2565-1&revision=0",
                "round=2565-1&revision=one",
                "round=2565-1&revision=1&asOf=2022-03-04"
            })
    void refusesARevisionThatCannotBe(String query) {
        assertThatThrownBy(() -> PageState.parse(QueryParameters.fromString(query)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsAPageWhatItAloneAsks() {
        assertThat(FULL.chosen(DISTRICTS))
                .contains(List.of(DistrictCode.of("4305"), DistrictCode.of("4301")));
        assertThat(
                        FULL.with(DISTRICTS, List.of(DistrictCode.of("4302")))
                                .toQuery()
                                .getQueryString())
                .contains("districts=4302");
        assertThat(FULL.with(DISTRICTS, null).chosen(DISTRICTS)).isEmpty();
        assertThat(PageState.EMPTY.chosen(DISTRICTS)).isEmpty();
    }

    @Test
    void refusesWhatAPageCannotTake() {
        PageState state = PageState.parse(QueryParameters.fromString("districts=4301-x"));

        assertThatThrownBy(() -> state.chosen(DISTRICTS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
