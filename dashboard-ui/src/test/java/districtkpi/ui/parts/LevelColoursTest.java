package districtkpi.ui.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The colours of the levels: their numbers can be read on them, and neighbours are told apart by
 * every kind of eye.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">contrast ratio</a>
 * @see <a href="https://doi.org/10.1109/TVCG.2009.113">Machado, Oliveira and Fernandes (2009), A
 *     Physiologically-based Model for Simulation of Color Vision Deficiency</a>, at full severity
 * @see <a href="https://bottosson.github.io/posts/oklab/">Oklab</a>
 */
class LevelColoursTest {

    private static final int LEVELS = 5;

    /** As WCAG 2.2 asks for text of normal size. */
    private static final double MIN_CONTRAST = 4.5;

    /** In Oklab, where 0.02 is a difference that is just noticed. */
    private static final double MIN_DISTANCE = 0.1;

    private static final Map<String, double[][]> EYES =
            Map.of(
                    "all colours",
                    new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                    "no red",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
                    "no green",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}
                    },
                    "no blue",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void numbersCanBeReadOnTheirColours(String theme) throws IOException {
        for (int level = 1; level <= LEVELS; level++) {
            double colour = luminance(colour("--level-" + level, theme));
            double ink = luminance(colour("--level-" + level + "-ink", theme));
            assertThat((Math.max(colour, ink) + 0.05) / (Math.min(colour, ink) + 0.05))
                    .as("level %s in the %s theme", level, theme)
                    .isGreaterThanOrEqualTo(MIN_CONTRAST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light, all colours", "light, no red", "light, no green", "light, no blue",
        "dark, all colours", "dark, no red", "dark, no green", "dark, no blue"
    })
    void neighboursAreToldApart(String theme, String eye) throws IOException {
        double[][] seen = Objects.requireNonNull(EYES.get(eye));
        for (int level = 1; level < LEVELS; level++) {
            double[] one = oklab(multiply(seen, colour("--level-" + level, theme)));
            double[] next = oklab(multiply(seen, colour("--level-" + (level + 1), theme)));
            double distance =
                    Math.sqrt(
                            IntStream.range(0, 3)
                                    .mapToDouble(i -> (one[i] - next[i]) * (one[i] - next[i]))
                                    .sum());
            assertThat(distance)
                    .as("levels %s and %s in the %s theme", level, level + 1, theme)
                    .isGreaterThanOrEqualTo(MIN_DISTANCE);
        }
    }

    /** Linear red, green and blue, each from 0 to 1. */
    private static double[] colour(String variable, String theme) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        LevelColoursTest.class.getResourceAsStream(
                                "/META-INF/resources/styles.css"))) {
            Matcher found =
                    Pattern.compile(
                                    Pattern.quote(variable)
                                            + ": light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)")
                            .matcher(new String(file.readAllBytes(), UTF_8));
            assertThat(found.find()).as(variable).isTrue();
            int colour = Integer.parseInt(found.group(theme.equals("light") ? 1 : 2), 16);
            return IntStream.of(colour >> 16, (colour >> 8) & 0xff, colour & 0xff)
                    .mapToDouble(part -> linear(part / 255.0))
                    .toArray();
        }
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double luminance(double[] colour) {
        return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
    }

    private static double[] multiply(double[][] matrix, double[] colour) {
        return Arrays.stream(matrix)
                .mapToDouble(row ->
                        Math.clamp(
                                row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2], 0, 1))
                .toArray();
    }

    private static double[] oklab(double[] colour) {
        double[][] cones = {
            {0.4122214708, 0.5363325363, 0.0514459929},
            {0.2119034982, 0.6806995451, 0.1073969566},
            {0.0883024619, 0.2817188376, 0.6299787005}
        };
        double[] roots = Arrays.stream(multiply(cones, colour)).map(Math::cbrt).toArray();
        return new double[] {
            0.2104542553 * roots[0] + 0.7936177850 * roots[1] - 0.0040720468 * roots[2],
            1.9779984951 * roots[0] - 2.4285922050 * roots[1] + 0.4505937099 * roots[2],
            0.0259040371 * roots[0] + 0.7827717662 * roots[1] - 0.8086757660 * roots[2]
        };
    }
}
