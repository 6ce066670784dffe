package districtkpi.ui.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is drawn stands out from what it is drawn on, in both themes.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#non-text-contrast">WCAG 2.2, 1.4.11</a>
 * @see <a href="https://bottosson.github.io/posts/oklab/">Oklab</a>
 */
class ChartColoursTest {

    /** What bars, lines and marks are drawn in. */
    static final Set<String> MARKS =
            Set.of(
                    "--series-1",
                    "--series-2",
                    "--series-3",
                    "--series-4",
                    "--series-5",
                    "--series-6",
                    "--compare-1",
                    "--compare-2",
                    "--compare-3",
                    "--compare-4",
                    "--compare-5",
                    "--gain",
                    "--loss",
                    "--good",
                    "--line-strong",
                    "--hatch",
                    "--link",
                    "--ink",
                    "--ink-soft");

    /** What they are drawn on, and lines of a grid, which say nothing alone. */
    static final Set<String> GROUNDS = Set.of("--paper", "--line", "--transparent");

    /** Areas with a border of a colour above. */
    static final Set<String> BORDERED = Set.of("--map-low", "--map-high", "--map-down");

    private static final double MIN_CONTRAST = 3;

    private static final Pattern PAIR =
            Pattern.compile(
                    "light-dark\\(oklch\\(([0-9.]+) ([0-9.]+) ([0-9.]+)\\),"
                            + " oklch\\(([0-9.]+) ([0-9.]+) ([0-9.]+)\\)\\)");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void marksStandOutFromTheirGround(boolean dark) throws IOException {
        String css = css();
        List<Double> grounds = new ArrayList<>(List.of(luminance(css, "--paper", dark)));
        grounds.add(
                luminance(
                        dark ? new double[] {0.21, 0.015, 258} : new double[] {0.975, 0.004, 250}));
        assertThat(css)
                .contains("--aura-background-color-light: oklch(0.975 0.004 250)")
                .contains("--aura-background-color-dark: oklch(0.21 0.015 258)");
        for (String mark : MARKS) {
            double colour = luminance(css, mark, dark);
            for (double ground : grounds) {
                assertThat((Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05))
                        .as("%s in the %s theme", mark, dark ? "dark" : "light")
                        .isGreaterThanOrEqualTo(MIN_CONTRAST);
            }
        }
    }

    private static String css() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        ChartColoursTest.class.getResourceAsStream(
                                "/META-INF/resources/styles.css"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static double luminance(String css, String variable, boolean dark) {
        Matcher found = Pattern.compile(variable + ": " + PAIR.pattern()).matcher(css);
        assertThat(found.find()).as(variable).isTrue();
        int first = dark ? 4 : 1;
        return luminance(
                new double[] {
                    Double.parseDouble(found.group(first)),
                    Double.parseDouble(found.group(first + 1)),
                    Double.parseDouble(found.group(first + 2))
                });
    }

    /** Of a colour by lightness, chroma and hue in degrees; what no screen shows is cut off. */
    private static double luminance(double[] colour) {
        double a = colour[1] * Math.cos(Math.toRadians(colour[2]));
        double b = colour[1] * Math.sin(Math.toRadians(colour[2]));
        double l = cube(colour[0] + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(colour[0] - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(colour[0] - 0.0894841775 * a - 1.2914855480 * b);
        double red = Math.clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, 0, 1);
        double green = Math.clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, 0, 1);
        double blue = Math.clamp(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 0, 1);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double cube(double number) {
        return number * number * number;
    }
}
