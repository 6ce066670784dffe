package districtkpi.ui.chart;

/**
 * What stands above a picture.
 *
 * @param says what the picture says, worked out from what it draws: {@code Pho Tak fell 4 ranks,
 *     mostly by T1}
 * @param unit what is measured, and in what: {@code Total (of 100)}
 */
public record ChartTitle(String says, String unit) {

    public ChartTitle {
        if (says.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("A picture says something, in a unit");
        }
    }
}
