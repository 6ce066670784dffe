package districtkpi.db.withdrawal;

import java.util.List;

/**
 * What there is of a round, and would go with it.
 *
 * @param agreements the versions of its agreement, the first one first
 * @param files results and extracts that were taken in and have no figure of another round, in the
 *     order in which they came, those that were undone too
 * @param sharedFiles in force, with figures of other rounds as well
 * @param recorded what districts handed in online, an import each
 * @param figures as reported, those that do not count any more too
 * @param overrides levels set by hand, those that were withdrawn too
 * @param evidence files and papers, those that were withdrawn too
 * @param receipts printed reports that were received, those that were a mistake too
 * @param sheets handed over to officers, each version
 * @param publications revisions that were published
 * @param others rounds that there are beside it
 */
public record RoundContents(
        List<RoundFile> agreements,
        List<RoundFile> files,
        List<String> sharedFiles,
        int recorded,
        int figures,
        int overrides,
        int evidence,
        int receipts,
        int sheets,
        int publications,
        int others) {

    public RoundContents {
        agreements = List.copyOf(agreements);
        files = List.copyOf(files);
        sharedFiles = List.copyOf(sharedFiles);
    }

    /**
     * A file that was taken in.
     *
     * @param sha256 of its bytes, as 64 hexadecimal digits
     */
    public record RoundFile(String name, String sha256) {}
}
