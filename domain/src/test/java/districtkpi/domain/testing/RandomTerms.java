package districtkpi.domain.testing;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Terms of single districts that no office would agree: other targets and days, weights that change
 * places, and indicators that are none of a district's.
 */
public final class RandomTerms {

    private static final int FIRST_DISTRICT = 4301;

    private RandomTerms() {}

    /**
     * A section in which something differs for about half of the districts from 4301 on.
     *
     * @param target what a level asks for instead
     */
    public static SectionTerms of(
            SectionTerms terms,
            Random random,
            int districts,
            BiFunction<Indicator, Condition.Comparison, BigDecimal> target) {
        SectionTerms result = terms;
        for (int i = 0; i < districts; i++) {
            if (random.nextBoolean()) {
                result =
                        of(
                                result,
                                random,
                                DistrictCode.of(String.valueOf(FIRST_DISTRICT + i)),
                                target);
            }
        }
        return result;
    }

    private static SectionTerms of(
            SectionTerms terms,
            Random random,
            DistrictCode district,
            BiFunction<Indicator, Condition.Comparison, BigDecimal> target) {
        List<Indicator> all = terms.indicators();
        int first = random.nextInt(all.size());
        int second = (first + 1) % all.size();
        int kind = random.nextInt(4);
        List<Indicator> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Indicator indicator = all.get(i);
            boolean applies = kind < 2 || i != first;
            Optional<BigDecimal> weight =
                    switch (kind) {
                        // Each has the weight of the one before it.
                        case 1 -> Optional.of(all.get((i + all.size() - 1) % all.size()).weight());
                        // What does not apply leaves its weight to the next one.
                        case 2 ->
                                Optional.of(all.get(first).weight().add(all.get(second).weight()))
                                        .filter(_ -> first != second)
                                        .filter(_ -> own.size() == second);
                        default -> Optional.empty();
                    };
            own.add(with(indicator, random, district, applies, weight, target));
        }
        return new SectionTerms(terms.section(), terms.name(), terms.share(), terms.outOf(), own);
    }

    private static Indicator with(
            Indicator indicator,
            Random random,
            DistrictCode district,
            boolean applies,
            Optional<BigDecimal> weight,
            BiFunction<Indicator, Condition.Comparison, BigDecimal> target) {
        List<BigDecimal> targets = random.nextBoolean() ? targets(indicator, target) : List.of();
        List<LocalDate> deadlines = random.nextBoolean() ? deadlines(indicator, random) : List.of();
        if (applies && targets.isEmpty() && deadlines.isEmpty() && weight.isEmpty()) {
            return indicator;
        }
        List<DistrictTerms> districts = new ArrayList<>(indicator.districts());
        districts.add(new DistrictTerms(district, targets, deadlines, weight, applies));
        return IndicatorBuilder.like(indicator).districts(districts).build();
    }

    /** Of the levels that compare one number each; none where one compares more. */
    public static List<BigDecimal> targets(
            Indicator indicator, BiFunction<Indicator, Condition.Comparison, BigDecimal> target) {
        return single(indicator, Condition.Comparison.class).stream()
                .map(comparison -> target.apply(indicator, comparison))
                .toList();
    }

    /** A day before or after what is agreed, likewise. */
    public static List<LocalDate> deadlines(Indicator indicator, Random random) {
        return single(indicator, Condition.DoneBy.class).stream()
                .map(by -> by.deadline().plusDays(random.nextInt(3) - 1))
                .toList();
    }

    private static <T extends Condition> List<T> single(Indicator indicator, Class<T> kind) {
        List<List<T>> found =
                indicator.levels().stream()
                        .map(level ->
                                level.conditions().stream()
                                        .filter(kind::isInstance)
                                        .map(kind::cast)
                                        .toList())
                        .toList();
        return found.stream().anyMatch(each -> each.size() > 1)
                ? List.of()
                : found.stream().flatMap(List::stream).toList();
    }
}
