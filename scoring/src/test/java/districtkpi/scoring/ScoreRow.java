package districtkpi.scoring;

import org.jspecify.annotations.Nullable;

/** A score as the files write it: empty where there is no level. */
record ScoreRow(
        String status,
        @Nullable Integer level,
        @Nullable Integer levelMin,
        @Nullable Integer levelMax) {

    static ScoreRow of(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Scored scored ->
                    new ScoreRow("SCORED", scored.level(), scored.level(), scored.level());
            case IndicatorScore.Incomplete incomplete ->
                    new ScoreRow(
                            "INCOMPLETE",
                            incomplete.level(),
                            incomplete.levelMin(),
                            incomplete.levelMax());
            case IndicatorScore.NoResult none ->
                    new ScoreRow("NO_RESULT", null, none.levelMin(), none.levelMax());
            case IndicatorScore.NotApplicable _ -> new ScoreRow("NOT_APPLICABLE", null, null, null);
        };
    }
}
