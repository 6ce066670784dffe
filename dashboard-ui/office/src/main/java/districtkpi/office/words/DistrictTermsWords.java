package districtkpi.office.words;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about terms that an agreement has for single districts. */
public final class DistrictTermsWords {

    private final Words words;

    public DistrictTermsWords(Words words) {
        this.words = words;
    }

    /** All that differs in a district: {@code targets 100 / 105 households; weight 3}. */
    public String of(Indicator indicator, DistrictTerms terms) {
        List<String> parts = new ArrayList<>();
        if (!terms.applies()) {
            parts.add(words.of("district-terms.not-applicable"));
        }
        if (!terms.targets().isEmpty()) {
            Indicator own = indicator.in(terms.district());
            parts.add(words.of("district-terms.targets", new MeasureWords(words, own).bounds(own)));
        }
        if (!terms.deadlines().isEmpty()) {
            parts.add(
                    words.of(
                            "district-terms.deadlines",
                            terms.deadlines().stream()
                                    .map(words::shortDate)
                                    .collect(Collectors.joining(" / "))));
        }
        terms.weight()
                .ifPresent(weight ->
                        parts.add(words.of("district-terms.weight", words.number(weight))));
        return String.join("; ", parts);
    }

    /**
     * What a level asks for in a district instead of what its text says; absent where the text
     * holds.
     *
     * @param indicator as it was agreed, or as it holds for the district
     * @param level its number, from 1
     */
    public Optional<String> here(Indicator indicator, int level, DistrictCode district) {
        Optional<DistrictTerms> terms =
                indicator.terms(district).filter(DistrictTerms::changesLevels);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Level own = indicator.in(district).level(level);
        MeasureWords measures = new MeasureWords(words, indicator);
        String asked =
                own.conditions().stream()
                        .filter(condition -> isOwn(condition, terms.get()))
                        .map(measures::condition)
                        .collect(Collectors.joining("; "));
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(words.of("district-terms.here", asked));
    }

    private static boolean isOwn(Condition condition, DistrictTerms terms) {
        return switch (condition) {
            case Condition.Comparison _ -> !terms.targets().isEmpty();
            case Condition.DoneBy _ -> !terms.deadlines().isEmpty();
            case Condition.Done _ -> false;
        };
    }
}
