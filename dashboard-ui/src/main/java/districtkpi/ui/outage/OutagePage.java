package districtkpi.ui.outage;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that needs nothing but itself, in both languages since nobody knows the reader; it asks
 * again by itself until the page that was asked for is there.
 */
@Component
class OutagePage {

    private static final String RETRY_SECONDS = "5";

    /** The servlets' own list of statuses does not have it. */
    private static final int INSUFFICIENT_STORAGE = 507;

    private final Translations translations;

    OutagePage(Translations translations) {
        this.translations = translations;
    }

    void write(HttpServletRequest request, HttpServletResponse response, DatabaseFailure failure)
            throws IOException {
        response.resetBuffer();
        response.setStatus(
                switch (failure) {
                    case AWAY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
                    case FULL -> INSUFFICIENT_STORAGE;
                });
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(html(request, failure).getBytes(StandardCharsets.UTF_8));
    }

    private String html(HttpServletRequest request, DatabaseFailure failure) {
        // What was sent is not sent again by itself.
        boolean again = "GET".equals(request.getMethod()) && failure == DatabaseFailure.AWAY;
        List<Words> languages =
                List.of(
                        new Words(translations, Translations.THAI, false),
                        new Words(translations, Translations.ENGLISH, false));
        StringBuilder html = new StringBuilder(1_000);
        html.append("<!DOCTYPE html><html lang=\"th\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width\">");
        if (again) {
            html.append("<meta http-equiv=\"refresh\" content=\"")
                    .append(RETRY_SECONDS)
                    .append("\">");
        }
        html.append("<title>")
                .append(escaped(languages.getFirst().of("product")))
                .append("</title><style>:root{color-scheme:light dark}body{font:1rem/1.6")
                .append(" system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}")
                .append(
                        "h1{font-size:1.4rem}section+section{margin-top:2rem}</style></head><body>");
        for (Words words : languages) {
            OutageWords said = OutageWords.of(failure, words);
            html.append("<section lang=\"")
                    .append(words.locale().getLanguage())
                    .append("\"><h1>")
                    .append(escaped(said.title()))
                    .append("</h1><p>")
                    .append(escaped(said.text()))
                    .append("</p></section>");
        }
        return html.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
