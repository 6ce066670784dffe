package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.ColorScheme;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.SessionEnd;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.security.SignInPaths;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * The sign-in page: name and password, or an identity provider, or, on demonstration data, an
 * account of each role at a click.
 *
 * @param colours of the page
 * @param error why the last attempt let nobody in
 * @param ended why the session ended that there was; absent where somebody signed out or in anew
 */
record SignInPage(
        Words words,
        ColorScheme.Value colours,
        Optional<SignInException.Reason> error,
        Optional<SessionEnd> ended,
        DemonstrationAccounts demonstration,
        Optional<IdentityProviders> providers,
        Settings settings) {

    static final String LANGUAGE = "lang";
    static final String COLOURS = "colours";
    static final String ERROR = "error";
    static final String ENDED = "ended";

    /** The whole page. */
    String html() {
        Document page = Document.createShell("");
        page.insertChildren(0, List.of(new DocumentType("html", "", "")));
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        Element html = page.child(0);
        html.attr("lang", words.locale().getLanguage());
        html.attr("theme", colours.getThemeValue());
        html.attr("style", "color-scheme: " + colours.getValue());
        page.title(words.of("title", words.of("sign-in.title"), words.of("product")));
        Element head = page.head();
        head.prependElement("meta").attr("charset", "UTF-8");
        head.appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        head.appendElement("link").attr("rel", "icon").attr("href", "icon.svg");
        for (String sheet : List.of("aura/aura", "styles", SignInPaths.ROUTE)) {
            head.appendElement("link").attr("rel", "stylesheet").attr("href", sheet + ".css");
        }
        head.appendElement("script").attr("src", SignInPaths.ROUTE + ".js").attr("defer", "");
        Element shell = page.body().appendElement("div").addClass("shell sign-in");
        fillHeader(shell.appendElement("header").addClass("shell-header"));
        fillPage(shell.appendElement("main").id("main").appendElement("div").addClass("page"));
        return page.outerHtml();
    }

    private void fillHeader(Element header) {
        Element brand = header.appendElement("div").addClass("brand");
        brand.appendElement("span").addClass("product").text(words.of("product"));
        brand.appendElement("span").addClass("product-place").text(words.of("product.place"));
        Element choices = header.appendElement("div").addClass("choices");
        String other = (words.isThai() ? Translations.ENGLISH : Translations.THAI).getLanguage();
        // Named and spoken in the language that it leads to.
        choices.appendElement("a")
                .id("language-switch")
                .attr("href", address(LANGUAGE, other))
                .attr("lang", other)
                .text(words.of("language.other"));
        if (colours != ColorScheme.Value.DARK) {
            appendColourSwitch(choices, ColorScheme.Value.DARK);
        }
        if (colours != ColorScheme.Value.LIGHT) {
            appendColourSwitch(choices, ColorScheme.Value.LIGHT);
        }
    }

    /** Only the browser knows what the system shows now: one of two is then hidden by its style. */
    private void appendColourSwitch(Element choices, ColorScheme.Value to) {
        Element link =
                choices.appendElement("a")
                        .id("colours-" + to.getValue())
                        .attr("href", address(COLOURS, to.getValue()))
                        .attr("aria-label", words.of("colours.switch"))
                        .text("◐");
        if (colours != ColorScheme.Value.DARK && colours != ColorScheme.Value.LIGHT) {
            link.addClass("unless-" + to.getValue());
        }
    }

    /** The address of this page with one more thing said. */
    private String address(String parameter, String value) {
        return SignInPaths.ROUTE
                + "?"
                + error.map(reason -> ERROR + "=" + reason.key() + "&").orElse("")
                + ended.map(end -> ENDED + "=" + end.key() + "&").orElse("")
                + parameter
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void fillPage(Element page) {
        boolean passwords = providers.filter(IdentityProviders::only).isEmpty();
        append(
                page,
                new PageHead(
                        words.of("sign-in.title"),
                        words.of(passwords ? "sign-in.intro" : "sign-in.provider.intro")));
        ended.ifPresent(end ->
                page.appendElement("p")
                        .id("session-ended")
                        .addClass("remark")
                        .attr("role", "status")
                        .text(
                                switch (end) {
                                    case UNUSED -> words.of("session.ended.unused");
                                    case TOO_OLD -> words.of("session.ended.too-old");
                                    case CHANGED -> words.of("session.ended.changed");
                                    case GONE -> words.of("session.ended.gone");
                                }));
        if (passwords) {
            fillForm(page.appendElement("form").id("sign-in-form"));
        }
        providers.ifPresent(all ->
                append(
                        page,
                        new ProviderChoice(
                                all.all(),
                                error.filter(reason -> !passwords || isOfProvider(reason))
                                        .map(this::refusal),
                                words)));
        if (demonstration.offered()) {
            append(page, new DemonstrationSignIn(demonstration.accounts(), words));
        }
    }

    /** A form as any page has one, so that browsers offer to keep the password. */
    private void fillForm(Element form) {
        form.attr("method", "post").attr("action", SignInPaths.ROUTE);
        form.appendElement("h2").text(words.of("sign-in.form"));
        error.filter(reason -> !isOfProvider(reason))
                .ifPresent(reason -> {
                    Element refusal =
                            form.appendElement("div")
                                    .id("sign-in-refusal")
                                    .addClass("remark")
                                    .attr("role", "alert");
                    refusal.appendElement("strong").text(words.of("sign-in.refused"));
                    refusal.appendElement("p").text(refusal(reason));
                });
        appendField(
                        form,
                        "username",
                        "text",
                        "username",
                        words.of("sign-in.name"),
                        words.of("sign-in.name-missing"))
                .attr("autofocus", "");
        appendField(
                form,
                "password",
                "password",
                "current-password",
                words.of("sign-in.password"),
                words.of("sign-in.password-missing"));
        form.appendElement("button")
                .id("show-password")
                .attr("type", "button")
                .attr("aria-pressed", "false")
                .attr("aria-controls", "password")
                // Of no use without the script that does it.
                .attr("hidden", "")
                .text(words.of("sign-in.show-password"));
        form.appendElement("button")
                .id("submit")
                .attr("type", "submit")
                .text(words.of("sign-in.submit"));
    }

    private static Element appendField(
            Element form, String name, String type, String purpose, String label, String missing) {
        form.appendElement("label").attr("for", name).text(label);
        return form.appendElement("input")
                .id(name)
                .attr("name", name)
                .attr("type", type)
                .attr("autocomplete", purpose)
                .attr("autocapitalize", "none")
                .attr("spellcheck", "false")
                .attr("required", "")
                .attr("data-missing", missing);
    }

    private static void append(Element page, Component part) {
        page.append(part.getElement().getOuterHTML());
    }

    private static boolean isOfProvider(SignInException.Reason reason) {
        return switch (reason) {
            case WRONG, LOCKED, TOO_MANY, TOKEN -> false;
            case NO_ACCOUNT, DISABLED, UNREACHABLE, DECLINED, NOT_BEGUN, UNVERIFIED -> true;
        };
    }

    private String refusal(SignInException.Reason reason) {
        return switch (reason) {
            case WRONG, TOKEN -> words.of("sign-in.wrong");
            case LOCKED ->
                    words.of(
                            "sign-in.locked",
                            words.number(settings.get(Setting.LOCKED_FOR).toMinutes()));
            case TOO_MANY -> words.of("sign-in.too-many");
            case NO_ACCOUNT -> words.of("sign-in.no-account");
            case DISABLED -> words.of("sign-in.disabled");
            case UNREACHABLE -> words.of("sign-in.unreachable");
            case DECLINED -> words.of("sign-in.declined");
            case NOT_BEGUN -> words.of("sign-in.not-begun");
            case UNVERIFIED -> words.of("sign-in.unverified");
        };
    }
}
