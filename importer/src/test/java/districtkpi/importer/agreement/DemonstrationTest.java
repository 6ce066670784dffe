package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.movement.RuleChange;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The made-up rounds: told apart from real ones, believable, and showing every case. */
class DemonstrationTest {

    private static final Set<String> DISTRICTS =
            Set.of("4301", "4302", "4305", "4307", "4308", "4314", "4315", "4316", "4317");

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-2"})
    void agreementsSayInDataTitleAndNotesThatTheyAreMadeUp(String round) {
        Agreement agreement = AgreementText.shipped(round).agreement();

        assertThat(agreement.round()).hasToString(round);
        assertThat(agreement.demonstration()).isTrue();
        assertThat(agreement.title().th()).contains("ข้อมูลสาธิต");
        assertThat(agreement.title().en()).contains("demonstration");
        assertThat(agreement.notes().getFirst().text().th()).contains("ไม่ใช่เอกสารราชการ");
        assertThat(agreement.notes().getFirst().text().en()).contains("made up");
        assertThat(AgreementText.shipped(round).issues())
                .extracting(i -> i.code())
                .containsOnly("LEVEL_TEXT_LONG");
    }

    @Test
    void theAgreementOfTheFirstRoundDiffersInOneIndicatorAndTwoThresholds() {
        Agreement first = AgreementText.shipped("2564-1").agreement();
        Agreement later = AgreementText.shipped("2565-1").agreement();
        int thresholds = 0;
        int concepts = 0;
        for (Indicator indicator : later.indicators().toList()) {
            Indicator earlier = first.indicator(indicator.id()).orElseThrow();
            if (!earlier.concept().equals(indicator.concept())) {
                concepts++;
            } else {
                for (int level = 1; level <= 5; level++) {
                    boolean deadline = indicator.id().equals(IndicatorId.of("T3")) && level == 5;
                    if (!deadline
                            && !earlier.level(level)
                                    .conditions()
                                    .equals(indicator.level(level).conditions())) {
                        thresholds++;
                    }
                }
            }
        }

        assertThat(concepts).isEqualTo(1);
        assertThat(thresholds).isEqualTo(2);
    }

    @Test
    void theAgreementOfTheLastRoundHasAnotherIndicatorAndOneHigherThreshold() {
        List<RuleChange> changes =
                RuleChange.between(
                        AgreementText.shipped("2565-1").agreement(),
                        AgreementText.shipped("2565-2").agreement());

        assertThat(concepts(changes, RuleChange.Added.class)).containsExactly("basic_needs_survey");
        assertThat(concepts(changes, RuleChange.Dropped.class)).containsExactly("big_data_use");
        // 4 March is 27 days before the end of its round, 2 September 28 days.
        assertThat(concepts(changes, RuleChange.Threshold.class))
                .containsExactly("transparency", "poor_households_developed");
    }

    private static List<String> concepts(
            List<RuleChange> changes, Class<? extends RuleChange> kind) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(change -> change.concept().orElseThrow().value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-1", "2565-2"})
    void resultsFitTheirAgreementAndSayThatTheyAreMadeUp(String round) {
        assertFit(AgreementText.shipped(round).agreement(), rows(round));
        assertThat(rows(round)).extracting(row -> row.get("district")).containsAll(DISTRICTS);
        assertThat(rows(round).stream().map(row -> row.get("as_of")).distinct())
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void correctionsFitAndReplaceAFigureThatWasReportedBefore() {
        List<CSVRecord> corrections = records("results-2565-2-corrections.csv");
        assertFit(AgreementText.shipped("2565-2").agreement(), corrections);
        assertThat(corrections)
                .allSatisfy(correction -> {
                    assertThat(correction.get("note")).startsWith("แก้ไข: เดิมรายงาน ");
                    assertThat(rows("2565-2"))
                            .filteredOn(row ->
                                    Stream.of("district", "indicator", "measure", "as_of")
                                            .allMatch(column ->
                                                    row.get(column).equals(correction.get(column))))
                            .singleElement()
                            .satisfies(row -> {
                                assertThat(row.get("value")).isNotEqualTo(correction.get("value"));
                                assertThat(correction.get("note")).contains(row.get("value"));
                            });
                });
    }

    private static void assertFit(Agreement agreement, List<CSVRecord> rows) {
        Set<List<String>> keys = new HashSet<>();

        for (CSVRecord row : rows) {
            assertThat(row.get("round")).isEqualTo(agreement.round().toString());
            assertThat(row.get("source")).startsWith("ข้อมูลสาธิต");
            LocalDate day = LocalDate.parse(row.get("as_of"));
            assertThat(day).isBetween(agreement.firstDay(), agreement.lastDay());
            assertThat(value(agreement, row)).isNotNull();
            assertThat(
                            keys.add(
                                    List.of(
                                            row.get("district"),
                                            row.get("indicator"),
                                            row.get("measure"),
                                            row.get("as_of"))))
                    .as(row.toString())
                    .isTrue();
            if (value(agreement, row) instanceof MeasuredValue.Done done) {
                assertThat(done.day())
                        .hasValueSatisfying(on -> {
                            assertThat(on).isBetween(agreement.firstDay(), day);
                            assertThat(on.getDayOfWeek())
                                    .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                        });
            }
            if (value(agreement, row) instanceof MeasuredValue.Ratio ratio
                    && agreement.measure(key(row)).orElseThrow().kind() == MeasureKind.SHARE) {
                assertThat(ratio.value()).isLessThanOrEqualTo(ratio.of());
            }
        }
    }

    @Test
    void theRealRoundShowsEveryCase() {
        Agreement agreement = AgreementText.shipped("2565-1").agreement();
        Ranking ranking = ranking("2565-1");

        assertThat(score(ranking, "4305", "T2"))
                .isInstanceOfSatisfying(
                        IndicatorScore.Scored.class,
                        scored -> assertThat(scored.level()).isEqualTo(4));
        assertThat(newest(agreement, "4305", "T2", "activities_achieved"))
                .isEqualTo(ratio("57", "60"));
        assertThat(newest(agreement, "4302", "P3", "activities_recorded"))
                .isEqualTo(ratio("34", "40"));
        assertThat(score(ranking, "4302", "P3"))
                .isInstanceOfSatisfying(
                        IndicatorScore.Scored.class,
                        scored -> assertThat(scored.level()).isEqualTo(4));
        assertThat(newest(agreement, "4308", "T3", "evidence_received"))
                .isEqualTo(new MeasuredValue.Day(LocalDate.of(2022, 3, 5)));
        assertThat(score(ranking, "4308", "T3"))
                .isInstanceOfSatisfying(
                        IndicatorScore.Scored.class,
                        scored -> assertThat(scored.level()).isEqualTo(4));
        assertThat(score(ranking, "4315", "T3"))
                .isInstanceOfSatisfying(
                        IndicatorScore.Incomplete.class,
                        incomplete ->
                                assertThat(List.of(incomplete.levelMin(), incomplete.levelMax()))
                                        .containsExactly(4, 5));
        assertThat(score(ranking, "4316", "P6")).isInstanceOf(IndicatorScore.NoResult.class);
        assertThat(score(ranking, "4317", "P4"))
                .isInstanceOfSatisfying(
                        IndicatorScore.NotApplicable.class,
                        none ->
                                assertThat(none.note())
                                        .hasValueSatisfying(
                                                note -> assertThat(note).contains("ไม่มีหนี้")));
        assertThat(score(ranking, "4307", "P6"))
                .isInstanceOfSatisfying(
                        IndicatorScore.Scored.class, scored -> assertThat(scored.level()).isZero());
        assertThat(ranking.rows()).anyMatch(Ranking.Row::shared);
        assertThat(totals(ranking)).doesNotHaveDuplicates().hasSizeGreaterThan(5);
    }

    @Test
    void theLastRoundIsStillOpen() {
        Ranking ranking = ranking("2565-2");

        assertThat(ranking.rows())
                .filteredOn(row -> !row.scorecard().total().isComplete())
                .hasSizeGreaterThan(4);
        assertThat(ranking.rows()).allMatch(row -> row.rank().isPresent());
        assertThat(rows("2565-2"))
                .allMatch(row ->
                        LocalDate.parse(row.get("as_of")).isBefore(LocalDate.of(2022, 9, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2"})
    void earlierRoundsAreComplete(String round) {
        assertThat(ranking(round).rows())
                .hasSize(9)
                .allMatch(row -> row.scorecard().total().isComplete());
    }

    private static Set<BigFraction> totals(Ranking ranking) {
        Set<BigFraction> totals = new HashSet<>();
        ranking.rows().forEach(row -> totals.add(row.scorecard().total().points().orElseThrow()));
        return totals;
    }

    private static IndicatorScore score(Ranking ranking, String district, String indicator) {
        return ranking.row(DistrictCode.of(district))
                .orElseThrow()
                .scorecard()
                .line(IndicatorId.of(indicator))
                .score();
    }

    private static MeasuredValue ratio(String value, String of) {
        return new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of));
    }

    private static MeasuredValue newest(
            Agreement agreement, String district, String indicator, String measure) {
        return rows(agreement.round().toString()).stream()
                .filter(row ->
                        row.get("district").equals(district)
                                && row.get("indicator").equals(indicator)
                                && row.get("measure").equals(measure))
                .max(Comparator.comparing(row -> row.get("as_of")))
                .map(row -> value(agreement, row))
                .orElseThrow();
    }

    /** Files are in the order of their days, so that the last figure of a measure counts. */
    private static Ranking ranking(String round) {
        Agreement agreement = AgreementText.shipped(round).agreement();
        Map<String, Map<MeasureKey, MeasuredValue>> values = new TreeMap<>();
        for (CSVRecord row : rows(round)) {
            values.computeIfAbsent(row.get("district"), _ -> new HashMap<>())
                    .put(key(row), value(agreement, row));
        }
        Scorer scorer = new Scorer(agreement);
        return Ranking.of(
                agreement,
                values.entrySet().stream()
                        .map(entry ->
                                scorer.score(DistrictCode.of(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static MeasureKey key(CSVRecord row) {
        return new MeasureKey(
                IndicatorId.of(row.get("indicator")), MeasureId.of(row.get("measure")));
    }

    private static MeasuredValue value(Agreement agreement, CSVRecord row) {
        return FigureText.read(
                agreement.measure(key(row)).orElseThrow().kind(),
                row.get("value"),
                row.get("of"),
                row.get("note"));
    }

    private static List<CSVRecord> rows(String round) {
        return records("results-" + round + ".csv");
    }

    private static List<CSVRecord> records(String file) {
        String text = AgreementText.resource("/districtkpi/demonstration/" + file);
        try (var parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
