package districtkpi.db.scoreboard;

import static districtkpi.db.jooq.Tables.DISTRICT_SCORE;
import static districtkpi.db.jooq.Tables.SCORE;
import static districtkpi.db.jooq.Tables.SECTION_SCORE;

import districtkpi.db.Batches;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.jooq.tables.records.DistrictScoreRecord;
import districtkpi.db.jooq.tables.records.ScoreRecord;
import districtkpi.db.jooq.tables.records.SectionScoreRecord;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scores as exact fractions.
 *
 * @see "Decision record 0004: append-only measurements, derived scores as exact fractions"
 */
@Repository
class JooqScoreRepository implements ScoreRepository {

    /** After every day that a figure can describe. */
    private static final LocalDate END_OF_DAYS = LocalDate.of(9999, 12, 31);

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final MeasurementRepository measurements;
    private final OverrideRepository overrides;

    JooqScoreRepository(
            DSLContext dsl,
            RoundLock roundLock,
            AgreementRepository agreements,
            DistrictRepository districts,
            MeasurementRepository measurements,
            OverrideRepository overrides) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.agreements = agreements;
        this.districts = districts;
        this.measurements = measurements;
        this.overrides = overrides;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rebuild(RoundId round) {
        roundLock.lock(round);
        StoredAgreement stored =
                agreements
                        .findInForce(round)
                        .orElseThrow(() -> new IllegalStateException(round + " has no agreement"));
        Agreement agreement = stored.agreement();
        Scoreboard scoreboard =
                Scoreboard.of(
                        stored,
                        END_OF_DAYS,
                        districts.findValid(agreement.provinceCode(), agreement.lastDay()),
                        measurements.findCounting(round, agreement.provinceCode(), END_OF_DAYS),
                        overrides.findInForce(round));
        dsl.deleteFrom(SCORE).where(SCORE.ROUND_ID.eq(round)).execute();
        dsl.deleteFrom(SECTION_SCORE).where(SECTION_SCORE.ROUND_ID.eq(round)).execute();
        dsl.deleteFrom(DISTRICT_SCORE).where(DISTRICT_SCORE.ROUND_ID.eq(round)).execute();
        List<ScoreRecord> scores = new ArrayList<>();
        List<SectionScoreRecord> sectionScores = new ArrayList<>();
        List<DistrictScoreRecord> districtScores = new ArrayList<>();
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            Scorecard scorecard = row.scorecard();
            DistrictCode district = scorecard.district();
            for (Scorecard.Line line : scorecard.lines()) {
                scores.add(score(round, stored.version(), district, line));
            }
            for (Scorecard.SectionTotal section : scorecard.sections()) {
                sectionScores.add(sectionScore(round, stored.version(), district, section));
            }
            districtScores.add(districtScore(round, stored.version(), row));
        }
        insert(SCORE, scores);
        insert(SECTION_SCORE, sectionScores);
        insert(DISTRICT_SCORE, districtScores);
    }

    private static ScoreRecord score(
            RoundId round, int version, DistrictCode district, Scorecard.Line line) {
        Indicator indicator = line.score().indicator();
        Levels levels = Levels.of(line.score());
        ScoreRecord row = new ScoreRecord();
        row.setRoundId(round);
        row.setAgreementVersion(version);
        row.setDistrictCode(district);
        row.setIndicator(indicator.id());
        row.setSection(line.section());
        row.setConcept(indicator.concept());
        row.setWeight(indicator.weight());
        row.setEffectiveWeightNumerator(line.effectiveWeight().getNumerator());
        row.setEffectiveWeightDenominator(line.effectiveWeight().getDenominator());
        row.setStatus(levels.status());
        row.setLevel(levels.level());
        row.setLevelMin(levels.min());
        row.setLevelMax(levels.max());
        row.setLevelScoreNumerator(numerator(levels.score()));
        row.setLevelScoreDenominator(denominator(levels.score()));
        row.setPointsNumerator(numerator(line.points()));
        row.setPointsDenominator(denominator(line.points()));
        row.setPointsMinNumerator(line.pointsMin().getNumerator());
        row.setPointsMinDenominator(line.pointsMin().getDenominator());
        row.setPointsMaxNumerator(line.pointsMax().getNumerator());
        row.setPointsMaxDenominator(line.pointsMax().getDenominator());
        return row;
    }

    private static SectionScoreRecord sectionScore(
            RoundId round, int version, DistrictCode district, Scorecard.SectionTotal section) {
        Scorecard.Total total = section.total();
        SectionScoreRecord row = new SectionScoreRecord();
        row.setRoundId(round);
        row.setAgreementVersion(version);
        row.setDistrictCode(district);
        row.setSection(section.section());
        row.setPointsNumerator(numerator(total.points()));
        row.setPointsDenominator(denominator(total.points()));
        row.setPossibleMinNumerator(total.possibleMin().getNumerator());
        row.setPossibleMinDenominator(total.possibleMin().getDenominator());
        row.setPossibleMaxNumerator(total.possibleMax().getNumerator());
        row.setPossibleMaxDenominator(total.possibleMax().getDenominator());
        row.setScoredWeightNumerator(total.scoredWeight().getNumerator());
        row.setScoredWeightDenominator(total.scoredWeight().getDenominator());
        row.setNotApplicableWeight(total.notApplicableWeight());
        return row;
    }

    private static DistrictScoreRecord districtScore(
            RoundId round, int version, Ranking.Row ranked) {
        Scorecard.Total total = ranked.scorecard().total();
        DistrictScoreRecord row = new DistrictScoreRecord();
        row.setRoundId(round);
        row.setAgreementVersion(version);
        row.setDistrictCode(ranked.scorecard().district());
        row.setRank(ranked.rank().isPresent() ? ranked.rank().getAsInt() : null);
        row.setShared(ranked.shared());
        row.setPointsNumerator(numerator(total.points()));
        row.setPointsDenominator(denominator(total.points()));
        row.setPossibleMinNumerator(total.possibleMin().getNumerator());
        row.setPossibleMinDenominator(total.possibleMin().getDenominator());
        row.setPossibleMaxNumerator(total.possibleMax().getNumerator());
        row.setPossibleMaxDenominator(total.possibleMax().getDenominator());
        row.setScoredWeightNumerator(total.scoredWeight().getNumerator());
        row.setScoredWeightDenominator(total.scoredWeight().getDenominator());
        row.setNotApplicableWeight(total.notApplicableWeight());
        return row;
    }

    private <R extends TableRecord<R>> void insert(Table<R> table, List<R> rows) {
        Batches.forEach(rows, part -> dsl.insertInto(table).set(part).execute());
    }

    private static @Nullable BigInteger numerator(Optional<BigFraction> fraction) {
        return fraction.map(BigFraction::getNumerator).orElse(null);
    }

    private static @Nullable BigInteger denominator(Optional<BigFraction> fraction) {
        return fraction.map(BigFraction::getDenominator).orElse(null);
    }

    /** The columns that depend on what the score is. */
    private record Levels(
            String status,
            @Nullable Integer level,
            @Nullable Integer min,
            @Nullable Integer max,
            Optional<BigFraction> score) {

        static Levels of(IndicatorScore score) {
            return switch (score) {
                case IndicatorScore.Scored scored ->
                        new Levels(
                                "SCORED",
                                scored.level(),
                                scored.level(),
                                scored.level(),
                                Optional.of(scored.levelScore()));
                case IndicatorScore.Incomplete incomplete ->
                        new Levels(
                                "INCOMPLETE",
                                incomplete.level(),
                                incomplete.levelMin(),
                                incomplete.levelMax(),
                                Optional.of(incomplete.levelScore()));
                case IndicatorScore.NoResult noResult ->
                        new Levels(
                                "NO_RESULT",
                                null,
                                noResult.levelMin(),
                                noResult.levelMax(),
                                Optional.empty());
                case IndicatorScore.NotApplicable _ ->
                        new Levels("NOT_APPLICABLE", null, null, null, Optional.empty());
            };
        }
    }
}
