package districtkpi.db.recording;

import static districtkpi.domain.testing.MeasureBuilder.measure;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.recording.EvidenceDeadlines.LevelDue;
import districtkpi.db.recording.EvidenceDeadlines.StepDue;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceDeadlinesTest {

    private static final LocalDate DUE = LocalDate.of(2022, 3, 4);

    private final Computation.Step step =
            new Computation.Step(
                    AgreementBuilder.text("in time"),
                    BigDecimal.ONE,
                    List.of(new Condition.DoneBy(MeasureId.of("sent"), DUE)));
    private final Indicator indicator =
            IndicatorBuilder.indicator("X")
                    .measures(
                            measure("sent", MeasureKind.DATE).build(),
                            measure("reported", MeasureKind.DATE).build())
                    .computedMeasures(
                            List.of(
                                    new ComputedMeasure(
                                            MeasureId.of("points"),
                                            AgreementBuilder.text("points"),
                                            new MeasureUnit(AgreementBuilder.text("points"), 0),
                                            new Computation.Points(
                                                    Computation.Accumulation.SUM, List.of(step)),
                                            null,
                                            null)))
                    .levels("points >= 1", "reported by 2022-03-10")
                    .build();
    private final EvidenceDeadlines deadlines = new EvidenceDeadlines(indicator);

    @Test
    void stepsAskForDaysAsLevelsDo() {
        assertThat(deadlines.all())
                .containsExactly(
                        new LevelDue(
                                indicator.level(2),
                                MeasureId.of("reported"),
                                LocalDate.of(2022, 3, 10)),
                        new StepDue(step, MeasureId.of("sent"), DUE));
        assertThat(deadlines.missedOn(DUE)).isEmpty();
        assertThat(deadlines.missedOn(DUE.plusDays(1)))
                .containsExactly(new StepDue(step, MeasureId.of("sent"), DUE));
    }

    @Test
    void theDayOfAStepIsTypedLikeThatOfALevel() {
        assertThat(deadlines.typedMeasures()).isEqualTo(indicator.measures());
    }
}
