package districtkpi.export.table;

import districtkpi.db.register.Done;
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterEntry.Outcome;
import districtkpi.db.register.RegisterEntry.Receipt;
import districtkpi.db.register.RegisterEntry.Reminder;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The register of submissions as it stands now: {@code register.csv}, a row for each district. */
@Component
@Order(120)
final class RegisterTable implements RoundTableSource {

    /**
     * What is known of a district.
     *
     * @param today in Bangkok
     */
    record Row(Agreement agreement, District district, RegisterEntry entry, LocalDate today) {

        DistrictCode code() {
            return district.code();
        }

        Optional<Deadline> deadline() {
            return agreement.submissionDeadline();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.agreement().round())
                    .word("district", Row::code)
                    .text("district_th", row -> row.district().name().th())
                    .text("district_en", row -> row.district().name().en())
                    .cell("due", Cell.Kind.TEXT, row -> Cells.word(row.agreement().submission()))
                    .flag("to_chase", row -> row.entry().isToChase())
                    .word(
                            "recording",
                            row -> row.entry().recording(row.deadline(), row.today()).key())
                    .whole("indicators", row -> row.entry().indicators())
                    .whole("handed_in", row -> row.entry().handedIn())
                    .cell(
                            "complete_at",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.entry().completeAt()))
                    .cell("last_handed_in_at", Cell.Kind.TEXT, at(RegisterEntry::lastHandedIn))
                    .cell("last_handed_in_by", Cell.Kind.TEXT, by(RegisterEntry::lastHandedIn))
                    .cell("printed_at", Cell.Kind.TEXT, at(RegisterEntry::printed))
                    .cell("printed_by", Cell.Kind.TEXT, by(RegisterEntry::printed))
                    .word("report", row -> row.entry().sending(row.deadline(), row.today()).key())
                    .cell(
                            "received_on",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.entry().receipt().map(Receipt::day)))
                    .text(
                            "received_note",
                            row -> row.entry().receipt().map(Receipt::note).orElse(""))
                    .cell(
                            "received_recorded_at",
                            Cell.Kind.TEXT,
                            at(entry -> entry.receipt().map(Receipt::recorded)))
                    .cell(
                            "received_recorded_by",
                            Cell.Kind.TEXT,
                            by(entry -> entry.receipt().map(Receipt::recorded)))
                    .whole("reminders", row -> row.entry().reminders())
                    .cell(
                            "last_reminder_at",
                            Cell.Kind.TEXT,
                            at(entry -> entry.lastReminder().map(Reminder::sent)))
                    .cell(
                            "last_reminder_by",
                            Cell.Kind.TEXT,
                            by(entry -> entry.lastReminder().map(Reminder::sent)))
                    .cell(
                            "last_reminder_outcome",
                            Cell.Kind.TEXT,
                            row ->
                                    Cells.word(
                                            row.entry()
                                                    .lastReminder()
                                                    .map(Reminder::outcome)
                                                    .map(RegisterTable::outcome)))
                    .build();

    private final RegisterQuery register;
    private final Clock clock;

    RegisterTable(RegisterQuery register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                        "register",
                        Set.of(),
                        COLUMNS,
                        asked -> rows(asked.board(), register, clock))
                .filtered(Set.of(Choice.DISTRICT), (filter, row) -> filter.wants(row.code()))
                .asOfNow();
    }

    static List<Row> rows(Scoreboard board, RegisterQuery register, Clock clock) {
        Agreement agreement = board.agreement();
        LocalDate today = Deadline.dayOf(clock.instant());
        return register
                .find(agreement, board.districts().stream().map(District::code).toList())
                .stream()
                .map(entry ->
                        new Row(
                                agreement,
                                board.district(entry.district()).orElseThrow(),
                                entry,
                                today))
                .toList();
    }

    private static Function<Row, Cell> at(Function<RegisterEntry, Optional<Done>> done) {
        return row -> Cells.word(done.apply(row.entry()).map(Done::at).map(Instant::toString));
    }

    private static Function<Row, Cell> by(Function<RegisterEntry, Optional<Done>> done) {
        return row -> Cells.word(done.apply(row.entry()).map(Done::by).filter(by -> !by.isEmpty()));
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> "sent";
            case Outcome.Failed(ReminderFailure failure) -> failure.key();
            case Outcome.Unknown _ -> "unknown";
        };
    }
}
