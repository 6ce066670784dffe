package districtkpi.db;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL finds things in the data of a whole nation: 878 districts, twenty rounds. */
class NationalQueryPlanIT {

    private static final RoundId ROUND = RoundId.parse("2560-1");
    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final LocalDate DAY = LocalDate.of(2017, 3, 31);

    /** Districts with an odd code: each has a figure that an undo withdrew. */
    private static final int WITHDRAWN = 440;

    private static DatabaseContext database;
    private static final List<String> STATEMENTS = new ArrayList<>();

    @BeforeAll
    static void createNation() throws SQLException {
        database = new DatabaseContext();
        for (int year = 2556; year <= 2565; year++) {
            database.agree(year + "-1 70");
            database.agree(year + "-2 70");
        }
        database.execute(
                """
                insert into province
                select code::text, 'จังหวัด ' || code, 'Province ' || code
                from generate_series(44, 87) as code
                """);
        database.execute(
                """
                insert into district_code (district_code)
                select (4401 + 100 * (number / 20) + number % 20)::text
                from generate_series(0, 868) as number
                """);
        database.execute(
                """
                insert into district
                select district_code, '2000-01-01', null, 'อำเภอ ' || district_code, 'District'
                from district_code where district_code >= '4400'
                """);
        database.execute(
                """
                with file as (
                    insert into import (kind, file, sha256, committed_at, row_count, created_count,
                        changed_count, unchanged_count, warning_count, demonstration)
                    select 'results', round_id || '.csv', encode(sha256(round_id::bytea), 'hex'),
                        now(), 1, 1, 0, 0, 0, true
                    from round
                    returning import_id, file
                )
                insert into import_round (round_id, import_id)
                select left(file, 6), import_id from file
                """);
        database.execute(
                """
                insert into measurement (round_id, district_code, indicator, measure, value_kind, value,
                    "of", as_of, source, note, import_id, line, raw_text)
                select round_id, district_code, indicator, measure, 'ratio', random(0, 100), 100,
                    agreement.last_day, '', '', import_id, 2, 'a row of the file'
                from import_round join agreement using (round_id), district_code,
                    (select 'T1', 'spending' union all
                     select 'X' || number % 11, 'measure_' || number
                     from generate_series(1, 23) as number) as measures (indicator, measure)
                """);
        database.execute(
                """
                insert into score (round_id, agreement_version, district_code, indicator, section, concept,
                    weight, effective_weight_numerator, effective_weight_denominator, status,
                    level_min, level_max, points_min_numerator, points_min_denominator,
                    points_max_numerator, points_max_denominator)
                select round_id, 1, district_code, 'X' || number, 'team', 'concept_' || number,
                    10, 10, 1, 'NO_RESULT', 0, 5, 0, 1, 10, 1
                from round, district_code, generate_series(1, 11) as number
                """);
        // An import of the round that is asked for, undone: a figure of every second district.
        database.execute(
                """
                with file as (
                    insert into import (kind, file, sha256, committed_at, row_count, created_count,
                        changed_count, unchanged_count, warning_count, demonstration)
                    values ('results', 'wrong.csv', encode(sha256('wrong'::bytea), 'hex'), now(),
                        1, 1, 0, 0, 0, false)
                    returning import_id
                )
                insert into import_round (round_id, import_id) select '2560-1', import_id from file
                """);
        database.execute(
                """
                insert into measurement (round_id, district_code, indicator, measure, value_kind, value,
                    "of", as_of, source, note, import_id, line, raw_text)
                select '2560-1', district_code, 'T1', 'spending', 'ratio', 1, 100, '2017-03-31', '', '',
                    (select max(import_id) from import), 2, 'a row of the wrong file'
                from district_code where right(district_code, 1) in ('1', '3', '5', '7', '9')
                """);
        database.execute(
                """
                with undone as (
                    insert into undo (import_id, sha256, undone_at, reason)
                    select import_id, sha256, now(), '' from import where file = 'wrong.csv'
                    returning undo_id, import_id
                )
                insert into withdrawal (measurement_id, undo_id)
                select measurement_id, undo_id from measurement join undone using (import_id)
                """);
        database.execute(
                """
                insert into officer (district_code, post, name, retired, version)
                select district_code, 'post', 'officer ' || number, false, 1
                from district_code, generate_series(1, 2) as number
                """);
        database.execute(
                """
                with sheet as (
                    insert into officer_sheet (round_id, officer_id, version, agreement_version,
                        post, name, handed_over_at)
                    select round_id, officer_id, 1, 1, post, name, now() from officer, round
                    returning officer_sheet_id
                )
                insert into officer_sheet_line
                select officer_sheet_id, 'T1', 100, 5, '' from sheet
                """);
        database.execute("analyze");
        // The application's statements are caught as it sends them, to have them explained.
        database.get(DSLContext.class)
                .configuration()
                .setAppending(
                        new ExecuteListener() {
                            @Override
                            public void executeStart(ExecuteContext context) {
                                if (context.query() != null) {
                                    STATEMENTS.add(context.dsl().renderInlined(context.query()));
                                }
                            }
                        });
    }

    @AfterAll
    static void dropNation() {
        database.close();
    }

    @Test
    void hasTheSizeOfTheNation() throws SQLException {
        assertThat(database.rows("select count(*) from district_code")).containsExactly("(878)");
        assertThat(database.rows("select count(*) from round")).containsExactly("(20)");
        assertThat(database.rows("select count(*) from measurement"))
                .containsExactly("(" + (878 * 20 * 24 + WITHDRAWN) + ")");
        assertThat(database.rows("select count(*) from withdrawal"))
                .containsExactly("(" + WITHDRAWN + ")");
    }

    @Test
    void findsTheFiguresThatCountByTheirIndex() throws SQLException {
        List<Measurement> counting =
                database.get(MeasurementRepository.class).findCounting(ROUND, DAY);
        assertThat(counting).hasSize(878 * 24);
        List<String> plan = plan(statement("distinct on"));
        assertThat(plan).noneMatch(node -> node.contains("Seq Scan on measurement"));
        assertThat(plan).anyMatch(node -> node.contains("measurement_uq"));
    }

    @Test
    void findsTheFiguresThatCountInAProvinceAlone() throws SQLException {
        MeasurementRepository measurements = database.get(MeasurementRepository.class);
        assertThat(measurements.findCounting(ROUND, "43", DAY)).hasSize(9 * 24);
        String query = STATEMENTS.getLast();
        assertThat(plan(query)).anyMatch(node -> node.contains("measurement_uq"));
        // The rows that the index leads to are those of the nine districts: the first and the last
        // code of the province are looked up before, once.
        assertThat(database.explain(query))
                .containsPattern(
                        "Index Cond\": .*district_code >= \\(InitPlan [0-9]+\\)"
                                + ".*district_code <= \\(InitPlan [0-9]+\\)");
    }

    @Test
    void leavesWithdrawnFiguresOutAndFindsThemByTheirKey() throws SQLException {
        List<Measurement> counting =
                database.get(MeasurementRepository.class).findCounting(ROUND, DAY);
        assertThat(counting).noneMatch(figure -> figure.origin().file().equals("wrong.csv"));
        assertThat(database.explain(statement("distinct on"))).contains("withdrawal");
        assertThat(plan(statement("distinct on")))
                .noneMatch(node -> node.contains("Seq Scan on measurement"));
    }

    @Test
    void findsWhatAnUndoWouldDoByTheIndexes() throws SQLException {
        ImportRepository imports = database.get(ImportRepository.class);
        MeasurementRepository measurements = database.get(MeasurementRepository.class);
        long id = imports.findNewest(2).getLast().id();
        RoundId round = imports.find(id).orElseThrow().rounds().first();
        LocalDate day = measurements.findDays(round).getFirst();
        assertThat(measurements.findSaid(id)).hasSize(878 * 24);
        assertThat(plan(STATEMENTS.getLast()))
                .noneMatch(node -> node.contains("Seq Scan on measurement"));
        assertThat(measurements.findCountingWithout(id, round, day)).isEmpty();
        assertThat(plan(STATEMENTS.getLast()))
                .noneMatch(node -> node.contains("Seq Scan on measurement"));
    }

    @Test
    void findsAllFiguresOfARoundByTheirIndex() throws SQLException {
        assertThat(database.get(MeasurementRepository.class).findAll(ROUND)).hasSize(878 * 24);
        List<String> plan = plan(statement("\"measurement\".\"measurement_id\""));
        assertThat(plan).noneMatch(node -> node.contains("Seq Scan on measurement"));
    }

    @Test
    void findsTheDaysOfARoundByTheirIndex() throws SQLException {
        assertThat(database.get(MeasurementRepository.class).findDays(ROUND)).containsExactly(DAY);
        List<String> plan = plan(STATEMENTS.getLast());
        assertThat(plan).noneMatch(node -> node.contains("Seq Scan on measurement"));
        assertThat(plan).anyMatch(node -> node.contains("measurement_uq"));
    }

    @Test
    void findsTheFiguresOfADistrictByTheIndex() throws SQLException {
        MeasurementRepository measurements = database.get(MeasurementRepository.class);
        assertThat(measurements.findAll(ROUND, DISTRICT)).hasSize(24);
        assertThat(plan(STATEMENTS.getLast())).anyMatch(node -> node.contains("measurement_uq"));
        assertThat(measurements.findFirstReported(ROUND, DISTRICT, DAY)).hasSize(24);
        assertThat(plan(STATEMENTS.getLast())).anyMatch(node -> node.contains("measurement_uq"));
    }

    @Test
    void learnsByAnIndexWhetherAScoreboardIsStillTrue() throws SQLException {
        assertThat(database.get(ScoreboardQuery.class).find(ROUND, DAY)).isPresent();
        assertThat(plan(statement("count(*)")))
                .noneMatch(node -> node.contains("Seq Scan on measurement"));
    }

    @Test
    void saysHowFarEveryDistrictHandedDownInOneStatement() throws SQLException {
        int before = STATEMENTS.size();
        assertThat(database.get(CascadeRepository.class).findAll(ROUND).values())
                .hasSize(878)
                .allMatch(one -> one.officers() == 2 && one.unacknowledged() == 2);
        assertThat(STATEMENTS).hasSize(before + 1);
        assertThat(plan(STATEMENTS.getLast()))
                .anyMatch(node -> node.contains("officer_sheet_version_uq"));
    }

    @Test
    void replacesScoresByTheirIndexes() throws SQLException {
        database.rolledBack(() -> database.get(ScoreRepository.class).rebuild(ROUND));
        for (String table : List.of("score", "section_score", "district_score")) {
            assertThat(plan(statement("delete from \"" + table + "\"")))
                    .noneMatch(node -> node.contains("Seq Scan on score"));
        }
    }

    @Test
    void asksForTheRegisterOfAllDistrictsAtOnceAndByTheIndexes() throws SQLException {
        database.execute(
                """
                insert into review_step (round_id, district_code, indicator, action, happened_at, note)
                select round_id, district_code, 'T1', 'submitted', now(), '' from round, district_code
                """);
        database.execute(
                """
                insert into submission_step
                    (round_id, district_code, action, received_on, note, happened_at)
                select round_id, district_code, 'received', '2017-03-03', '', now()
                from round, district_code
                """);
        database.execute(
                """
                insert into reminder (round_id, district_code, email, started_at)
                select round_id, district_code, 'a@example.go.th', now() from round, district_code
                """);
        database.execute("analyze review_step, submission_step, reminder");
        Agreement agreement =
                database.get(AgreementRepository.class)
                        .findInForce(ROUND)
                        .orElseThrow()
                        .agreement();
        List<DistrictCode> districts =
                database.rows("select district_code from district_code").stream()
                        .map(row -> DistrictCode.of(row.substring(1, 5)))
                        .toList();
        int before = STATEMENTS.size();
        List<RegisterEntry> register = database.get(RegisterQuery.class).find(agreement, districts);
        assertThat(STATEMENTS).hasSize(before + 1);
        assertThat(register)
                .hasSize(878)
                .allMatch(entry -> entry.handedIn() == 1 && entry.receipt().isPresent());
        assertThat(plan(STATEMENTS.getLast()))
                .noneMatch(node -> node.contains("Seq Scan on review_step"))
                .noneMatch(node -> node.contains("Seq Scan on submission_step"))
                .noneMatch(node -> node.contains("Seq Scan on reminder "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A district's trend in one concept, its scorecard, and a round across districts.
                "select round_id, points from score where district_code = '4301' and concept = 'concept_7' order by round_id",
                "select indicator, points from score where round_id = '2560-1' and agreement_version = 1 and district_code = '4301'",
                "select district_code, points from score where round_id = '2560-1' and agreement_version = 1 and indicator = 'X7'",
            })
    void findsScoresByTheirIndexes(String query) throws SQLException {
        assertThat(plan(query)).noneMatch(node -> node.contains("Seq Scan on score"));
    }

    private static String statement(String part) {
        return STATEMENTS.stream()
                .filter(sql -> sql.contains(part))
                .reduce((_, b) -> b)
                .orElseThrow();
    }

    /** Each node of the plan as {@code type on table using index}. */
    private static List<String> plan(String query) throws SQLException {
        String json = database.explain(query);
        List<String> nodes =
                database.rows(
                        """
                        select concat(node ->> 'Node Type', ' on ', node ->> 'Relation Name', ' using ',
                            node ->> 'Index Name')
                        from jsonb_path_query('%s', '$.** ? (exists (@."Node Type"))') as node
                        """
                                .formatted(json.replace("'", "''")));
        assertThat(nodes).isNotEmpty();
        return nodes;
    }
}
