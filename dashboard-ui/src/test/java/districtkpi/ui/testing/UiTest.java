package districtkpi.ui.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import districtkpi.db.testing.TestDatabase;
import districtkpi.ui.DistrictKpiApplication;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of screens without a browser: the whole application on a database of its own that holds
 * the demonstration rounds, with an identity provider that nobody asks. Its subclasses share both,
 * so they read only.
 */
@SpringBootTest(
        classes = DistrictKpiApplication.class,
        properties = {
            "district-kpi.demo=true",
            "spring.security.oauth2.client.registration.office.client-id=district-kpi",
            "spring.security.oauth2.client.registration.office.client-name=CDD",
            "spring.security.oauth2.client.provider.office.issuer-uri=https://id.example.org"
        })
@ExtendWith(Administrator.class)
public abstract class UiTest extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = RunningApplication.demonstrationDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        connect(registry, DATABASE);
    }

    /** Names a database to the application, and gives it an administrator. */
    public static void connect(DynamicPropertyRegistry registry, TestDatabase database) {
        String data = TestFolder.create();
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add("district-kpi.data", () -> data);
        registry.add("district-kpi.admin-password", () -> Administrator.PASSWORD);
        registry.add("district-kpi.password.strength", () -> Administrator.STRENGTH);
    }

    /** Goes to an address, such as {@code district/4301?round=2565-1}. */
    public static void open(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, query),
                            QueryParameters.fromString(address.substring(query + 1)));
        }
        roundTrip();
    }

    /** All that the page says, in reading order. */
    public static String pageText() {
        return text(page());
    }

    /** The component with an id, wherever it is on the page. */
    public static Component byId(String id) {
        return find(page(), id)
                .flatMap(Element::getComponent)
                .orElseThrow(() -> new AssertionError("Nothing on the page has the id " + id));
    }

    /** True if something on the page has an id. */
    public static boolean shows(String id) {
        return find(page(), id).isPresent();
    }

    /** Chooses in the field with an id, as somebody would. */
    @SuppressWarnings("unchecked") // Whoever writes the test knows what the field holds.
    public static <T> void choose(String id, T value) {
        ((HasValue<?, T>) byId(id)).setValue(value);
        roundTrip();
    }

    /** Opens what is below an indicator's row on the page of a district, unless it is open. */
    public static void unfold(String indicator) {
        if (byId("below-" + indicator).getElement().hasAttribute("hidden")) {
            turn(indicator);
        }
    }

    /** Opens or closes what is below an indicator's row, as somebody would. */
    public static void turn(String indicator) {
        NativeButton button = (NativeButton) byId("below-" + indicator + "-button");
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        roundTrip();
    }

    /** Opens the fields of the bar that choose the day and the part. */
    public static void openScope() {
        ((Popover) byId("scope-popover")).open();
        roundTrip();
    }

    /** The address of the page from its path on, as somebody reads it. */
    public static String address() {
        return URLDecoder.decode(
                UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters(),
                StandardCharsets.UTF_8);
    }

    public static String textOf(String id) {
        return text(byId(id));
    }

    /** All that a component says, in reading order. */
    public static String text(Component component) {
        return text(component.getElement());
    }

    /** What each cell of a table's row says, its header first. */
    public static List<String> cells(Component row) {
        return Jsoup.parse("<table>" + row.getElement().getOuterHTML() + "</table>")
                .select("tr > *")
                .eachText();
    }

    private static String text(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        String html = element.getProperty("innerHTML", "");
        return Jsoup.parseBodyFragment(html).wholeText()
                + element.getChildren().map(UiTest::text).collect(Collectors.joining());
    }

    /** The frame around the screen: the last in the chain from the screen outwards. */
    private static Element page() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().getLast().getElement();
    }

    private static Optional<Element> find(Element element, String id) {
        if (id.equals(element.getAttribute("id"))) {
            return Optional.of(element);
        }
        return element.getChildren().flatMap(child -> find(child, id).stream()).findFirst();
    }
}
