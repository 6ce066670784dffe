package districtkpi.db.scoreboard;

import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.LEVEL_OVERRIDE;
import static districtkpi.db.jooq.Tables.LEVEL_OVERRIDE_END;
import static districtkpi.db.jooq.Tables.UNDO;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scope.Moments;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.springframework.stereotype.Repository;

/**
 * Scoreboards are kept under everything that they are made of. Each question first asks the
 * database for that, which is cheap, so that a commit is seen at once, whoever made it.
 *
 * @see "Decision record 0005: shared scoreboards that ask the database first"
 */
@Repository
class JooqScoreboardQuery implements ScoreboardQuery {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** What the policies of the database look at. */
    private static final Field<String> SCOPE =
            concat(
                    currentUser(),
                    inline(" "),
                    field("current_setting('district_kpi.district', true)", String.class));

    /** Each override, and each withdrawal of one, makes it more; nothing makes it less. */
    private static final Field<Integer> OVERRIDE_STEPS =
            field(
                    select(
                                    count(LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID)
                                            .plus(count(LEVEL_OVERRIDE_END.LEVEL_OVERRIDE_ID)))
                            .from(LEVEL_OVERRIDE)
                            .leftJoin(LEVEL_OVERRIDE_END)
                            .on(
                                    LEVEL_OVERRIDE_END.LEVEL_OVERRIDE_ID.eq(
                                            LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID))
                            .where(LEVEL_OVERRIDE.ROUND_ID.eq(IMPORT_ROUND.ROUND_ID)));

    /** Districts on all scoreboards that are kept together: twenty rounds of the nation. */
    private static final long KEPT_DISTRICTS = 20 * 878;

    private final DSLContext dsl;
    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final MeasurementRepository measurements;
    private final OverrideRepository overrides;
    private final Clock clock;
    private final Moments moments;
    private final Cache<Version, Scoreboard> scoreboards =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT_DISTRICTS)
                    .weigher((Version _, Scoreboard board) -> 1 + board.districts().size())
                    .build();

    /**
     * What a scoreboard is made of.
     *
     * @param importCount and {@code newestImport} stand for the imports: none is ever removed, and
     *     since a round's imports wait for each other, none appears below the newest
     * @param undoCount stands for the undone ones: undos wait for imports and for each other, and
     *     none is ever removed
     * @param overrideSteps stands for the levels that somebody set, or withdrew; a round without
     *     imports has no level to override
     * @param scope whose figures the database showed: a district's scoreboard is not the province's
     */
    private record Version(
            long agreementId,
            LocalDate asOf,
            List<District> districts,
            int importCount,
            long newestImport,
            int undoCount,
            int overrideSteps,
            String scope) {}

    JooqScoreboardQuery(
            DSLContext dsl,
            AgreementRepository agreements,
            DistrictRepository districts,
            MeasurementRepository measurements,
            OverrideRepository overrides,
            Clock clock,
            Moments moments) {
        this.dsl = dsl;
        this.agreements = agreements;
        this.districts = districts;
        this.measurements = measurements;
        this.overrides = overrides;
        this.clock = clock;
        this.moments = moments;
    }

    @Override
    public Optional<Scoreboard> find(RoundId round) {
        return find(round, today());
    }

    @Override
    public Optional<Scoreboard> find(RoundId round, LocalDate asOf) {
        return agreements.findInForce(round).map(stored -> find(List.of(stored), asOf).getFirst());
    }

    @Override
    public List<Scoreboard> findBefore(RoundId round, int most) {
        List<StoredAgreement> newestFirst =
                agreements.findAllInForce().stream()
                        .filter(stored -> round.follows(stored.agreement().round()))
                        .limit(most)
                        .toList();
        return find(newestFirst.reversed(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BANGKOK));
    }

    /** The question after rounds up to a day. */
    private record BoardsKey(List<Long> agreements, LocalDate asOf) {}

    private List<Scoreboard> find(List<StoredAgreement> stored, LocalDate asOf) {
        return moments.ask(
                new BoardsKey(stored.stream().map(StoredAgreement::id).toList(), asOf),
                () -> findNow(stored, asOf));
    }

    /** The rounds of some agreements, in their order; asks as often for many as for one. */
    private List<Scoreboard> findNow(List<StoredAgreement> stored, LocalDate asOf) {
        Map<String, List<District>> ofProvince =
                stored.stream()
                        .map(one -> one.agreement().provinceCode())
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), districts::findAll));
        Map<RoundId, Record6<RoundId, Integer, Long, Integer, Integer, String>> imported =
                dsl.select(
                                IMPORT_ROUND.ROUND_ID,
                                count(),
                                max(IMPORT_ROUND.IMPORT_ID),
                                count(UNDO.UNDO_ID),
                                OVERRIDE_STEPS,
                                SCOPE)
                        .from(IMPORT_ROUND)
                        .leftJoin(UNDO)
                        .on(UNDO.IMPORT_ID.eq(IMPORT_ROUND.IMPORT_ID))
                        .where(
                                IMPORT_ROUND.ROUND_ID.in(
                                        stored.stream()
                                                .map(one -> one.agreement().round())
                                                .toList()))
                        .groupBy(IMPORT_ROUND.ROUND_ID)
                        .fetchMap(IMPORT_ROUND.ROUND_ID);
        List<Scoreboard> found = new ArrayList<>();
        for (StoredAgreement one : stored) {
            Agreement agreement = one.agreement();
            List<District> valid =
                    ofProvince.getOrDefault(agreement.provinceCode(), List.of()).stream()
                            .filter(district -> district.isValidOn(agreement.lastDay()))
                            .toList();
            Record6<RoundId, Integer, Long, Integer, Integer, String> imports =
                    imported.get(agreement.round());
            found.add(
                    find(
                            one,
                            imports == null
                                    ? new Version(one.id(), asOf, valid, 0, 0, 0, 0, "")
                                    : new Version(
                                            one.id(),
                                            asOf,
                                            valid,
                                            imports.value2(),
                                            imports.value3(),
                                            imports.value4(),
                                            imports.value5(),
                                            imports.value6())));
        }
        return List.copyOf(found);
    }

    /** What is committed since the version was asked for makes the answer newer, never older. */
    private Scoreboard find(StoredAgreement stored, Version version) {
        return scoreboards.get(
                version,
                _ ->
                        Scoreboard.of(
                                stored,
                                version.asOf(),
                                version.districts(),
                                measurements.findCounting(
                                        stored.agreement().round(),
                                        stored.agreement().provinceCode(),
                                        version.asOf()),
                                overrides.findInForce(stored.agreement().round())));
    }
}
