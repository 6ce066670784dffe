package districtkpi.db.extract;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;

/** How a figure of a district came about that an import of an extract brought. */
public record ImportedWorking(long importId, MeasureId measure, LocalizedText text) {}
