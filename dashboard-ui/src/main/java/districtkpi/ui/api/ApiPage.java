package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.ui.security.Requires;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
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

    private final ApiDescription description;

    ApiPage(ApiDescription description) {
        this.description = description;
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
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta"
                + " name=\"viewport\" content=\"width=device-width\"><title>District KPI: API</title>"
                + "<style>"
                + STYLE
                + "</style></head><body><main><h1>District KPI: API</h1><p lang=\"th\">ทุกคำสั่ง"
                + " พร้อมตัวอย่าง</p><p>Every call with an example, also as <a"
                + " href=\"/api/openapi.json\">OpenAPI</a>. Refusals are problems (RFC 9457). Each call is sent with"
                + " <code>Authorization: Bearer</code> and a token of your account, or with user"
                + " name and password (HTTP Basic).</p>"
                + description.calls().stream().map(ApiPage::section).collect(Collectors.joining())
                + "</main></body></html>";
    }

    private static String section(ApiDescription.Call call) {
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
        String example =
                call.example()
                        .map(one ->
                                "<p>Example: <a href=\""
                                        + HtmlUtils.htmlEscape(one.request())
                                        + "\"><code>"
                                        + HtmlUtils.htmlEscape(one.request())
                                        + "</code></a></p><pre tabindex=\"0\">"
                                        + HtmlUtils.htmlEscape(one.response())
                                        + "</pre>")
                        .orElseGet(() ->
                                call.takesFile()
                                        ? "<p>Example:</p><pre tabindex=\"0\">curl -H"
                                                + " \"Authorization: Bearer"
                                                + " $DISTRICT_KPI_TOKEN\" -F"
                                                + " file=@results.csv"
                                                + " \"http://localhost:8080"
                                                + call.path()
                                                + "?dryRun=true\"</pre>"
                                        : "");
        return "<section><h2>"
                + call.method()
                + " <code>"
                + HtmlUtils.htmlEscape(call.path())
                + "</code></h2><p>"
                + HtmlUtils.htmlEscape(call.summary())
                + "</p>"
                + (queries.isEmpty() ? "" : "<ul>" + queries + "</ul>")
                + example
                + "</section>";
    }

    private static String styleHash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
