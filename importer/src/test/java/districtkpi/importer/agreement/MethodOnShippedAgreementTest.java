package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The boundary values of the method document, through the agreement file that is shipped. */
class MethodOnShippedAgreementTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    private final Agreement agreement = AgreementText.shipped("2565-1").agreement();
    private final Scorer scorer = new Scorer(agreement);

    @ParameterizedTest(name = "{0}: {1} is {2} {3}")
    @CsvFileSource(files = "../docs/method/vectors.csv", numLinesToSkip = 1)
    void givesTheLevelOfTheMethodDocument(
            String indicator,
            @Nullable String given,
            String status,
            @Nullable Integer level,
            @Nullable Integer levelMin,
            @Nullable Integer levelMax) {
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        for (String part : (given == null ? "" : given).split("; ", -1)) {
            if (!part.isEmpty()) {
                String[] sides = part.split("=", 2);
                String[] amounts =
                        sides[1].startsWith("n/a: ")
                                ? new String[] {"n/a", sides[1].substring(5)}
                                : sides[1].split("/", 2);
                MeasureKey key = key(indicator, sides[0]);
                figures.put(
                        key,
                        FigureText.read(
                                agreement.measure(key).orElseThrow().kind(),
                                amounts[0],
                                amounts.length > 1 ? amounts[1] : "",
                                amounts.length > 1 ? amounts[1] : ""));
            }
        }

        IndicatorScore score =
                scorer.score(DISTRICT, figures).line(IndicatorId.of(indicator)).score();

        assertThat(row(score))
                .isEqualTo("%s %s %s %s".formatted(status, level, levelMin, levelMax));
    }

    private static String row(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Scored scored ->
                    String.format(
                            Locale.ROOT,
                            "SCORED %d %d %d",
                            scored.level(),
                            scored.level(),
                            scored.level());
            case IndicatorScore.Incomplete incomplete ->
                    String.format(
                            Locale.ROOT,
                            "INCOMPLETE %d %d %d",
                            incomplete.level(),
                            incomplete.levelMin(),
                            incomplete.levelMax());
            case IndicatorScore.NoResult none ->
                    String.format(
                            Locale.ROOT, "NO_RESULT null %d %d", none.levelMin(), none.levelMax());
            case IndicatorScore.NotApplicable _ -> "NOT_APPLICABLE null null null";
        };
    }

    @Test
    void givesTheTotalOfTheWorkedDistrict() throws IOException {
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        List<String> lines = Files.readAllLines(Path.of("../docs/method/worked-district.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            MeasureKey key = key(cells[2], cells[3]);
            figures.put(
                    key,
                    FigureText.read(
                            agreement.measure(key).orElseThrow().kind(),
                            cells[4],
                            cells[5],
                            cells[8]));
        }

        Scorecard scorecard = scorer.score(DISTRICT, figures);

        assertThat(scorecard.total().points()).contains(BigFraction.of(73));
        assertThat(scorecard.total().isComplete()).isTrue();
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }
}
