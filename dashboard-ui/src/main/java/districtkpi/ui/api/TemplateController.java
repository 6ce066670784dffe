package districtkpi.ui.api;

import districtkpi.db.place.DistrictRepository;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.result.ResultTemplate;
import districtkpi.importer.template.Template;
import districtkpi.importer.template.TemplateWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Results files to fill in. */
@RestController
class TemplateController {

    static final Set<Query> PARAMETERS = Set.of(Query.LANGUAGE);

    private static final String TEMPLATE = ApiPaths.VERSION_1 + "/rounds/{round}/template";
    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalizedText LANGUAGES =
            new LocalizedText("ต้องเป็น th หรือ en", "it must be th or en.");

    private final RequestedRound requested;
    private final DistrictRepository districts;
    private final Answers answers;

    TemplateController(RequestedRound requested, DistrictRepository districts, Answers answers) {
        this.requested = requested;
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

    private Template template(String round, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, PARAMETERS);
        Locale locale =
                parameters.read(Query.LANGUAGE, TemplateController::locale, LANGUAGES).orElse(THAI);
        Agreement agreement = requested.scoreboard(round, parameters).stored().agreement();
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
