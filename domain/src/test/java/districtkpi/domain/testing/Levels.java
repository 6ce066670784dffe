package districtkpi.domain.testing;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Levels for a test, as short texts. */
public final class Levels {

    private Levels() {}

    /**
     * Levels from 1 on.
     *
     * @param texts as {@link #conditions} reads them
     */
    public static List<Level> of(String... texts) {
        List<Level> levels = new ArrayList<>();
        for (String text : texts) {
            levels.add(level(levels.size() + 1, conditions(text)));
        }
        return levels;
    }

    /**
     * The same levels with scores of their own.
     *
     * @param scores one for each level, such as {@code 2.5}
     */
    public static List<Level> worth(List<Level> levels, String... scores) {
        List<Level> worth = new ArrayList<>();
        for (Level level : levels) {
            worth.add(
                    new Level(
                            level.number(),
                            new BigDecimal(scores[worth.size()]),
                            level.text(),
                            level.conditions(),
                            level.basis(),
                            level.notes()));
        }
        return worth;
    }

    public static Level level(int number, List<Condition> conditions) {
        return level(number, AgreementBuilder.text("level"), conditions);
    }

    public static Level level(int number, LocalizedText text, List<Condition> conditions) {
        return new Level(
                number, BigDecimal.valueOf(number), text, conditions, Basis.STATED, List.of());
    }

    /**
     * The conditions of a level.
     *
     * @param text parted by semicolons, such as {@code spending >= 70}, {@code plan_approved} or
     *     {@code evidence_received by 2022-03-04}
     */
    public static List<Condition> conditions(String text) {
        return Arrays.stream(text.split(";", -1)).map(part -> condition(part.strip())).toList();
    }

    private static Condition condition(String text) {
        String[] words = text.split(" ", -1);
        MeasureId measure = MeasureId.of(words[0]);
        if (words.length == 1) {
            return new Condition.Done(measure);
        }
        if (words[1].equals("by")) {
            return new Condition.DoneBy(measure, LocalDate.parse(words[2]));
        }
        return new Condition.Comparison(measure, operator(words[1]), new BigDecimal(words[2]));
    }

    private static Operator operator(String text) {
        return switch (text) {
            case ">=" -> Operator.AT_LEAST;
            case ">" -> Operator.MORE_THAN;
            case "<=" -> Operator.AT_MOST;
            case "<" -> Operator.LESS_THAN;
            case "=" -> Operator.EQUAL_TO;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
