package districtkpi.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.Goal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalKindTest {

    @Test
    void readsEveryKind() {
        assertThat(GoalKind.parse("score:80.5")).isEqualTo(new Goal.Score(BigFraction.of(161, 2)));
        assertThat(GoalKind.parse("rank:2")).isEqualTo(new Goal.Rank(2));
        assertThat(GoalKind.parse("floor:3")).isEqualTo(new Goal.NothingBelow(3));
        assertThat(GoalKind.parse("budget:0.25")).isEqualTo(new Goal.Budget(BigFraction.of(1, 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"score:80", "score:80.1234", "score:100", "rank:10", "floor:5", "budget:0"})
    void writesWhatItReads(String text) {
        assertThat(GoalKind.write(GoalKind.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score",
                "score:",
                "score:100.01",
                "score:-1",
                "rank:0",
                "rank:1.5",
                "floor:11",
                "floor:0",
                "budget:-1",
                "wish:1",
                "SCORE:80",
                "score:1e1",
                "score:1:2"
            })
    void refusesWhatIsNoGoal(String text) {
        assertThatThrownBy(() -> GoalKind.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void startsEveryKindWithANumberThatItTakes(GoalKind kind) {
        Goal goal = kind.of(kind.usual());
        assertThat(GoalKind.of(goal)).isEqualTo(kind);
        assertThat(GoalKind.number(goal)).isEqualByComparingTo(kind.usual());
    }

    @Test
    void saysAGoalInWords() {
        Words thai = new Words(new Translations(), Translations.THAI, false);
        assertThat(GoalKind.describe(new Goal.Rank(2), thai)).isEqualTo("อันดับ 2");
        Words english = new Words(new Translations(), Translations.ENGLISH, false);
        assertThat(GoalKind.describe(new Goal.NothingBelow(3), english))
                .isEqualTo("nothing below level 3");
    }
}
