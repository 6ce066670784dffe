package districtkpi.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import jakarta.servlet.Filter;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a district sees: itself, and of the others what is published. */
class DistrictScopeIT extends UiTest {

    private static final AccountName OWN = AccountName.of("thabo");
    private static final DistrictCode DISTRICT = DistrictCode.of("4302");

    /** The round of which figures came in after it was published. */
    private static final RoundId CORRECTED = RoundId.parse("2565-2");

    private static final String PASSWORD = "password-of-thabo";

    /** Names that are no part of another word on a page. */
    private static final List<String> OTHERS =
            List.of("โพนพิสัย", "ศรีเชียงใหม่", "สระใคร", "เฝ้าไร่", "รัตนวาปี", "โพธิ์ตาก");

    private static final Pattern CODE_OF_ANOTHER =
            Pattern.compile("(?m)(^|,)43(01|05|07|08|14|15|16|17)(,|$)");

    @Autowired private WebApplicationContext context;

    @BeforeEach
    void signIn() {
        AccountRepository accounts = context.getBean(AccountRepository.class);
        PasswordEncoder encoder = context.getBean(PasswordEncoder.class);
        if (accounts.find(OWN).isEmpty()) {
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            RowScope.inProvince(() ->
                    transaction.executeWithoutResult(_ ->
                            accounts.add(
                                    new AccountData(OWN, "", Role.DISTRICT, DISTRICT, null),
                                    new NewPassword(
                                            Objects.requireNonNull(encoder.encode(PASSWORD)),
                                            false),
                                    false)));
        }
        Administrator.signIn(context, OWN);
    }

    @Test
    void noScreenShowsWhatIsNotPublishedOfAnother() {
        for (RouteData view : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            for (String code : List.of("4302", "4305")) {
                String address =
                        view.getTemplate().replaceAll(":[^/]+", code)
                                + "?round=2565-2&districts=4305-4307&district=4305";
                UI.getCurrent().getInternals().clearLastHandledNavigation();
                open(address);
                assertThat(pageText()).as(address).doesNotContain(OTHERS);
            }
        }
    }

    @Test
    void theMenuLeadsToItsOwnPage() {
        open("district?round=2565-2");
        assertThat(address()).startsWith("district/4302?");
        open("plan?round=2565-2");
        assertThat(address()).startsWith("plan/4302?");
    }

    @Test
    void itsOwnScorecardIsThereWithoutARank() {
        open("district/4302?round=2565-2");
        assertThat(shows("section-team")).isTrue();
        assertThat(textOf("summary-rank")).doesNotContainPattern("[1-9]/|อันดับ[1-9]");
        assertThat(textOf("summary-rank")).contains("ฉบับที่ประกาศ");
        assertThat(textOf("publication-note")).contains("เฉพาะอำเภอของท่าน");
        unfold("T1");
        assertThat(textOf("figures-T1")).contains(".csv");
        for (String address : List.of("district/4302", "receipt/4302", "trends")) {
            open(address + "?round=2565-2&district=4302");
            assertThat(byId("main").getElement().getOuterHTML())
                    .as(address)
                    .doesNotContain("href=\"import?");
        }
        open("district/4305?round=2565-2");
        assertThat(shows("section-team")).isFalse();
    }

    @Test
    void nothingIsSaidOfAProvinceThatItDoesNotSee() {
        open("?round=2565-2");
        assertThat(shows("ranking")).isTrue();
        assertThat(shows("findings")).isFalse();
        open("?round=2565-2&tab=check");
        assertThat(shows("brief")).isFalse();
        open("?round=2565-2&section=team");
        assertThat(cells(byId("part-ranking-4302")).getFirst()).doesNotContain("1").contains("–");
        open("?round=2565-2&revision=1");
        assertThat(shows("findings")).isTrue();
    }

    @Test
    void itPrintsItsOwnFormsAndOfOthersWhatIsPublished() {
        open("forms/evaluation/4302?round=2565-2");
        assertThat(shows("form-scores")).isTrue();
        open("forms/evaluation/4305?round=2565-2");
        assertThat(shows("form-scores")).isFalse();
        open("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(shows("form-scores")).isTrue();
        open("forms/summary?round=2565-2");
        assertThat(shows("form-overview")).isFalse();
        assertThat(textOf("form-withheld")).contains("ฉบับที่ประกาศ");
        open("forms/summary?round=2565-2&revision=1");
        assertThat(shows("form-overview")).isTrue();
        open("forms/agreement?round=2565-2&district=4305");
        assertThat(shows("form-annex")).isFalse();
    }

    @Test
    void itSaysThatItPrintedAndSeesItsOwnLineOfTheRegister() {
        open("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(shows("form-printed")).isFalse();
        open("forms/evaluation/4302?round=2565-2");
        ((Button) byId("form-printed")).click();
        assertThat(shows("form-was-printed")).isTrue();
        open("register?round=2565-2&district=4302");
        assertThat(textOf("submission-4302")).contains(OWN.value());
        assertThat(shows("submission-4305")).isFalse();
        assertThat(shows("receipt-save")).isFalse();
        assertThat(shows("chase")).isFalse();
    }

    @Test
    void whatIsPublishedIsThereOfAll() {
        open("?round=2565-2&revision=1");
        assertThat(pageText()).contains(OTHERS);
        open("district/4305?round=2565-2&revision=1");
        assertThat(shows("section-team")).isTrue();
    }

    @Test
    void noTableHasARowOfAnotherThatIsNotPublished() throws Exception {
        MockMvc calls =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
        int tables = 0;
        for (String path : tables()) {
            for (String query :
                    List.of("", "?district=4302", "?district=4305", "?districts=4302-4305")) {
                MockHttpServletResponse answer = get(calls, path + query);
                assertThat(answer.getContentAsString())
                        .as(path + query)
                        .doesNotContainPattern(CODE_OF_ANOTHER);
                tables += answer.getStatus() == 200 ? 1 : 0;
            }
        }
        assertThat(tables).isGreaterThan(20);
        assertThat(get(calls, "/api/v1/rounds/2565-2/ranking.csv?revision=1").getContentAsString())
                .containsPattern(CODE_OF_ANOTHER);
    }

    @Test
    void whoForgetsToAskForADistrictGetsNothingOfTheOthers() {
        MeasurementRepository measurements = context.getBean(MeasurementRepository.class);
        List<Measurement> all = RowScope.inProvince(() -> measurements.findAll(CORRECTED));
        List<Measurement> seen = measurements.findAll(CORRECTED);
        Set<Measurement> hidden = new HashSet<>(all);
        seen.forEach(hidden::remove);
        assertThat(seen).hasSizeLessThan(all.size());
        assertThat(hidden)
                .isNotEmpty()
                .noneMatch(figure -> figure.district().equals(DISTRICT))
                .anyMatch(figure -> figure.origin().file().contains("corrections"));
    }

    /** The addresses of all tables as CSV, of which there is one for each. */
    private Set<String> tables() {
        Set<String> paths = new LinkedHashSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((endpoint, handler) -> {
                    if (handler.getBeanType().getName().contains("TableAddresses")) {
                        endpoint.getPatternValues().stream()
                                .filter(path -> path.endsWith(".csv"))
                                .map(path -> path.replace("{round}", "2565-2"))
                                .forEach(paths::add);
                    }
                });
        return paths;
    }

    private static MockHttpServletResponse get(MockMvc calls, String path) throws Exception {
        return calls.perform(
                        MockMvcRequestBuilders.get(path)
                                .header(
                                        HttpHeaders.AUTHORIZATION,
                                        Administrator.basic(OWN.value(), PASSWORD)))
                .andReturn()
                .getResponse();
    }
}
