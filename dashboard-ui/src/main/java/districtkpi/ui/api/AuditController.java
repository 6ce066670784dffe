package districtkpi.ui.api;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Table;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, and when, as a table, newest first: {@code audit.csv}. */
@RestController
@Requires(Permission.AUDIT)
class AuditController {

    static final Set<Query> PARAMETERS =
            Set.of(Query.ACTION, Query.ACCOUNT, Query.FROM, Query.TO, Query.BYTE_ORDER_MARK);

    private static final int ROWS_AT_ONCE = 1_000;

    static final Table<AuditEntry> COLUMNS =
            Table.<AuditEntry>columns()
                    .whole("id", AuditEntry::id)
                    .word("happened_at", AuditEntry::happenedAt)
                    .cell("account", Cell.Kind.TEXT, entry -> Cells.word(entry.account()))
                    .cell(
                            "role",
                            Cell.Kind.TEXT,
                            entry -> Cells.word(entry.accountRole().map(Role::key)))
                    .word("action", entry -> entry.action().key())
                    .text("subject", AuditEntry::subject)
                    .text("before", entry -> written(entry.before()))
                    .text("after", entry -> written(entry.after()))
                    .build();

    private final AuditTrail audit;
    private final Answers answers;
    private final Clock clock;

    AuditController(AuditTrail audit, Answers answers, Clock clock) {
        this.audit = audit;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping(ApiPaths.VERSION_1 + "/audit.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, PARAMETERS);
        AuditFilter filter =
                new AuditFilter(
                        parameters
                                .read(
                                        Query.ACTION,
                                        AuditAction::parse,
                                        ServerTexts.text("parameter.action"))
                                .orElse(null),
                        parameters
                                .read(
                                        Query.ACCOUNT,
                                        AccountName::of,
                                        ServerTexts.text("parameter.account"))
                                .orElse(null),
                        parameters.day(Query.FROM).map(this::begin).orElse(null),
                        parameters.day(Query.TO).map(day -> begin(day.plusDays(1))).orElse(null));
        boolean byteOrderMark = parameters.flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "audit",
                                Download.Form.CSV,
                                out ->
                                        COLUMNS.write(
                                                rows(filter), Table.Form.CSV, byteOrderMark, out)));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** Read some at a time, however many there are. */
    private Stream<AuditEntry> rows(AuditFilter filter) {
        return Stream.iterate(
                        audit.findNewest(filter, Long.MAX_VALUE, ROWS_AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> audit.findNewest(filter, page.getLast().id(), ROWS_AT_ONCE))
                .flatMap(Collection::stream);
    }

    private static String written(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("; "));
    }
}
