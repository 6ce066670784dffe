package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.domain.LocalizedText;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The description of the API for people: one page without scripts, with an example of each call.
 */
@RestController
@Requires(Permission.READ)
class ApiPage {

    private static final String STYLE =
            "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;"
                    + "color-scheme:light dark}pre{overflow:auto;padding:.5rem;border:1px solid}"
                    + "code{overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .5rem}";

    private final ApiCalls calls;

    ApiPage(ApiCalls calls) {
        this.calls = calls;
    }

    @GetMapping({"/api", "/api/"})
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; frame-ancestors 'none'; style-src 'sha256-"
                                + styleHash()
                                + "'")
                .body(html());
    }

    private String html() {
        LocalizedText everyCall = ServerTexts.text("api.every-call");
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta"
                + " name=\"viewport\" content=\"width=device-width\"><title>District KPI: API</title>"
                + "<style>"
                + STYLE
                + "</style></head><body><main><h1>District KPI: API</h1><p lang=\"th\">"
                + everyCall.th()
                + "</p><p>"
                + everyCall.en()
                + ", also as <a"
                + " href=\"/api/openapi.json\">OpenAPI</a>. Refusals are problems (RFC 9457). Each call is sent with"
                + " <code>Authorization: Bearer</code> and a token of your account, or with user"
                + " name and password (HTTP Basic).</p>"
                + calls.all().stream().map(ApiPage::section).collect(Collectors.joining())
                + "</main></body></html>";
    }

    private static String section(ApiCall call) {
        String queries =
                call.queries().stream()
                        .sorted()
                        .map(query ->
                                "<li><code>"
                                        + query.wireName()
                                        + "</code>: "
                                        + HtmlUtils.htmlEscape(query.description())
                                        + (call.repeatable().contains(query)
                                                ? " Several times if need be."
                                                : "")
                                        + "</li>")
                        .collect(Collectors.joining());
        String examples =
                call.examples().stream()
                        .map(example -> example(call, example))
                        .collect(Collectors.joining());
        return "<section><h2>"
                + call.method()
                + " <code>"
                + HtmlUtils.htmlEscape(call.path())
                + "</code></h2><p>"
                + HtmlUtils.htmlEscape(call.summary())
                + "</p>"
                + (queries.isEmpty() ? "" : "<ul>" + queries + "</ul>")
                + examples
                + "</section>";
    }

    private static String example(ApiCall call, ApiCall.Example example) {
        String request = HtmlUtils.htmlEscape(example.request());
        String asked =
                call.isReading()
                        ? "<a href=\"" + request + "\"><code>" + request + "</code></a>"
                        : "<code>" + HtmlUtils.htmlEscape(curl(example)) + "</code>";
        return "<p>Example: "
                + asked
                + "</p>"
                + example.file().map(file -> code(file.name() + ":\n" + file.content())).orElse("")
                + (example.status() == HttpStatus.OK
                        ? ""
                        : "<p>" + example.status().value() + "</p>")
                + code(example.response());
    }

    private static String code(String text) {
        return "<pre tabindex=\"0\">" + HtmlUtils.htmlEscape(text) + "</pre>";
    }

    private static String curl(ApiCall.Example example) {
        return "curl -X POST -H \"Authorization: Bearer $DISTRICT_KPI_TOKEN\""
                + example.file().map(file -> " -F file=@" + file.name()).orElse("")
                + " \"http://localhost:8080"
                + example.request()
                + "\"";
    }

    private static String styleHash() {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(STYLE));
    }
}
