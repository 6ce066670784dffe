package districtkpi.ui.plan;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.Move;

/** Which levels to come are listed, as the address says it; all of them where it says nothing. */
sealed interface MoveFilter {

    String UNREPORTED = "unreported";
    String UNIT = "unit-";

    /** Of the indicators of a section, such as {@code team}. */
    record OfSection(SectionId section) implements MoveFilter {

        @Override
        public String toString() {
            return section.value();
        }
    }

    /** Of the indicators that a unit answers for, such as {@code unit-promotion}. */
    record OfUnit(UnitId unit) implements MoveFilter {

        @Override
        public String toString() {
            return UNIT + unit;
        }
    }

    /** Of the indicators of which figures are to be reported first. */
    record Unreported() implements MoveFilter {

        @Override
        public String toString() {
            return UNREPORTED;
        }
    }

    /**
     * Reads what {@link Object#toString()} of a filter writes.
     *
     * @throws IllegalArgumentException if it is nothing of this
     */
    static MoveFilter parse(String text) {
        if (text.equals(UNREPORTED)) {
            return new Unreported();
        }
        return text.startsWith(UNIT)
                ? new OfUnit(UnitId.of(text.substring(UNIT.length())))
                : new OfSection(SectionId.of(text));
    }

    /**
     * Whether an indicator is listed.
     *
     * @param next its next level
     */
    default boolean lists(Move next, Agreement agreement) {
        return switch (this) {
            case OfSection(var section) ->
                    agreement.sectionOf(next.indicator().id()).equals(section);
            case OfUnit(var unit) -> next.indicator().isAnsweredBy(unit);
            case Unreported() -> next instanceof Move.ReportFirst;
        };
    }

    default String label(Agreement agreement, Words words) {
        return switch (this) {
            case OfSection(var section) -> words.of(agreement.sectionName(section));
            case OfUnit(var unit) ->
                    agreement.units().stream()
                            .filter(one -> one.id().equals(unit))
                            .findFirst()
                            .map(ResponsibleUnit::shortName)
                            .map(words::of)
                            .orElseGet(unit::value);
            case Unreported() -> words.of("plan.rows.unreported");
        };
    }
}
