package districtkpi.ui.api;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.agreement.AgreementDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rounds: their agreements, and their tables out. */
@RestController
class RoundController {

    private static final String ROUNDS = ApiPaths.VERSION_1 + "/rounds";
    private static final String TABLE = ROUNDS + "/{round}/{table:ranking|scores|measurements}";
    private static final String AS_OF = "asOf";
    private static final String BYTE_ORDER_MARK = "bom";

    private static final List<RoundTable> TABLES =
            List.of(RankingTable.TABLE, ScoresTable.TABLE, MeasurementsTable.TABLE);

    private record Row(StoredAgreement stored, boolean demonstration) {

        Agreement agreement() {
            return stored.agreement();
        }
    }

    private static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.agreement().round())
                    .whole("fiscal_year", row -> row.agreement().round().fiscalYear())
                    .whole("number", row -> row.agreement().round().number())
                    .word("province", row -> row.agreement().provinceCode())
                    .text("title_th", row -> row.agreement().title().th())
                    .text("title_en", row -> row.agreement().title().en())
                    .word("first_day", row -> row.agreement().firstDay())
                    .word("last_day", row -> row.agreement().lastDay())
                    .cell("submission_day", row -> Cells.word(row.agreement().submission()))
                    .whole("indicators", row -> row.agreement().indicators().count())
                    .whole("agreement_version", row -> row.stored().version())
                    .text("agreement_file", row -> row.stored().file())
                    .word("agreement_sha256", row -> row.stored().sha256())
                    .word("agreement_stored_at", row -> row.stored().storedAt())
                    .flag("demonstration", Row::demonstration)
                    .build();

    private final AgreementRepository agreements;
    private final ScoreboardQuery scoreboards;
    private final JsonMapper mapper;

    RoundController(
            AgreementRepository agreements, ScoreboardQuery scoreboards, JsonMapper mapper) {
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.mapper = mapper.rebuild().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    }

    @GetMapping(ROUNDS + ".json")
    ResponseEntity<byte[]> json() {
        return Download.of("rounds", Download.Form.JSON, COLUMNS.json(rounds()));
    }

    @GetMapping(ROUNDS + ".csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        boolean byteOrderMark =
                Parameters.of(request, Set.of(BYTE_ORDER_MARK)).flag(BYTE_ORDER_MARK);
        return Download.of("rounds", Download.Form.CSV, COLUMNS.csv(rounds(), byteOrderMark));
    }

    /** The agreement as it was posted, letter by letter. */
    @GetMapping(ROUNDS + "/{round}/agreement.yaml")
    ResponseEntity<byte[]> agreementAsPosted(@PathVariable String round) {
        return Download.of(
                "agreement-" + round,
                Download.Form.YAML,
                inForce(round).document().getBytes(StandardCharsets.UTF_8));
    }

    /** The same in JSON, which is YAML too: posted, it changes nothing either. */
    @GetMapping(ROUNDS + "/{round}/agreement.json")
    ResponseEntity<byte[]> agreementAsJson(@PathVariable String round) {
        return Download.of(
                "agreement-" + round,
                Download.Form.JSON,
                mapper.writeValueAsBytes(AgreementDocument.toMap(inForce(round).agreement())));
    }

    @GetMapping(TABLE + ".csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String round, @PathVariable String table, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(AS_OF, BYTE_ORDER_MARK));
        boolean byteOrderMark = parameters.flag(BYTE_ORDER_MARK);
        Scoreboard board = scoreboard(round, parameters);
        return Download.of(
                name(table, board, parameters),
                Download.Form.CSV,
                table(table).csv().apply(board, byteOrderMark));
    }

    @GetMapping(TABLE + ".json")
    ResponseEntity<byte[]> json(
            @PathVariable String round, @PathVariable String table, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(AS_OF, BYTE_ORDER_MARK));
        Scoreboard board = scoreboard(round, parameters);
        return Download.of(
                name(table, board, parameters),
                Download.Form.JSON,
                table(table).json().apply(board));
    }

    private List<Row> rounds() {
        return agreements.findAllInForce().stream()
                .map(stored -> new Row(stored, isDemonstration(stored.agreement())))
                .toList();
    }

    private boolean isDemonstration(Agreement agreement) {
        return scoreboards
                .find(agreement.round())
                .map(Scoreboard::demonstration)
                .orElse(agreement.demonstration());
    }

    private StoredAgreement inForce(String round) {
        return agreements
                .findInForce(known(round))
                .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
    }

    private Scoreboard scoreboard(String round, Parameters parameters) {
        Optional<LocalDate> asOf = parameters.day(AS_OF);
        RoundId id = known(round);
        return asOf.map(day -> scoreboards.find(id, day))
                .orElseGet(() -> scoreboards.find(id))
                .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
    }

    private static RoundId known(String round) {
        try {
            return RoundId.parse(round);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(Problem.unknownRound(round));
        }
    }

    private static RoundTable table(String name) {
        return TABLES.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static String name(String table, Scoreboard board, Parameters parameters) {
        String round = table + "-" + board.stored().agreement().round();
        return parameters.day(AS_OF).map(day -> round + "-as-of-" + day).orElse(round);
    }
}
