package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The boundary values of every indicator of round 2565-1, as the method document lists them. */
class MethodVectorsTest {

    private static final Path METHOD = Path.of("../docs/method");

    private final Scorer scorer = new Scorer(Agreements.round2565No1());

    @ParameterizedTest(name = "{0}: {1} is {2} {3}")
    @CsvFileSource(files = "../docs/method/vectors.csv", numLinesToSkip = 1)
    void givesTheLevelOfTheMethodDocument(
            String indicator,
            @Nullable String given,
            String status,
            @Nullable Integer level,
            @Nullable Integer levelMin,
            @Nullable Integer levelMax) {
        Scorecard scorecard =
                scorer.score(
                        DistrictCode.of("4301"),
                        Figures.of(scorer.agreement(), indicator, given == null ? "" : given));

        ScoreRow row = ScoreRow.of(scorecard.line(IndicatorId.of(indicator)).score());

        assertThat(row).isEqualTo(new ScoreRow(status, level, levelMin, levelMax));
    }

    @Test
    void theMethodDocumentShowsEveryVector() throws IOException {
        List<String> document = Files.readAllLines(METHOD.resolve("scoring.md"));
        List<String> vectors = Files.readAllLines(METHOD.resolve("vectors.csv"));

        assertThat(document)
                .containsSubsequence(
                        vectors.stream()
                                .skip(1)
                                .map(line -> "| " + line.replace(",", " | ") + " |")
                                .toList());
        assertThat(vectors).hasSizeGreaterThan(50);
    }
}
