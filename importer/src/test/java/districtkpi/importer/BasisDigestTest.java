package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What was shown before a commit has another basis as soon as anything of it is another. */
class BasisDigestTest {

    private static final RoundId ROUND = RoundId.parse("2565-2");
    private static final RoundId OTHER_ROUND = RoundId.parse("2566-1");
    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final DistrictCode OTHER_DISTRICT = DistrictCode.of("4302");
    private static final MeasureKey MEASURE = MeasureKey.parse("T2.activities");
    private static final LocalDate DAY = LocalDate.of(2022, 8, 31);
    private static final Figure FIGURE = figure(count("5"), DAY, 1, "", 2);

    @Test
    void isAnotherForEachFieldOfAReport() {
        Change change = change(Kind.CREATED, ROUND, DISTRICT, "T2.activities", DAY, "", 2);
        Issue issue = issue(Issue.Severity.WARNING, "A", "", 1, "c", "v", "ก", "a");
        allDiffer(
                Stream.of(
                                report("a", counts(1, 2, 3, 4, 5), List.of(), List.of()),
                                report("b", counts(1, 2, 3, 4, 5), List.of(), List.of()),
                                report("a", counts(9, 2, 3, 4, 5), List.of(), List.of()),
                                report("a", counts(1, 9, 3, 4, 5), List.of(), List.of()),
                                report("a", counts(1, 2, 9, 4, 5), List.of(), List.of()),
                                report("a", counts(1, 2, 3, 9, 5), List.of(), List.of()),
                                report("a", counts(1, 2, 3, 4, 9), List.of(), List.of()),
                                report("a", counts(1, 2, 3, 4, 5), List.of(issue), List.of()),
                                report("a", counts(1, 2, 3, 4, 5), List.of(), List.of(change)),
                                report("a", counts(1, 2, 3, 4, 5), List.of(), List.of())
                                        .withCells(corrected(), List.of()))
                        .map(ImportReport::basis));
    }

    @Test
    void isAnotherForEachFieldOfAnIssue() {
        allDiffer(
                Stream.of(
                                issue(Issue.Severity.WARNING, "A", "", 1, "c", "v", "ก", "a"),
                                issue(Issue.Severity.ERROR, "A", "", 1, "c", "v", "ก", "a"),
                                issue(Issue.Severity.WARNING, "B", "", 1, "c", "v", "ก", "a"),
                                issue(Issue.Severity.WARNING, "A", "s", 1, "c", "v", "ก", "a"),
                                issue(Issue.Severity.WARNING, "A", "", 2, "c", "v", "ก", "a"),
                                issue(Issue.Severity.WARNING, "A", "", 1, "d", "v", "ก", "a"),
                                issue(Issue.Severity.WARNING, "A", "", 1, "c", "w", "ก", "a"),
                                issue(Issue.Severity.WARNING, "A", "", 1, "c", "v", "ข", "a"),
                                issue(Issue.Severity.WARNING, "A", "", 1, "c", "v", "ก", "b"))
                        .map(issue -> new BasisDigest().issues(List.of(issue)).sha256()));
    }

    @Test
    void isAnotherForEachFieldOfAChange() {
        Change known = change(Kind.CREATED, ROUND, DISTRICT, "T2.activities", DAY, "", 2);
        allDiffer(
                Stream.of(
                                known,
                                change(Kind.CHANGED, ROUND, DISTRICT, "T2.activities", DAY, "", 2),
                                change(
                                        Kind.CREATED,
                                        OTHER_ROUND,
                                        DISTRICT,
                                        "T2.activities",
                                        DAY,
                                        "",
                                        2),
                                change(
                                        Kind.CREATED,
                                        ROUND,
                                        OTHER_DISTRICT,
                                        "T2.activities",
                                        DAY,
                                        "",
                                        2),
                                change(Kind.CREATED, ROUND, DISTRICT, "T2.others", DAY, "", 2),
                                change(
                                        Kind.CREATED,
                                        ROUND,
                                        DISTRICT,
                                        "T2.activities",
                                        DAY.plusDays(1),
                                        "",
                                        2),
                                change(Kind.CREATED, ROUND, DISTRICT, "T2.activities", DAY, "s", 2),
                                change(Kind.CREATED, ROUND, DISTRICT, "T2.activities", DAY, "", 3),
                                withFigures(known, Optional.of(FIGURE), Optional.empty()),
                                withFigures(known, Optional.empty(), Optional.of(FIGURE)))
                        .map(change -> effect(List.of(change), List.of(), List.of())));
    }

    @Test
    void isAnotherForEachFieldOfAFigure() {
        Change known = change(Kind.CHANGED, ROUND, DISTRICT, "T2.activities", DAY, "", 2);
        allDiffer(
                Stream.of(
                                FIGURE,
                                figure(count("6"), DAY, 1, "", 2),
                                figure(count("5.0"), DAY, 1, "", 2),
                                figure(count("5"), DAY.plusDays(1), 1, "", 2),
                                figure(count("5"), DAY, 2, "", 2),
                                figure(count("5"), DAY, 1, "s", 2),
                                figure(count("5"), DAY, 1, "", 3),
                                figure(percentage("5"), DAY, 1, "", 2),
                                figure(ratio("5", "6"), DAY, 1, "", 2),
                                figure(ratio("5", "7"), DAY, 1, "", 2),
                                figure(new MeasuredValue.Done(null), DAY, 1, "", 2),
                                figure(new MeasuredValue.Done(DAY), DAY, 1, "", 2),
                                figure(new MeasuredValue.NotDone(), DAY, 1, "", 2),
                                figure(new MeasuredValue.Day(DAY), DAY, 1, "", 2),
                                figure(new MeasuredValue.NotApplicable("5"), DAY, 1, "", 2),
                                figure(new MeasuredValue.NotApplicable("6"), DAY, 1, "", 2))
                        .map(figure ->
                                effect(
                                        List.of(
                                                withFigures(
                                                        known,
                                                        Optional.of(figure),
                                                        Optional.empty())),
                                        List.of(),
                                        List.of())));
    }

    @Test
    void isAnotherForEachFieldOfALevelAndOfARank() {
        allDiffer(
                Stream.of(
                                level(ROUND, DISTRICT, "T1", 1, 2, "1/3", "2/3"),
                                level(OTHER_ROUND, DISTRICT, "T1", 1, 2, "1/3", "2/3"),
                                level(ROUND, OTHER_DISTRICT, "T1", 1, 2, "1/3", "2/3"),
                                level(ROUND, DISTRICT, "T2", 1, 2, "1/3", "2/3"),
                                level(ROUND, DISTRICT, "T1", 0, 2, "1/3", "2/3"),
                                level(ROUND, DISTRICT, "T1", 1, 3, "1/3", "2/3"),
                                level(ROUND, DISTRICT, "T1", 1, 2, "1/2", "2/3"),
                                level(ROUND, DISTRICT, "T1", 1, 2, "1/3", "1/1"))
                        .map(level -> effect(List.of(), List.of(level), List.of())));
        allDiffer(
                Stream.of(
                                rank(ROUND, DISTRICT, "1/3", "2/3", 1, 2),
                                rank(OTHER_ROUND, DISTRICT, "1/3", "2/3", 1, 2),
                                rank(ROUND, OTHER_DISTRICT, "1/3", "2/3", 1, 2),
                                rank(ROUND, DISTRICT, "1/2", "2/3", 1, 2),
                                rank(ROUND, DISTRICT, "1/3", "1/1", 1, 2),
                                rank(ROUND, DISTRICT, "1/3", "2/3", 3, 2),
                                rank(ROUND, DISTRICT, "1/3", "2/3", 1, 3))
                        .map(rank -> effect(List.of(), List.of(), List.of(rank))));
    }

    /** It is stored with imports, whose bytes are found by it. */
    @Test
    void ofCorrectionsIsWhatItAlwaysWas() {
        assertThat(corrected().sha256())
                .isEqualTo("e75bf30feabea216ee6cc4fd029bfc03baf5922d26ab5b9f63d7b9a9d2b01312");
    }

    private static void allDiffer(Stream<String> digests) {
        List<String> all = digests.toList();
        Set<String> different = all.stream().collect(Collectors.toSet());
        assertThat(different).hasSameSizeAs(all);
    }

    private static String effect(
            List<Change> changes, List<LevelChange> levels, List<Impact> impact) {
        return new BasisDigest().effect(new ImportEffect(changes, levels, impact)).sha256();
    }

    private static ImportReport report(
            String sha256, Counts counts, List<Issue> issues, List<Change> changes) {
        return new ImportReport(
                OptionalLong.empty(),
                Status.DRY_RUN,
                "results.csv",
                sha256,
                counts,
                issues,
                new ImportEffect(changes, List.of(), List.of()));
    }

    private static Counts counts(int rows, int created, int changed, int unchanged, int rejected) {
        return new Counts(rows, created, changed, unchanged, rejected);
    }

    private static CellCorrections corrected() {
        return new CellCorrections(
                List.of(new CellCorrection("บอ", 5, 3, "value", "x", "12", Instant.EPOCH)));
    }

    private static Issue issue(
            Issue.Severity severity,
            String code,
            String sheet,
            int line,
            String column,
            String value,
            String thai,
            String english) {
        return new Issue(
                severity, code, sheet, line, column, value, new LocalizedText(thai, english));
    }

    private static Change change(
            Kind kind,
            RoundId round,
            DistrictCode district,
            String measure,
            LocalDate day,
            String sheet,
            int line) {
        return new Change(
                kind,
                round,
                district,
                MeasureKey.parse(measure),
                day,
                sheet,
                line,
                Optional.empty(),
                Optional.empty());
    }

    private static Change withFigures(
            Change change, Optional<Figure> before, Optional<Figure> after) {
        return new Change(
                change.kind(),
                change.round(),
                change.district(),
                MEASURE,
                change.asOf(),
                change.sheet(),
                change.line(),
                before,
                after);
    }

    private static Figure figure(
            MeasuredValue value, LocalDate day, long importId, String sheet, int line) {
        return new Figure(value, day, OptionalLong.of(importId), sheet, line);
    }

    private static MeasuredValue count(String number) {
        return new MeasuredValue.Count(new BigDecimal(number));
    }

    private static MeasuredValue percentage(String number) {
        return new MeasuredValue.Percentage(new BigDecimal(number));
    }

    private static MeasuredValue ratio(String value, String of) {
        return new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of));
    }

    private static LevelChange level(
            RoundId round,
            DistrictCode district,
            String indicator,
            int before,
            int after,
            String pointsBefore,
            String pointsAfter) {
        return new LevelChange(
                round,
                district,
                IndicatorId.of(indicator),
                OptionalInt.of(before),
                OptionalInt.of(after),
                Optional.of(fraction(pointsBefore)),
                Optional.of(fraction(pointsAfter)));
    }

    private static Impact rank(
            RoundId round,
            DistrictCode district,
            String totalBefore,
            String totalAfter,
            int before,
            int after) {
        return new Impact(
                round,
                district,
                Optional.of(fraction(totalBefore)),
                Optional.of(fraction(totalAfter)),
                OptionalInt.of(before),
                OptionalInt.of(after));
    }

    private static BigFraction fraction(String text) {
        String[] parts = text.split("/", -1);
        return BigFraction.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
