package districtkpi.ui.agreement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import districtkpi.office.round.RoundWithdrawal;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.RuleChange;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The agreement of the round: every level verbatim with its machine reading beside it. */
@Route(AgreementNavigation.PATH)
@StyleSheet("context://agreement.css")
@Menu(title = "nav.agreement", order = 41, icon = "vaadin:file-text-o")
@Requires(Permission.READ)
class AgreementView extends Page {

    private final Rounds rounds;
    private final AgreementRepository agreements;
    private final RoundWithdrawal withdrawal;
    private final Permit permit;

    AgreementView(
            Preferences preferences,
            Rounds rounds,
            AgreementRepository agreements,
            RoundWithdrawal withdrawal,
            Permit permit) {
        super(preferences);
        this.rounds = rounds;
        this.agreements = agreements;
        this.withdrawal = withdrawal;
        this.permit = permit;
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.agreement");
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(AgreementNavigation.SHOW);
    }

    @Override
    protected List<Component> downloads(PageState state, Words words) {
        return rounds.current(state)
                .flatMap(agreements::findInForce)
                .<List<Component>>map(stored -> {
                    Anchor download =
                            new Anchor(
                                    DownloadHandler.fromInputStream(_ -> response(stored)),
                                    words.of("agreement.download", stored.file()));
                    download.setId("download-agreement");
                    return List.of(download);
                })
                .orElse(List.of());
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        return rounds.current(state)
                .flatMap(agreements::findInForce)
                .map(stored -> content(stored, state, words))
                .orElseGet(() ->
                        List.of(
                                new H1(words.of("nav.agreement")),
                                new Paragraph(words.of("round.unknown"))));
    }

    private String name(DistrictCode district, PageState state, Words words) {
        return rounds.scoreboard(state)
                .map(board -> new DistrictNames(board, words).of(district))
                .orElseGet(district::value);
    }

    private List<Component> content(StoredAgreement stored, PageState state, Words words) {
        Agreement agreement = stored.agreement();
        Optional<Agreement> before = before(agreement);
        List<RuleChange> changes =
                before.map(earlier -> RuleChange.between(earlier, agreement)).orElse(List.of());
        boolean all = state.chosen(AgreementNavigation.SHOW).isPresent();
        Map<IndicatorId, IndicatorTerms> terms = new LinkedHashMap<>();
        agreement
                .indicators()
                .forEach(indicator ->
                        terms.put(
                                indicator.id(),
                                new IndicatorTerms(
                                        agreement,
                                        indicator,
                                        before.map(one -> of(indicator, changes)),
                                        district -> name(district, state, words),
                                        words)));
        if (all) {
            terms.values().forEach(IndicatorTerms::open);
        }
        List<Component> content = new ArrayList<>();
        content.add(createHeading(stored, state, words));
        content.add(new AgreementIndex(agreement, terms, all, state, words));
        before.ifPresent(earlier -> content.add(createDifferences(earlier, changes, words)));
        content.add(new AgreementRules(agreement, words));
        for (SectionTerms one : agreement.sections()) {
            Section section = new Section();
            section.setId("terms-" + one.section().value());
            section.addClassName("block");
            section.add(
                    new H2(
                            words.of(
                                    "agreement.section",
                                    words.of(one.name()),
                                    words.number(one.indicators().size()))));
            one.indicators()
                    .forEach(indicator ->
                            section.add(Objects.requireNonNull(terms.get(indicator.id()))));
            content.add(section);
        }
        if (permit.allows(Permission.WITHDRAW_ROUND)) {
            content.add(new WithdrawalBlock(withdrawal, agreement.round(), words));
        }
        return content;
    }

    /** That of the round before, where there is one. */
    private Optional<Agreement> before(Agreement agreement) {
        return rounds.opened().stream()
                .filter(agreement.round()::follows)
                .max(Comparator.naturalOrder())
                .flatMap(agreements::findInForce)
                .map(StoredAgreement::agreement);
    }

    private static List<RuleChange> of(Indicator indicator, List<RuleChange> changes) {
        return changes.stream()
                .filter(change -> !(change instanceof RuleChange.Dropped))
                .filter(change -> change.concept().equals(Optional.of(indicator.concept())))
                .toList();
    }

    /** All that differs from the round before, also what is no more. */
    private static Component createDifferences(
            Agreement earlier, List<RuleChange> changes, Words words) {
        long counting = changes.stream().filter(RuleChange::affectsScores).count();
        Details differences =
                new Details(
                        words.of(
                                "agreement.before",
                                words.round(earlier.round()),
                                words.number(counting),
                                words.number(changes.size() - counting)),
                        new RuleChangeList(changes, words));
        differences.setId("agreement-before");
        return differences;
    }

    private static Component createHeading(StoredAgreement stored, PageState state, Words words) {
        Agreement agreement = stored.agreement();
        Paragraph subtitle =
                new Paragraph(
                        words.of(
                                "agreement.subtitle",
                                words.round(agreement.round()),
                                words.date(agreement.firstDay()),
                                words.date(agreement.lastDay())));
        subtitle.addClassName("subtitle");
        Paragraph version =
                new Paragraph(
                        words.of(
                                "agreement.version",
                                words.number(stored.version()),
                                words.dateTime(stored.storedAt())));
        version.addClassName("subtitle");
        Anchor print = FormsNavigation.agreement(state, words);
        print.addClassName("button-link");
        Div head =
                new Div(
                        new H1(words.of(agreement.title())),
                        subtitle,
                        version,
                        new Paragraph(print));
        head.addClassName("page-head");
        return head;
    }

    private static DownloadResponse response(StoredAgreement stored) {
        byte[] document = stored.document().getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(document),
                stored.agreement().round() + ".yaml",
                "application/yaml",
                document.length);
    }
}
