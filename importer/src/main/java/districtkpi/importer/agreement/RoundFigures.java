package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.issue.AgreementIssueCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a version of an agreement does to the figures that its round already has. They are all kept
 * whatever happens; the question is which count and whether they still mean what was reported.
 */
final class RoundFigures {

    private final Agreement inForce;
    private final List<Measurement> figures;

    /**
     * @param inForce the version that the figures count by so far
     * @param figures all of the round
     */
    RoundFigures(Agreement inForce, List<Measurement> figures) {
        this.inForce = inForce;
        this.figures = figures;
    }

    /**
     * Reports what a new version does to the figures.
     *
     * @param measureLines of the new version
     */
    void check(Agreement version, Map<MeasureKey, Integer> measureLines, AgreementIssues issues) {
        if (figures.isEmpty()) {
            return;
        }
        if (!version.provinceCode().equals(inForce.provinceCode())) {
            issues.add(
                    AgreementIssueCode.PROVINCE_CHANGED,
                    0,
                    "province",
                    version.provinceCode(),
                    version.round(),
                    inForce.provinceCode(),
                    version.provinceCode());
        }
        Map<MeasureKey, List<Measurement>> byMeasure =
                figures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Measurement::measure, TreeMap::new, Collectors.toList()));
        byMeasure.forEach((key, known) -> check(key, known, version, measureLines, issues));
        checkDays(version, issues);
    }

    private void check(
            MeasureKey key,
            List<Measurement> known,
            Agreement version,
            Map<MeasureKey, Integer> measureLines,
            AgreementIssues issues) {
        Optional<Measure> before = inForce.recordedMeasure(key);
        Optional<Measure> after = version.recordedMeasure(key);
        if (after.isEmpty()) {
            // Those that the version in force does not have either stopped counting before.
            if (before.isPresent()) {
                issues.add(
                        AgreementIssueCode.FIGURES_NO_LONGER_COUNT,
                        0,
                        key.toString(),
                        "",
                        key,
                        known.size());
            }
            return;
        }
        int line = measureLines.getOrDefault(key, 0);
        long ofAnotherKind =
                known.stream()
                        .filter(figure ->
                                !figure.value().isOf(after.get().kind())
                                        || before.filter(measure ->
                                                        measure.kind() != after.get().kind())
                                                .isPresent())
                        .count();
        if (ofAnotherKind > 0) {
            issues.add(
                    AgreementIssueCode.KIND_CHANGED,
                    line,
                    key.toString(),
                    after.get().kind().key(),
                    key,
                    ofAnotherKind,
                    after.get().kind().key());
        } else if (before.isEmpty()) {
            issues.add(
                    AgreementIssueCode.FIGURES_COUNT_AGAIN,
                    line,
                    key.toString(),
                    "",
                    key,
                    known.size());
        }
    }

    private void checkDays(Agreement version, AgreementIssues issues) {
        long outside =
                figures.stream()
                        .filter(figure -> isOutside(version, figure.asOf()))
                        .filter(figure -> !isOutside(inForce, figure.asOf()))
                        .count();
        if (outside > 0) {
            issues.add(
                    AgreementIssueCode.FIGURES_OUTSIDE_ROUND,
                    0,
                    "lastDay",
                    "",
                    outside,
                    version.firstDay(),
                    version.lastDay());
        }
    }

    /**
     * Reports the districts whose figures stop counting, or begin to, because the last day of the
     * round moves past the first or the last one of the district.
     *
     * @param before the districts of the round so far
     * @param after those by the new version
     */
    void checkDistricts(
            List<District> before,
            List<District> after,
            Agreement version,
            AgreementIssues issues) {
        if (!version.provinceCode().equals(inForce.provinceCode())) {
            return;
        }
        without(before, after)
                .forEach(lost ->
                        report(
                                AgreementIssueCode.DISTRICT_NO_LONGER_COUNTS,
                                lost,
                                version,
                                issues));
        without(after, before)
                .forEach(found ->
                        report(AgreementIssueCode.DISTRICT_COUNTS_AGAIN, found, version, issues));
    }

    private static Stream<District> without(List<District> some, List<District> others) {
        Set<DistrictCode> codes =
                others.stream().map(District::code).collect(Collectors.toUnmodifiableSet());
        return some.stream().filter(district -> !codes.contains(district.code()));
    }

    private void report(
            AgreementIssueCode fault,
            District district,
            Agreement version,
            AgreementIssues issues) {
        long known =
                figures.stream()
                        .filter(figure -> figure.district().equals(district.code()))
                        .count();
        if (known > 0) {
            issues.add(
                    fault,
                    0,
                    "lastDay",
                    district.code().value(),
                    district.name(),
                    district.code(),
                    version.lastDay(),
                    known);
        }
    }

    private static boolean isOutside(Agreement agreement, LocalDate day) {
        return day.isBefore(agreement.firstDay()) || day.isAfter(agreement.lastDay());
    }
}
