package districtkpi.db.backup;

/** Told how far a backup or a restore is, by the thread that does the work. */
@FunctionalInterface
public interface BackupProgress {

    /** Told to nobody. */
    BackupProgress NONE = _ -> {};

    /**
     * Told again and again.
     *
     * @param share of all the work, from 0 to 1; it never goes back
     */
    void reached(double share);

    /** A part of the work, from one share of the whole to another. */
    default BackupProgress part(double from, double to) {
        return share -> reached(from + Math.clamp(share, 0, 1) * (to - from));
    }
}
