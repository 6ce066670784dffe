package districtkpi.ui.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.agreement.AgreementImportService;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Districts of a whole nation with rounds of made-up results. The rounds that are looked at belong
 * to the province that has the most districts, 50; its figures were reported on five days of each
 * round.
 *
 * @param elsewhere districts beside those and the nine that are there already
 * @param years with two rounds each; the last is 2565
 * @param together whether the rounds are of all districts, which no agreement of a real province
 *     is: the code of a district begins with that of its province
 */
public record Nation(int elsewhere, int years, boolean together) {

    /** 878 districts and twenty rounds. */
    static final Nation WHOLE = new Nation(819, 10, false);

    /** 878 districts by one agreement, and two rounds. */
    static final Nation TOGETHER = new Nation(828, 1, true);

    /** As little as shows that everything still works. */
    static final Nation FEW = new Nation(1, 1, false);

    /** The province that is looked at. */
    static final String PROVINCE = "10";

    private static final RoundId SIGNED = RoundId.parse("2565-1");
    private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    /** The rounds, oldest first. */
    List<RoundId> rounds() {
        List<RoundId> rounds = new ArrayList<>();
        for (int year = 2566 - years; year <= 2565; year++) {
            rounds.add(new RoundId(year, 1));
            rounds.add(new RoundId(year, 2));
        }
        return rounds;
    }

    /** The provinces and districts, before the application starts. */
    public void people(TestDatabase database) throws SQLException {
        execute(
                database,
                """
                insert into province
                select code::text, 'จังหวัด ' || code, 'Province ' || code
                from generate_series(10, 70) as code where code <> 43;
                insert into district_code (district_code)
                select '10' || to_char(number, 'FM00') from generate_series(1, 50) as number;
                insert into district_code (district_code)
                select (1101 + 100 * (number / 26) + number %% 26)::text
                from generate_series(0, %s - 1) as number;
                insert into district
                select district_code, '2000-01-01', null, 'อำเภอ ' || district_code,
                    'District ' || district_code
                from district_code where district_code not like '43%%';
                """
                        .formatted(elsewhere));
        if (together) {
            execute(
                    database,
                    """
                    alter table district_code alter column province_code drop expression;
                    update district_code set province_code = '%s' where province_code <> '43';
                    """
                            .formatted(PROVINCE));
        }
    }

    /** The rounds, by the agreement of 2565-1 with its days moved. */
    public void agreements(AgreementImportService imports) throws IOException {
        String signed = signed();
        for (RoundId round : rounds()) {
            int months =
                    (round.fiscalYear() - SIGNED.fiscalYear()) * 12
                            + (round.period().number() - SIGNED.period().number()) * 6;
            String moved =
                    DAY.matcher(signed)
                            .replaceAll(day ->
                                    LocalDate.parse(day.group()).plusMonths(months).toString())
                            .replace("round: 2565-1", "round: " + round)
                            .replace("province: \"43\"", "province: \"" + PROVINCE + "\"");
            ImportFile file = new ImportFile(round + ".yaml", moved.getBytes(UTF_8));
            ImportReport report = RowScope.inProvince(() -> imports.commit(file));
            if (report.status() != ImportReport.Status.COMMITTED) {
                throw new IllegalStateException(round + ": " + report.issues());
            }
        }
    }

    /** The results of all districts in all rounds. */
    public void results(TestDatabase database) throws SQLException {
        execute(
                database,
                """
                select setseed(0.2565);
                with file as (
                    insert into import (kind, file, sha256, committed_at, row_count,
                        created_count, changed_count, unchanged_count, warning_count, demonstration)
                    select 'results', round_id || '.csv', encode(sha256(round_id::bytea), 'hex'),
                        now(), 1, 1, 0, 0, 0, true
                    from round
                    returning import_id, file
                )
                insert into import_round (round_id, import_id)
                select left(file, 6), import_id from file;
                insert into measurement (round_id, district_code, indicator, measure, value_kind,
                    value, "of", day, as_of, source, note, import_id, line, raw_text)
                select round_id, district_code, indicator, measure, kind,
                    case kind when 'ratio' then floor(least + random() * (most - least))
                        when 'count' then floor(random() * 3) end,
                    case kind when 'ratio' then 100 + 7 * (district_code::integer % 10) end,
                    case kind when 'day' then agreement.last_day - 30 end,
                    agreement.last_day - 30 * before, '', '', import_id, 2, 'a row of the file'
                from import_round join agreement using (round_id), district_code,
                    generate_series(0, 4) as before,
                    (values
                        ('T1', 'spending', 'ratio', 60, 100),
                        ('T2', 'activities_achieved', 'ratio', 70, 105),
                        ('T3', 'officer_assigned', 'done', 0, 0),
                        ('T3', 'self_assessed', 'done', 0, 0),
                        ('T3', 'plan_approved', 'done', 0, 0),
                        ('T3', 'plan_communicated', 'done', 0, 0),
                        ('T3', 'evidence_received', 'day', 0, 0),
                        ('P1', 'households_developed', 'ratio', 30, 100),
                        ('P2', 'centre_database', 'done', 0, 0),
                        ('P2', 'support_plan', 'done', 0, 0),
                        ('P2', 'target_area', 'done', 0, 0),
                        ('P2', 'centre_established', 'done', 0, 0),
                        ('P2', 'new_centres', 'count', 0, 0),
                        ('P2', 'existing_centres_driven', 'done', 0, 0),
                        ('P3', 'activities_recorded', 'ratio', 70, 100),
                        ('P3', 'villages_reported', 'ratio', 70, 100),
                        ('P4', 'debtor_register', 'done', 0, 0),
                        ('P4', 'debt_plan', 'done', 0, 0),
                        ('P4', 'overdue_debt', 'ratio', 80, 110),
                        ('P5', 'target_database', 'done', 0, 0),
                        ('P5', 'action_plan', 'done', 0, 0),
                        ('P5', 'households_trained', 'ratio', 70, 100),
                        ('P6', 'online_sales', 'ratio', 100, 140),
                        ('P7', 'working_group', 'done', 0, 0),
                        ('P7', 'data_recorded', 'done', 0, 0),
                        ('P7', 'literacy_meeting', 'done', 0, 0),
                        ('P7', 'channels', 'count', 0, 0),
                        ('P7', 'report_presented', 'done', 0, 0),
                        ('P8', 'otop_sales', 'ratio', 95, 130)
                    ) as measures (indicator, measure, kind, least, most)
                where (before = 0 or district_code like '10%')
                    -- Round 2565-1 was opened for another province at the start.
                    and (round_id, version) in
                        (select round_id, max(version) from agreement group by round_id);
                analyze;
                """);
    }

    private static String signed() throws IOException {
        try (InputStream stream =
                Nation.class.getResourceAsStream("/districtkpi/agreements/2565-1.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("No agreement of round 2565-1");
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
