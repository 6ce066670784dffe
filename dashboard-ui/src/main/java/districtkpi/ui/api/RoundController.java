package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.export.archive.PackageFile;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Table;
import districtkpi.importer.agreement.AgreementDocument;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.work.Cost;
import districtkpi.ui.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rounds: their agreements, and everything about one in an archive. */
@RestController
@Requires(Permission.READ)
class RoundController {

    private static final String ROUNDS = ApiPaths.VERSION_1 + "/rounds";

    record Row(StoredAgreement stored, boolean demonstration) {

        Agreement agreement() {
            return stored.agreement();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.agreement().round())
                    .whole("fiscal_year", row -> row.agreement().round().fiscalYear())
                    .whole("number", row -> row.agreement().round().period().number())
                    .word("province", row -> row.agreement().provinceCode())
                    .text("title_th", row -> row.agreement().title().th())
                    .text("title_en", row -> row.agreement().title().en())
                    .word("first_day", row -> row.agreement().firstDay())
                    .word("last_day", row -> row.agreement().lastDay())
                    .cell(
                            "submission_day",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.agreement().submission()))
                    .whole("indicators", row -> row.agreement().indicators().count())
                    .whole("agreement_version", row -> row.stored().version())
                    .text("agreement_file", row -> row.stored().file())
                    .word("agreement_sha256", row -> row.stored().sha256())
                    .word("agreement_stored_at", row -> row.stored().storedAt())
                    .flag("demonstration", Row::demonstration)
                    .word("period", row -> row.agreement().round().period().length().key())
                    .word("kind", row -> row.agreement().round().kind().key())
                    .build();

    private final AgreementRepository agreements;
    static final Set<Query> OF_AGREEMENT = Set.of(Query.REVISION);

    private final VisibleScoreboards scoreboards;
    private final RequestedRound requested;
    private final Answers answers;
    private final JsonMapper mapper;
    private final PackageFile packages;

    RoundController(
            AgreementRepository agreements,
            VisibleScoreboards scoreboards,
            RequestedRound requested,
            Answers answers,
            PackageFile packages,
            JsonMapper mapper) {
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.requested = requested;
        this.answers = answers;
        this.mapper = mapper.rebuild().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
        this.packages = packages;
    }

    @GetMapping(ROUNDS + ".json")
    void json(HttpServletRequest request, HttpServletResponse response) {
        rounds(request, response, Download.Form.JSON);
    }

    @GetMapping(ROUNDS + ".csv")
    void csv(HttpServletRequest request, HttpServletResponse response) {
        rounds(request, response, Download.Form.CSV);
    }

    /** The agreement as it was posted, letter by letter. */
    @GetMapping(ROUNDS + "/{round}/agreement.yaml")
    void agreementAsPosted(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, OF_AGREEMENT);
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "agreement-" + round,
                                Download.Form.YAML,
                                agreement(round, parameters)
                                        .document()
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** The same in JSON, which is YAML too: posted, it changes nothing either. */
    @GetMapping(ROUNDS + "/{round}/agreement.json")
    void agreementAsJson(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, OF_AGREEMENT);
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "agreement-" + round,
                                Download.Form.JSON,
                                mapper.writeValueAsBytes(
                                        AgreementDocument.toMap(
                                                agreement(round, parameters).agreement()))));
    }

    /** Everything about a round in one archive, for analysts. */
    @GetMapping(ROUNDS + "/{round}/package.zip")
    void archive(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, Set.of(Query.AS_OF, Query.REVISION));
        answers.send(
                request,
                response,
                Cost.ofAnswer(),
                () -> {
                    Scoreboard board = requested.scoreboard(round, parameters);
                    return Download.of(
                            "package-" + round,
                            Download.Form.ZIP,
                            out -> packages.write(board, out));
                });
    }

    private void rounds(
            HttpServletRequest request, HttpServletResponse response, Download.Form form) {
        boolean byteOrderMark =
                Parameters.of(request, Set.of(Query.BYTE_ORDER_MARK)).flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () -> {
                    List<Row> rows = rounds();
                    return Download.of(
                            "rounds",
                            form,
                            out ->
                                    COLUMNS.write(
                                            rows.stream(), form.ofTable(), byteOrderMark, out));
                });
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

    /** The one in force, or that of a revision. */
    private StoredAgreement agreement(String round, Parameters parameters) {
        if (parameters.has(Query.REVISION)) {
            return requested.scoreboard(round, parameters).stored();
        }
        return agreements
                .findInForce(RequestedRound.id(round))
                .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
    }
}
