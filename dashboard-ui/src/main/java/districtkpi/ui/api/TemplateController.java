package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.result.ResultTemplate;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.SourceTemplate;
import districtkpi.importer.source.Sources;
import districtkpi.importer.template.Template;
import districtkpi.importer.template.TemplateWriter;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Results files and extracts to fill in. */
@RestController
@Requires(Permission.READ)
class TemplateController {

    static final Set<Query> PARAMETERS = Set.of(Query.LANGUAGE);
    static final Set<Query> OF_SOURCE = Set.of(Query.LANGUAGE, Query.ROUND);

    private static final String TEMPLATE = ApiPaths.VERSION_1 + "/rounds/{round}/template";
    private static final String OF_SOURCES = ApiPaths.VERSION_1 + "/sources/{source}/template";
    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalizedText LANGUAGES = ServerTexts.text("parameter.language");

    private final RequestedRound requested;
    private final DistrictRepository districts;
    private final AgreementRepository agreements;
    private final Answers answers;

    TemplateController(
            RequestedRound requested,
            DistrictRepository districts,
            AgreementRepository agreements,
            Answers answers) {
        this.requested = requested;
        this.agreements = agreements;
        this.districts = districts;
        this.answers = answers;
    }

    @GetMapping(TEMPLATE + ".csv")
    void csv(@PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "template-" + RequestedRound.id(round),
                                Download.Form.CSV,
                                TemplateWriter.csv(template(round, request))));
    }

    @GetMapping(TEMPLATE + ".xlsx")
    void workbook(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "template-" + RequestedRound.id(round),
                                Download.Form.XLSX,
                                TemplateWriter.xlsx(template(round, request))));
    }

    @GetMapping(OF_SOURCES + ".csv")
    void csvOfSource(
            @PathVariable String source, HttpServletRequest request, HttpServletResponse response) {
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "template-" + source(source).id(),
                                Download.Form.CSV,
                                TemplateWriter.csv(ofSource(source, request))));
    }

    @GetMapping(OF_SOURCES + ".xlsx")
    void workbookOfSource(
            @PathVariable String source, HttpServletRequest request, HttpServletResponse response) {
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "template-" + source(source).id(),
                                Download.Form.XLSX,
                                TemplateWriter.xlsx(ofSource(source, request))));
    }

    private static SourceDescription source(String id) {
        return Sources.find(id).orElseThrow(() -> new ProblemException(Problem.unknownSource(id)));
    }

    /** Of the round that the request names, else of the newest. */
    private Template ofSource(String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, OF_SOURCE);
        Optional<RoundId> round = parameters.round(Query.ROUND);
        Agreement agreement =
                agreements.findAllInForce().stream()
                        .map(stored -> stored.agreement())
                        .filter(some -> round.isEmpty() || round.get().equals(some.round()))
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.unknownRound(
                                                round.map(RoundId::toString).orElse(""))));
        return SourceTemplate.of(
                source(id),
                agreement,
                districts.findValid(agreement.provinceCode(), agreement.lastDay()),
                locale(parameters));
    }

    private static Locale locale(Parameters parameters) {
        return parameters.read(Query.LANGUAGE, TemplateController::locale, LANGUAGES).orElse(THAI);
    }

    private Template template(String round, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, PARAMETERS);
        Locale locale = locale(parameters);
        Agreement agreement = requested.scoreboard(round, parameters).agreement();
        return ResultTemplate.of(
                agreement,
                districts.findValid(agreement.provinceCode(), agreement.lastDay()),
                locale);
    }

    private static Locale locale(String language) {
        return switch (language) {
            case "th" -> THAI;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException(language);
        };
    }
}
