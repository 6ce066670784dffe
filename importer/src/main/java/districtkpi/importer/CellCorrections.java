package districtkpi.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All cells of a file that are mended, by place, each once. They belong to one file: laid over
 * another one, whose cells say something else, they are refused.
 *
 * @param all by sheet, line and column
 */
public record CellCorrections(List<CellCorrection> all) {

    /** More cells than anybody mends on a screen; a file with so many faults is mended itself. */
    public static final int MAX = 1_000;

    /** A file that is read as it came. */
    public static final CellCorrections NONE = new CellCorrections(List.of());

    /**
     * @throws IllegalArgumentException if two are about one cell
     */
    public CellCorrections {
        all = all.stream().sorted(CellCorrection.BY_PLACE).toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).isAt(all.get(i - 1))) {
                throw new IllegalArgumentException("Twice: " + all.get(i));
            }
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The same with more of them. Of those about one cell the new one counts; one that says what
     * the file says is none.
     */
    public CellCorrections with(Collection<CellCorrection> more) {
        List<CellCorrection> together = new ArrayList<>(all);
        for (CellCorrection one : more) {
            together.removeIf(one::isAt);
            if (!one.after().equals(one.before())) {
                together.add(one);
            }
        }
        return new CellCorrections(together);
    }

    /** The same without one of them. */
    public CellCorrections without(CellCorrection one) {
        return new CellCorrections(all.stream().filter(other -> !other.isAt(one)).toList());
    }

    /**
     * Stands for what is read in which places, whoever said so and when.
     *
     * @return 64 lower-case hexadecimal digits; empty for none
     */
    public String sha256() {
        if (isEmpty()) {
            return "";
        }
        BasisDigest digest = new BasisDigest();
        for (CellCorrection one : all) {
            digest.text(one.sheet()).number(one.line()).number(one.column()).text(one.after());
        }
        return digest.sha256();
    }
}
