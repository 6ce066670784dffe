package districtkpi.ui.account;

import com.vaadin.flow.component.page.ColorScheme;
import districtkpi.db.account.CurrentAccount;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.OpenToAll;
import districtkpi.ui.security.SessionEnd;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.security.SignInPaths;
import districtkpi.ui.state.ReaderCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way in, as a plain page. Anybody can ask for it as often as they like, so the server keeps
 * nothing for who does: no session, and none of the pages that live on the server.
 *
 * @see "Decision record 0048: load"
 */
@RestController
@OpenToAll
class SignInController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final CurrentAccount current;
    private final DemonstrationAccounts demonstration;
    private final Optional<IdentityProviders> providers;
    private final Settings settings;
    private final Translations translations;

    SignInController(
            CurrentAccount current,
            DemonstrationAccounts demonstration,
            Optional<IdentityProviders> providers,
            Settings settings,
            Translations translations) {
        this.current = current;
        this.demonstration = demonstration;
        this.providers = providers;
        this.settings = settings;
        this.translations = translations;
    }

    /** What the address does not say, or says in a way that cannot be, counts as not said. */
    @GetMapping(SignInPaths.PAGE)
    ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response) {
        if (current.get().isPresent()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, request.getContextPath() + "/")
                    .build();
        }
        Words words = ReaderCookies.words(request.getCookies(), translations);
        Optional<Locale> language =
                asked(
                                request,
                                SignInPage.LANGUAGE,
                                translations.languages().stream(),
                                Locale::getLanguage)
                        .filter(chosen -> !chosen.equals(words.locale()));
        ColorScheme.Value colours = ReaderCookies.colours(request.getCookies());
        Optional<ColorScheme.Value> chosenColours =
                asked(
                                request,
                                SignInPage.COLOURS,
                                Stream.of(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK),
                                ColorScheme.Value::getValue)
                        .filter(chosen -> chosen != colours);
        language.ifPresent(
                chosen -> response.addCookie(ReaderCookies.of(chosen, request.isSecure())));
        chosenColours.ifPresent(
                chosen -> response.addCookie(ReaderCookies.of(chosen, request.isSecure())));
        Optional<SessionEnd> ended =
                SessionEnd.named(request.getParameter(SignInPage.ENDED))
                        .or(() -> SessionEnd.of(request));
        ended.ifPresent(_ -> SessionEnd.forget(request, response));
        SignInPage page =
                new SignInPage(
                        language.map(chosen -> new Words(translations, chosen, words.thaiDigits()))
                                .orElse(words),
                        chosenColours.orElse(colours),
                        asked(
                                request,
                                SignInPage.ERROR,
                                Stream.of(SignInException.Reason.values()),
                                SignInException.Reason::key),
                        ended,
                        demonstration,
                        providers,
                        settings);
        return ResponseEntity.ok().contentType(HTML).body(page.html());
    }

    private static <T> Optional<T> asked(
            HttpServletRequest request,
            String parameter,
            Stream<T> choices,
            Function<T, String> key) {
        String value = request.getParameter(parameter);
        return choices.filter(choice -> key.apply(choice).equals(value)).findFirst();
    }
}
