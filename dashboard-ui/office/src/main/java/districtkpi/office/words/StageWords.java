package districtkpi.office.words;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Stage;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which targets hold until days of the round. */
public record StageWords(Words words) {

    /** A stage with its targets, such as {@code until 31/12/2565: ≥ 10 / ≥ 15 %}. */
    public String of(Indicator indicator, Stage stage) {
        Indicator then = indicator.on(stage.until());
        return words.of(
                "stage.until",
                words.date(stage.until()),
                new MeasureWords(words, then).bounds(then));
    }

    /**
     * What a level asks for instead of what its text says; absent where the text holds.
     *
     * @param indicator as it holds on a day
     * @param level its number, from 1
     */
    public Optional<String> here(Indicator indicator, int level) {
        MeasureWords measures = new MeasureWords(words, indicator);
        String asked =
                indicator.level(level).conditions().stream()
                        .filter(Condition.Comparison.class::isInstance)
                        .map(measures::condition)
                        .collect(Collectors.joining("; "));
        return indicator.stages().stream()
                .findFirst()
                .filter(_ -> !asked.isEmpty())
                .map(stage -> words.of("stage.here", words.date(stage.until()), asked));
    }
}
