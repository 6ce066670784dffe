package districtkpi.importer;

import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportEffect.LevelChange;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a file would do, did, or why it was refused.
 *
 * @param id of the import; present once committed
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param effect of a refused file of results what its good rows would do to its figures; none of
 *     other refused files
 * @param wrongCells of a refused file the cells that its errors are about, as far as they can be
 *     mended where they stand
 * @param corrections the cells in whose place something else was read
 */
public record ImportReport(
        OptionalLong id,
        Status status,
        String file,
        String sha256,
        Counts counts,
        List<Issue> issues,
        ImportEffect effect,
        List<WrongCell> wrongCells,
        CellCorrections corrections) {

    public ImportReport {
        issues = List.copyOf(issues);
        wrongCells = List.copyOf(wrongCells);
    }

    /** A report about a file that is read as it came. */
    public ImportReport(
            OptionalLong id,
            Status status,
            String file,
            String sha256,
            Counts counts,
            List<Issue> issues,
            ImportEffect effect) {
        this(id, status, file, sha256, counts, issues, effect, List.of(), CellCorrections.NONE);
    }

    /** A report about a file that does nothing because of what is wrong with it. */
    public static ImportReport rejected(
            String file, String sha256, Counts counts, List<Issue> issues) {
        return new ImportReport(
                OptionalLong.empty(),
                Status.REJECTED,
                file,
                sha256,
                counts,
                issues,
                ImportEffect.NONE);
    }

    /** The same with other words about what is wrong. */
    public ImportReport withIssues(List<Issue> other) {
        return new ImportReport(
                id, status, file, sha256, counts, other, effect, wrongCells, corrections);
    }

    /** The same with something that it does. */
    public ImportReport withEffect(ImportEffect other) {
        return new ImportReport(
                id, status, file, sha256, counts, issues, other, wrongCells, corrections);
    }

    /** The same of a file with cells mended. */
    public ImportReport withCells(CellCorrections mended, List<WrongCell> wrong) {
        return new ImportReport(id, status, file, sha256, counts, issues, effect, wrong, mended);
    }

    public int rows() {
        return counts.rows();
    }

    public int created() {
        return counts.created();
    }

    public int changed() {
        return counts.changed();
    }

    public int unchanged() {
        return counts.unchanged();
    }

    public int rejected() {
        return counts.rejected();
    }

    public List<Impact> impact() {
        return effect.impact();
    }

    public List<Change> changes() {
        return effect.changes();
    }

    public List<LevelChange> levels() {
        return effect.levels();
    }

    /** Figures that are kept but do not count today, since one of a later day does. */
    public int overtaken() {
        return status == Status.REJECTED ? 0 : effect.count(Kind.OVERTAKEN);
    }

    /**
     * Stands for everything that is shown before a commit: two reports with the same basis say the
     * same about the same bytes. A commit that is given the basis of a dry run stores nothing
     * unless its own is the same.
     *
     * @return 64 lower-case hexadecimal digits, without meaning to anybody else
     */
    public String basis() {
        return new BasisDigest()
                .text(sha256)
                .text(corrections.sha256())
                .number(counts.rows())
                .number(counts.created())
                .number(counts.changed())
                .number(counts.unchanged())
                .number(counts.rejected())
                .issues(issues)
                .effect(effect)
                .sha256();
    }

    /**
     * How many rows a file has, and what becomes of its figures.
     *
     * @param rows data rows of the file (for an agreement: its indicators)
     * @param created figures that were not known before and count today or later (for an agreement:
     *     indicators, here and below)
     * @param changed figures that differ from those known before and count today or later
     * @param unchanged figures that were known already
     * @param rejected rows with an error
     */
    public record Counts(int rows, int created, int changed, int unchanged, int rejected) {

        /** Of a file that does nothing. */
        public static Counts rejected(int rows, int rejected) {
            return new Counts(rows, 0, 0, 0, rejected);
        }

        /** Of a file that something is done with. */
        public static Counts of(int rows, ImportEffect effect) {
            return new Counts(
                    rows,
                    effect.count(Kind.CREATED),
                    effect.count(Kind.CHANGED),
                    effect.count(Kind.UNCHANGED),
                    0);
        }
    }

    /** How an import ended. */
    public enum Status {
        COMMITTED,
        DRY_RUN,
        REJECTED
    }
}
