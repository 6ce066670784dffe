package districtkpi.ui.chart;

import java.util.List;
import java.util.Optional;

/**
 * Marks that belong together, one for each category.
 *
 * @param colour name of a CSS variable, such as {@code --team}
 * @param marks a gap where there is nothing: it is left open, never drawn as 0
 */
public record Series(String name, String colour, List<Optional<Mark>> marks) {

    public Series {
        marks = List.copyOf(marks);
    }
}
