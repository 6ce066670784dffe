package districtkpi.importer.issue;

import static districtkpi.domain.TextBundle.ENGLISH;
import static districtkpi.domain.TextBundle.THAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all codes have in common; what they say in full is tested where they are said. */
class IssueCodesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(?:[0-9]|value|column)}");

    static List<MessageCode[]> families() {
        return List.of(
                AddressIssueCode.values(),
                AgreementIssueCode.values(),
                ExtractIssueCode.values(),
                IssueCode.values());
    }

    static Stream<MessageCode> codes() {
        return families().stream().flatMap(Arrays::stream);
    }

    @Test
    void hasAMessageForEachCodeAndNoOther() {
        assertThat(families())
                .allSatisfy(family -> {
                    Set<String> names =
                            Arrays.stream(family)
                                    .map(MessageCode::name)
                                    .collect(Collectors.toSet());
                    assertThat(family[0].texts().keys(THAI)).isEqualTo(names);
                    assertThat(family[0].texts().keys(ENGLISH)).isEqualTo(names);
                });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void saysTheSameInBothLanguages(MessageCode code) {
        String thai = code.texts().template(code.name(), THAI);
        String english = code.texts().template(code.name(), ENGLISH);
        Set<String> places = new HashSet<>(places(english));
        if (code == IssueCode.NOT_A_DATE) {
            // English names the years of both eras.
            places.removeAll(Set.of("{2}", "{3}"));
        }

        assertThat(places).isEqualTo(places(thai));
        assertThat(thai).containsPattern("[ก-๙]");
        assertThat(english).doesNotContainPattern("[ก-๙].*[ก-๙]{6}");
    }

    private static Set<String> places(String template) {
        return PLACE.matcher(template)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
