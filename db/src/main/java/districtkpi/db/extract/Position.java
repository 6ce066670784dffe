package districtkpi.db.extract;

import java.util.Comparator;

/**
 * Where a row stands in its file.
 *
 * @param sheet its number among those that were read, from 1
 * @param line from 1
 */
public record Position(int sheet, int line) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::sheet).thenComparingInt(Position::line);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
