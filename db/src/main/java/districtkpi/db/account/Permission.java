package districtkpi.db.account;

/** What somebody may do here; which role may do what says {@link Role}. */
public enum Permission {
    /** Look at what there is, and take it away as files. */
    READ,
    /** Look at the files that came in, which have rows of every district. */
    SOURCES,
    /** Look after the own account: password, tokens. */
    OWN_ACCOUNT,
    /** Take results and extracts in, and undo that. */
    IMPORT,
    /** Record results and evidence online, and hand them in; a district its own. */
    RECORD,
    /** Acknowledge the agreement and hand it down to officers; a district for itself. */
    CASCADE,
    /** Accept what districts handed in, or send it back; a planner what the unit answers for. */
    REVIEW,
    /** Record what the province received of districts, and remind them. */
    REGISTER,
    /** Open a round with its agreement, or add a version to it. */
    AGREE,
    /** Publish a round. */
    PUBLISH,
    /** Take a round away that was opened by mistake. */
    WITHDRAW_ROUND,
    /** Read who did what. */
    AUDIT,
    /** Say who may sign in, and as what. */
    MANAGE_ACCOUNTS,
    /** Say how the program works for everybody. */
    CHANGE_SETTINGS,
    /** Make backups of everything, and take them away. */
    BACK_UP
}
