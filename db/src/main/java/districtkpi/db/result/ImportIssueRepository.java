package districtkpi.db.result;

import java.util.Collection;
import java.util.List;

/** What was doubtful about the imports; nothing is ever changed or deleted. */
public interface ImportIssueRepository {

    /** Stores what stays with an import. Must run in the transaction that stores the import. */
    void add(List<ImportIssue> issues);

    /**
     * What stays with some imports, by import and number.
     *
     * @param imports their ids
     */
    List<ImportIssue> find(Collection<Long> imports);
}
