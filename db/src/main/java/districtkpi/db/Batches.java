package districtkpi.db;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/** Many rows, put in with few statements. */
public final class Batches {

    /** Of one statement: well below the 65,535 values that PostgreSQL takes. */
    private static final int ROWS = 1_000;

    private Batches() {}

    /** Hands rows on in their order, as many at once as one statement takes. */
    public static <T> void forEach(List<T> rows, Consumer<List<T>> insert) {
        rows.stream().gather(Gatherers.windowFixed(ROWS)).forEach(insert);
    }
}
