package districtkpi.db.scoreboard;

import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.ROUND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
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

    /** Districts on all scoreboards that are kept together: twenty rounds of the nation. */
    private static final long KEPT_DISTRICTS = 20 * 878;

    private final DSLContext dsl;
    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final ImportRepository imports;
    private final Clock clock;
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
     */
    private record Version(
            long agreementId,
            LocalDate asOf,
            List<District> districts,
            int importCount,
            long newestImport) {}

    JooqScoreboardQuery(
            DSLContext dsl,
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            Clock clock) {
        this.dsl = dsl;
        this.agreements = agreements;
        this.districts = districts;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public Optional<Scoreboard> find(RoundId round) {
        return find(round, LocalDate.now(clock.withZone(BANGKOK)));
    }

    @Override
    public Optional<Scoreboard> find(RoundId round, LocalDate asOf) {
        return agreements.findInForce(round).map(stored -> find(stored, asOf));
    }

    @Override
    public Optional<Scoreboard> findPrevious(RoundId round) {
        return dsl.select(max(ROUND.ROUND_ID))
                .from(ROUND)
                .where(ROUND.ROUND_ID.lt(round))
                .fetchOptional()
                .flatMap(row -> Optional.ofNullable(row.value1()))
                .flatMap(this::find);
    }

    private Scoreboard find(StoredAgreement stored, LocalDate asOf) {
        Agreement agreement = stored.agreement();
        List<District> valid = districts.findValid(agreement.provinceCode(), agreement.lastDay());
        Version version =
                dsl.select(count(), coalesce(max(IMPORT_ROUND.IMPORT_ID), inline(0L)))
                        .from(IMPORT_ROUND)
                        .where(IMPORT_ROUND.ROUND_ID.eq(agreement.round()))
                        .fetchSingle(row ->
                                new Version(stored.id(), asOf, valid, row.value1(), row.value2()));
        // What is committed between the two questions makes the answer newer than its version,
        // never older.
        return scoreboards.get(
                version,
                _ ->
                        Scoreboard.of(
                                stored,
                                asOf,
                                valid,
                                imports.findCounting(agreement.round(), asOf)));
    }
}
