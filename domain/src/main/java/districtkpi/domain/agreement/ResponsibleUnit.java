package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;

/**
 * The provincial group that answers for an indicator; named per agreement, since groups are
 * renamed.
 *
 * @param shortName as printed in the agreement
 */
public record ResponsibleUnit(UnitId id, LocalizedText name, LocalizedText shortName) {}
