package districtkpi.ui.api;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.agreement.AgreementDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final String TABLE = ROUNDS + "/{round}/{table:" + RoundTables.NAMES + "}";

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
    private final RequestedRound requested;
    private final JsonMapper mapper;
    private final RoundTables tables;

    RoundController(
            AgreementRepository agreements,
            ScoreboardQuery scoreboards,
            RequestedRound requested,
            RoundTables tables,
            JsonMapper mapper) {
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.requested = requested;
        this.mapper = mapper.rebuild().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
        this.tables = tables;
    }

    @GetMapping(ROUNDS + ".json")
    ResponseEntity<byte[]> json() {
        return Download.of("rounds", Download.Form.JSON, COLUMNS.json(rounds()));
    }

    @GetMapping(ROUNDS + ".csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        boolean byteOrderMark =
                Parameters.of(request, Set.of(RequestedRound.BYTE_ORDER_MARK))
                        .flag(RequestedRound.BYTE_ORDER_MARK);
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
        return requested.answer(request, round, tables.get(table), Download.Form.CSV);
    }

    @GetMapping(TABLE + ".json")
    ResponseEntity<byte[]> json(
            @PathVariable String round, @PathVariable String table, HttpServletRequest request) {
        return requested.answer(request, round, tables.get(table), Download.Form.JSON);
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
                .findInForce(RequestedRound.id(round))
                .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
    }
}
