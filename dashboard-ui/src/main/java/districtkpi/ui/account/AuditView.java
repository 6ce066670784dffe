package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.importer.table.DateReader;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did what, and when, newest first; what is read here nobody can change. */
@Route(AuditView.PATH)
@Menu(title = "nav.audit", order = 63, icon = "vaadin:clipboard-text")
@Requires(Permission.AUDIT)
class AuditView extends Page {

    static final String PATH = "audit";

    private static final int SHOWN = 25;
    private static final Parameter<AuditAction> ACTION =
            new Parameter<>("action", AuditAction::parse, AuditAction::key);
    private static final Parameter<AccountName> ACCOUNT =
            new Parameter<>("account", AccountName::of, AccountName::value);
    private static final Parameter<LocalDate> FROM =
            new Parameter<>("from", AuditView::day, LocalDate::toString);
    private static final Parameter<LocalDate> TO =
            new Parameter<>("to", AuditView::day, LocalDate::toString);
    private static final Parameter<Long> BEFORE =
            new Parameter<>("before", Long::valueOf, String::valueOf);

    private final AuditTrail audit;
    private final ScopeNames names;
    private final Clock clock;

    AuditView(Preferences preferences, AuditTrail audit, ScopeNames names, Clock clock) {
        super(preferences);
        this.audit = audit;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(ACTION, ACCOUNT, FROM, TO, BEFORE);
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.audit");
    }

    @Override
    protected List<Component> downloads(PageState state, Words words) {
        return List.of(createDownload(state, words));
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        AuditFilter filter =
                new AuditFilter(
                        state.chosen(ACTION).orElse(null),
                        state.chosen(ACCOUNT).orElse(null),
                        state.chosen(FROM).map(this::begin).orElse(null),
                        state.chosen(TO).map(day -> begin(day.plusDays(1))).orElse(null));
        List<AuditEntry> found =
                audit.findNewest(filter, state.chosen(BEFORE).orElse(Long.MAX_VALUE), SHOWN + 1);
        List<AuditEntry> shown = found.stream().limit(SHOWN).toList();
        List<Component> content = new ArrayList<>();
        content.add(new PageHead(words.of("audit.title"), words.of("audit.intro")));
        content.add(createFilter(state, words));
        content.add(
                shown.isEmpty()
                        ? new Paragraph(words.of("audit.none"))
                        : createTable(shown, new AuditWords(words, names.known(words))));
        if (found.size() > SHOWN) {
            Anchor older =
                    PageLink.to(
                            PATH,
                            state.with(BEFORE, shown.getLast().id()),
                            words.of("audit.older"));
            older.setId("audit-older");
            content.add(new Paragraph(older));
        }
        return content;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a day: " + text, e);
        }
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Component createFilter(PageState state, Words words) {
        ComboBox<AuditAction> action = new ComboBox<>();
        action.setId("audit-action");
        action.setLabel(words.of("audit.action"));
        action.setPlaceholder(words.of("audit.every-action"));
        action.setClearButtonVisible(true);
        action.setItems(AuditAction.values());
        action.setItemLabelGenerator(one -> name(one, words));
        state.chosen(ACTION).ifPresent(action::setValue);
        action.addValueChangeListener(change -> go(state.with(ACTION, change.getValue())));
        TextField account = new TextField(words.of("audit.account"));
        account.setId("audit-account");
        account.setValue(state.chosen(ACCOUNT).map(AccountName::value).orElse(""));
        account.addValueChangeListener(change -> {
            try {
                go(state.with(ACCOUNT, named(change.getValue())));
            } catch (IllegalArgumentException _) {
                account.setErrorMessage(words.of("account.name-rule"));
                account.setInvalid(true);
            }
        });
        return new Filter(
                words,
                action,
                account,
                createDay("audit-from", words.of("audit.from"), FROM, state, words),
                createDay("audit-to", words.of("audit.to"), TO, state, words));
    }

    /** Days are written here as in a file; a calendar of the browser knows no Buddhist era. */
    private static TextField createDay(
            String id, String label, Parameter<LocalDate> day, PageState state, Words words) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setHelperText(words.of("register.day.help"));
        field.setValue(
                state.chosen(day)
                        .map(chosen -> words.isThai() ? words.shortDate(chosen) : chosen.toString())
                        .orElse(""));
        field.addValueChangeListener(change -> {
            Optional<LocalDate> read = DateReader.typed(change.getValue());
            if (read.isPresent() || change.getValue().isBlank()) {
                go(state.with(day, read.orElse(null)));
            } else {
                field.setErrorMessage(words.of("register.day.wrong"));
                field.setInvalid(true);
            }
        });
        return field;
    }

    private static @Nullable AccountName named(String text) {
        return text.isBlank() ? null : AccountName.of(text);
    }

    /** From the newest on again. */
    private static void go(PageState state) {
        UI.getCurrent().navigate(PATH, state.with(BEFORE, null).toQuery());
    }

    private static Component createTable(List<AuditEntry> shown, AuditWords said) {
        Words words = said.words();
        DataTable table = new DataTable("audit", words.of("audit.caption"), DataTable.Narrow.STACK);
        table.column(words.of("audit.when"))
                .column(words.of("audit.who"))
                .column(words.of("audit.action"))
                .column(words.of("audit.subject"))
                .column(words.of("audit.before"))
                .column(words.of("audit.after"));
        shown.forEach(entry ->
                table.row()
                        .id("audit-" + entry.id())
                        .header(new Span(words.dateTime(entry.happenedAt())))
                        .cell(who(entry, words))
                        .cell(name(entry.action(), words))
                        .cell(said.subject(entry.subject()))
                        .cell(said.values(entry.before()))
                        .cell(said.values(entry.after())));
        return table;
    }

    private static String who(AuditEntry entry, Words words) {
        return entry.account()
                .map(account ->
                        account
                                + entry.accountRole()
                                        .map(role -> " (" + words.of(role.label()) + ")")
                                        .orElse(""))
                .orElse("–");
    }

    /** The same entries, but all of them. */
    private static Anchor createDownload(PageState state, Words words) {
        StringBuilder address = new StringBuilder("api/v1/audit.csv?bom=true");
        for (Parameter<?> parameter : List.of(ACTION, ACCOUNT, FROM, TO)) {
            address.append(written(parameter, state));
        }
        Anchor link = new Anchor(address.toString(), words.of("audit.download"));
        link.setId("csv-audit");
        link.setRouterIgnore(true);
        return link;
    }

    private static <T> String written(Parameter<T> parameter, PageState state) {
        return state.chosen(parameter)
                .map(chosen -> "&" + parameter.name() + "=" + parameter.writer().apply(chosen))
                .orElse("");
    }

    private static String name(AuditAction action, Words words) {
        return switch (action) {
            case SIGNED_IN -> words.of("audit.signed-in");
            case SIGN_IN_FAILED -> words.of("audit.sign-in-failed");
            case LOCKED -> words.of("audit.locked");
            case UNLOCKED -> words.of("audit.unlocked");
            case SIGNED_OUT -> words.of("audit.signed-out");
            case PASSWORD_CHANGED -> words.of("audit.password-changed");
            case PASSWORD_RESET -> words.of("audit.password-reset");
            case ACCOUNT_ADDED -> words.of("audit.account-added");
            case ACCOUNT_CHANGED -> words.of("audit.account-changed");
            case SETTING_CHANGED -> words.of("audit.setting-changed");
            case MAIL_TRIED -> words.of("audit.mail-tried");
            case TOKEN_MADE -> words.of("audit.token-made");
            case TOKEN_REVOKED -> words.of("audit.token-revoked");
            case IMPORTED -> words.of("audit.imported");
            case UNDONE -> words.of("audit.undone");
            case SUBMITTED -> words.of("audit.submitted");
            case ACCEPTED -> words.of("audit.accepted");
            case SENT_BACK -> words.of("audit.sent-back");
            case TAKEN_BACK -> words.of("audit.taken-back");
            case OVERRIDDEN -> words.of("audit.overridden");
            case OVERRIDE_WITHDRAWN -> words.of("audit.override-withdrawn");
            case EVIDENCE_ADDED -> words.of("audit.evidence-added");
            case PAPER_RECEIVED -> words.of("audit.paper-received");
            case EVIDENCE_WITHDRAWN -> words.of("audit.evidence-withdrawn");
            case PRINTED -> words.of("audit.printed");
            case RECEIVED -> words.of("audit.received");
            case RECEIPT_WITHDRAWN -> words.of("audit.receipt-withdrawn");
            case ADDRESS_CHANGED -> words.of("audit.address-changed");
            case REMINDED -> words.of("audit.reminded");
            case OFFICER_ADDED -> words.of("audit.officer-added");
            case OFFICER_CHANGED -> words.of("audit.officer-changed");
            case AGREEMENT_ACKNOWLEDGED -> words.of("audit.agreement-acknowledged");
            case SHEET_HANDED_OVER -> words.of("audit.sheet-handed-over");
            case SHEET_ACKNOWLEDGED -> words.of("audit.sheet-acknowledged");
            case AGREED -> words.of("audit.agreed");
            case ROUND_WITHDRAWN -> words.of("audit.round-withdrawn");
            case BACKED_UP -> words.of("audit.backed-up");
            case BACKUP_FAILED -> words.of("audit.backup-failed");
            case BACKUP_DOWNLOADED -> words.of("audit.backup-downloaded");
            case PUBLISHED -> words.of("audit.published");
            case SIGNED_OFF -> words.of("audit.signed-off");
            case DEMONSTRATED -> words.of("audit.demonstrated");
            case REOPENED -> words.of("audit.reopened");
        };
    }
}
