package districtkpi.db.laboratory;

import java.time.Instant;

/**
 * A draft that an account kept.
 *
 * @param name given by its owner, unlike those of the owner's other drafts of the round
 * @param draft as the address of the laboratory has it
 */
public record KeptDraft(long id, String name, String draft, Instant keptAt) {}
