package districtkpi.db.scope;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.key;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.EvidenceType;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.result.StoredImport;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.Publishing;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.Measurement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database shows to whom, although none of these queries asks for a district. */
class RowScopeIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final DistrictCode OWN = DistrictCode.of("4301");
    private static final DistrictCode OTHER = DistrictCode.of("4302");

    private static final AtomicReference<Optional<SignedIn>> WHO =
            new AtomicReference<>(Optional.empty());

    private static DatabaseContext database;
    private static ImportRepository imports;
    private static MeasurementRepository measurements;
    private static ScoreboardQuery scoreboards;

    @BeforeAll
    static void start() {
        database = DatabaseContext.actingAs(WHO::get);
        imports = database.get(ImportRepository.class);
        measurements = database.get(MeasurementRepository.class);
        scoreboards = database.get(ScoreboardQuery.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void report() {
        actAs(Role.ANALYST, null);
        database.clear();
        database.agree("2565-1 70");
        reportSpending("75");
    }

    private static void reportSpending(String baht) {
        database.commit(
                figure("2565-1", "4301", "T1.spending", ratio(baht, "100")),
                figure("2565-1", "4302", "T1.spending", ratio(baht, "100")));
        database.inTransaction(() -> {
            database.get(ScoreRepository.class).rebuild(ROUND);
            return true;
        });
    }

    private static void actAs(Role role, @Nullable DistrictCode district) {
        WHO.set(
                Optional.of(
                        new SignedIn(
                                1,
                                1,
                                AccountName.of("somebody"),
                                role,
                                district,
                                null,
                                role.permissions())));
    }

    private static void actAsDistrict() {
        actAs(Role.DISTRICT, OWN);
    }

    private static List<DistrictCode> reported() {
        return measurements.findAll(ROUND).stream().map(Measurement::district).distinct().toList();
    }

    private static List<String> scored() {
        return database.get(DSLContext.class)
                .fetch("select distinct district_code from score order by 1")
                .into(String.class);
    }

    @Test
    void aDistrictSeesItsOwnRowsAlone() {
        assertThat(reported()).containsExactly(OWN, OTHER);
        assertThat(scored()).hasSize(9);
        actAsDistrict();
        assertThat(reported()).containsExactly(OWN);
        assertThat(scored()).containsExactly("4301");
    }

    @Test
    void aDistrictSeesWhatWasMendedInItsOwnRowsAlone() throws SQLException {
        database.execute(
                """
                insert into cell_correction
                select max(import_id), '', line, 5, 'value', 'abc', '1', code, now(), null
                from import, (values (2, '4301'), (3, '4302'), (4, null)) as row (line, code)
                group by line, code
                """);
        CellCorrectionRepository corrections = database.get(CellCorrectionRepository.class);
        List<Long> all = imports.findNewest(1).stream().map(StoredImport::id).toList();
        assertThat(corrections.find(all)).hasSize(3);
        actAsDistrict();
        assertThat(corrections.find(all))
                .extracting(StoredCellCorrection::district)
                .containsExactly(OWN);
    }

    @Test
    void aDistrictSeesWhatWasFixedInPublishedRowsOfOthersAndNothingLater() throws SQLException {
        fixRowOfOther();
        actAs(Role.DIRECTOR, null);
        Publishing.in(database::get).publish(ROUND, "");
        long published = newestImport();
        reportSpending("90");
        fixRowOfOther();
        long later = newestImport();
        CellCorrectionRepository corrections = database.get(CellCorrectionRepository.class);

        actAsDistrict();
        assertThat(corrections.find(List.of(published)))
                .extracting(StoredCellCorrection::district)
                .containsExactly(OTHER);
        assertThat(corrections.find(List.of(later))).isEmpty();
        actAs(Role.DIRECTOR, null);
        assertThat(corrections.find(List.of(later))).hasSize(1);
    }

    private static long newestImport() {
        return imports.findNewest(1).getFirst().id();
    }

    /** As if a cell of the other district's row of the newest import had been fixed. */
    private static void fixRowOfOther() throws SQLException {
        database.execute(
                """
                insert into cell_correction
                select import_id, sheet, line, 5, 'value', 'abc', '1', district_code, now(), null
                from measurement
                where import_id = (select max(import_id) from import) and district_code = '4302'
                """);
    }

    @Test
    void nobodySeesNobodysRows() {
        WHO.set(Optional.empty());
        assertThat(reported()).isEmpty();
        assertThat(scored()).isEmpty();
        assertThat(RowScope.inProvince(RowScopeIT::reported)).hasSize(2);
    }

    @Test
    void aConnectionForOneDistrictShowsTheNextOneNothingOfIt() {
        actAsDistrict();
        assertThat(reported()).containsExactly(OWN);
        actAs(Role.DISTRICT, OTHER);
        assertThat(reported()).containsExactly(OTHER);
        WHO.set(Optional.empty());
        assertThat(reported()).isEmpty();
    }

    @Test
    void whatIsKeptForOneIsNotShownToAnother() {
        for (int time = 1; time <= 2; time++) {
            actAsDistrict();
            assertThat(spending(scoreboards.find(ROUND).orElseThrow(), OWN)).isPresent();
            assertThat(spending(scoreboards.find(ROUND).orElseThrow(), OTHER)).isEmpty();
            actAs(Role.DIRECTOR, null);
            assertThat(spending(scoreboards.find(ROUND).orElseThrow(), OTHER)).isPresent();
            actAs(Role.DISTRICT, OTHER);
            assertThat(spending(scoreboards.find(ROUND).orElseThrow(), OWN)).isEmpty();
        }
    }

    private static Optional<Measurement> spending(Scoreboard scoreboard, DistrictCode district) {
        return scoreboard.measurement(district, key("T1.spending"));
    }

    @Test
    void whatWasPublishedIsSeenByAllAndWhatCameLaterIsNot() {
        PublicationRepository publications = database.get(PublicationRepository.class);
        ReviewRepository reviews = database.get(ReviewRepository.class);
        reviewOther();
        actAsDistrict();
        assertThat(reviews.findAll(ROUND)).isEmpty();
        actAs(Role.DIRECTOR, null);
        Publishing.in(database::get).publish(ROUND, "");
        reportSpending("90");

        actAsDistrict();
        Scoreboard published = publications.findScoreboard(ROUND, 1).orElseThrow();
        assertThat(spending(published, OTHER).orElseThrow().value()).isEqualTo(ratio("75", "100"));
        assertThat(publications.isReproduced(publications.find(ROUND, 1).orElseThrow())).isTrue();
        assertThat(measurements.findAll(ROUND))
                .filteredOn(figure -> figure.district().equals(OTHER))
                .extracting(Measurement::value)
                .containsExactly(ratio("75", "100"));
        assertThat(reviews.findAll(ROUND)).as("a receipt names who reviewed").hasSize(1);
    }

    private static void reviewOther() {
        database.inTransaction(() -> {
            database.get(ReviewRepository.class)
                    .add(
                            ROUND,
                            OTHER,
                            IndicatorId.of("T1"),
                            ReviewAction.SUBMITTED,
                            "",
                            OptionalLong.empty());
            return true;
        });
    }

    @Test
    void aDistrictSeesTheLevelsThatWereSetForItAndThosePublished() {
        OverrideRepository overrides = database.get(OverrideRepository.class);
        setLevel(OTHER, 5);
        setLevel(OWN, 4);
        actAsDistrict();
        assertThat(overrides.findInForce(ROUND))
                .extracting(LevelOverride::district)
                .containsExactly(OWN);
        assertThat(level(scoreboards.find(ROUND).orElseThrow())).isEqualTo(4);

        actAs(Role.DIRECTOR, null);
        Publishing.in(database::get).publish(ROUND, "");
        actAsDistrict();
        assertThat(overrides.findInForce(ROUND))
                .extracting(LevelOverride::district)
                .containsExactly(OTHER, OWN);
        assertThatThrownBy(() -> setLevel(OWN, 5))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static void setLevel(DistrictCode district, int level) {
        database.inTransaction(() -> {
            database.get(OverrideRepository.class)
                    .add(ROUND, district, IndicatorId.of("T1"), level, "หนังสือกรม");
            return true;
        });
    }

    private static int level(Scoreboard scoreboard) {
        return scoreboard
                .ranking()
                .row(OWN)
                .orElseThrow()
                .scorecard()
                .line(IndicatorId.of("T1"))
                .score()
                .lowestLevel()
                .orElseThrow();
    }

    @Test
    void aDistrictWritesItsOwnDraftsAndNoOthers() {
        DraftRepository drafts = database.get(DraftRepository.class);
        RecordingField field = RecordingField.value(IndicatorId.of("T1"), MeasureId.of("spending"));
        actAsDistrict();
        database.inTransaction(() -> drafts.save(ROUND, OWN, field, "75", 0));
        assertThat(drafts.find(ROUND, OWN)).hasSize(1);
        assertThatThrownBy(() ->
                        database.inTransaction(() -> drafts.save(ROUND, OTHER, field, "1", 0)))
                .rootCause()
                .hasMessageContaining("row-level security");
        actAs(Role.DISTRICT, OTHER);
        assertThat(drafts.find(ROUND, OWN)).isEmpty();
    }

    @Test
    void aDistrictNeitherRecordsNorWithdrawsWhatCameOnPaper() {
        EvidenceRepository evidence = database.get(EvidenceRepository.class);
        IndicatorId indicator = IndicatorId.of("T1");
        LocalDate day = LocalDate.of(2022, 3, 4);
        byte[] content = {1};
        long paper =
                database.inTransaction(
                        () -> evidence.addPaper(ROUND, OWN, indicator, "letter", day));
        actAsDistrict();
        long file =
                database.inTransaction(() ->
                        evidence.add(ROUND, OWN, indicator, "a.pdf", EvidenceType.PDF, content));
        assertThat(evidence.find(ROUND, OWN))
                .extracting(Evidence::id, Evidence::isPaper)
                .containsExactly(tuple(paper, true), tuple(file, false));
        withdraw(file);
        assertThat(evidence.find(ROUND, OWN)).extracting(Evidence::id).containsExactly(paper);
        for (Supplier<?> step :
                List.<Supplier<?>>of(
                        () -> evidence.addPaper(ROUND, OWN, indicator, "letter", day),
                        () -> {
                            evidence.withdraw(paper);
                            return true;
                        })) {
            assertThatThrownBy(() -> database.inTransaction(step))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        actAs(Role.DISTRICT, OTHER);
        assertThatThrownBy(() -> withdraw(paper))
                .rootCause()
                .hasMessageContaining("row-level security");
        actAs(Role.PLANNER, null);
        withdraw(paper);
        assertThat(evidence.find(ROUND, OWN)).isEmpty();
        assertThat(evidence.countPaperSteps(ROUND, OWN, indicator)).isEqualTo(2);
    }

    private static void withdraw(long id) {
        database.inTransaction(() -> {
            database.get(EvidenceRepository.class).withdraw(id);
            return true;
        });
    }

    @Test
    void aDistrictSeesAndWritesItsOwnOfficersAndSheetsAlone() {
        OfficerRepository officers = database.get(OfficerRepository.class);
        SheetRepository sheets = database.get(SheetRepository.class);
        OfficerData data = new OfficerData("post", "name");
        List<Assignment> all =
                List.of(new Assignment(IndicatorId.of("T1"), BigDecimal.valueOf(100), 5, ""));
        Officer other = database.inTransaction(() -> officers.add(OTHER, data));
        database.inTransaction(() -> sheets.add(ROUND, other, 1, all));
        actAsDistrict();
        assertThat(officers.find(other.id())).isEmpty();
        assertThat(sheets.findInForce(ROUND)).isEmpty();
        assertThat(database.get(CascadeRepository.class).find(ROUND, OTHER).officers()).isZero();
        assertThat(database.get(DSLContext.class).fetch("select * from officer_sheet_line"))
                .isEmpty();

        Officer own = database.inTransaction(() -> officers.add(OWN, data));
        database.inTransaction(() -> {
            sheets.saveDraft(ROUND, officers.lock(own.id()).id(), all.getFirst());
            database.get(RoundLock.class).lock(ROUND);
            database.get(CascadeRepository.class).acknowledge(ROUND, 1, OWN);
            sheets.clearDraft(ROUND, own.id());
            return sheets.add(ROUND, own, 1, all);
        });
        OfficerSheet sheet = sheets.findInForce(ROUND).getFirst();
        assertThat(sheet.district()).isEqualTo(OWN);
        database.inTransaction(() -> {
            sheets.acknowledge(sheet.id(), LocalDate.of(2022, 6, 1));
            return officers.change(own.id(), own.version(), data, true);
        });
        for (Supplier<?> step :
                List.<Supplier<?>>of(
                        () -> officers.add(OTHER, new OfficerData("post", "another")),
                        () -> sheets.add(ROUND, other, 1, all))) {
            assertThatThrownBy(() -> database.inTransaction(step))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from import_content",
                "select * from import_issue",
                "select * from extract_row",
                "select * from audit",
                "select * from setting_change",
                "insert into setting_change values ('licence', 1, '', now(), null)",
                "insert into confirmation select * from confirmation",
                "insert into account (name) values ('another')",
                "delete from score",
                "update review_step set note = ''",
            })
    void aDistrictsConnectionMayNot(String statement) {
        actAsDistrict();
        assertThatThrownBy(() -> database.get(DSLContext.class).execute(statement))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** Whoever adds a table with a district in it has to say who sees which of its rows. */
    @Test
    void everyTableWithADistrictHasARule() throws SQLException {
        Set<String> openToAll =
                Set.of("district", "district_code", "account", "publication_district", "extract");
        assertThat(
                        database.rows(
                                """
                                select table_name
                                from information_schema.columns
                                join pg_class
                                    on oid = format('%I.%I', table_schema, table_name)::regclass
                                where table_schema = 'public' and column_name = 'district_code'
                                    and not relrowsecurity
                                    -- A view by the rights of whoever asks has those of its tables.
                                    and not (relkind = 'v'
                                        and 'security_invoker=true' = any(reloptions))
                                    and has_table_privilege(
                                        'district_kpi_district', pg_class.oid, 'select')
                                """))
                .map(row -> row.replaceAll("[()]", ""))
                .containsExactlyInAnyOrderElementsOf(openToAll);
    }
}
