package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.MeasureId;
import java.math.BigDecimal;

/** A condition as the text of a level prints it, before the levels of the indicator are known. */
public sealed interface PrintedCondition {

    MeasureId measure();

    /** What stands as it is in the agreement. */
    record Plain(Condition condition) implements PrintedCondition {
        @Override
        public MeasureId measure() {
            return condition.measure();
        }
    }

    /**
     * A number between two printed ends, both included, such as 60–69.99.
     *
     * @param to not below {@code from}
     */
    record Range(MeasureId measure, BigDecimal from, BigDecimal to) implements PrintedCondition {}
}
