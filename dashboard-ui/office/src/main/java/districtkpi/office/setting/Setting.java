package districtkpi.office.setting;

import districtkpi.db.register.EmailAddress;
import districtkpi.importer.table.CellText;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;

/**
 * Something that administrators can set while the program runs, with what it is otherwise and what
 * it can be.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {

    private static final int FURTHEST_DAY = 90;
    private static final int MAX_DAYS = 20;
    private static final int MAX_TEXT_LENGTH = 200;
    private static final Pattern DAY = Pattern.compile("[+-]?[0-9]{1,4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /** Under which address others reach the program; absent: as whoever asks reached it. */
    public static final Setting<Optional<ProgramAddress>> ADDRESS =
            new Setting<>(
                    "address",
                    Optional.of(new Outside("district-kpi.address", "DISTRICT_KPI_ADDRESS")),
                    Optional.empty(),
                    text -> readOptional(text, ProgramAddress::of, Reason.NO_ADDRESS),
                    value -> value.map(ProgramAddress::value).orElse(""));

    /** Where reminders come from; absent: none are sent. */
    public static final Setting<Optional<EmailAddress>> MAIL_FROM =
            new Setting<>(
                    "mail-from",
                    Optional.of(
                            new Outside("district-kpi.reminder.from", "DISTRICT_KPI_MAIL_FROM")),
                    Optional.empty(),
                    text -> readOptional(text, EmailAddress::of, Reason.NO_EMAIL),
                    value -> value.map(EmailAddress::value).orElse(""));

    /**
     * On which days reminders are sent without being asked for, counted from the day by which the
     * report is to be there, such as −7, −1 and 1; empty: on none.
     */
    public static final Setting<List<Integer>> REMINDER_DAYS =
            new Setting<>(
                    "reminder-days",
                    Optional.of(
                            new Outside(
                                    "district-kpi.reminder.days", "DISTRICT_KPI_REMINDER_DAYS")),
                    List.of(),
                    Setting::readDays,
                    value -> value.stream().map(String::valueOf).collect(Collectors.joining(",")));

    /** How long nobody uses a session before it ends. */
    public static final Setting<Duration> IDLE =
            duration(
                    "idle-minutes",
                    Optional.of(
                            new Outside(
                                    "server.servlet.session.timeout",
                                    "SERVER_SERVLET_SESSION_TIMEOUT",
                                    Setting::minutes)),
                    ChronoUnit.MINUTES,
                    30,
                    5,
                    480);

    /** After which time a session ends, however busy it is. */
    public static final Setting<Duration> MAX_SESSION =
            duration("session-hours", Optional.empty(), ChronoUnit.HOURS, 12, 1, 24);

    /** Failures in a row after which a name is locked. */
    public static final Setting<Integer> MAX_FAILURES =
            new Setting<>(
                    "sign-in-failures",
                    Optional.empty(),
                    5,
                    text -> readNumber(text, 3, 20),
                    String::valueOf);

    /** For how long a name is locked. */
    public static final Setting<Duration> LOCKED_FOR =
            duration("lock-minutes", Optional.empty(), ChronoUnit.MINUTES, 15, 5, 1_440);

    /** The name of the licence under which the office gives its data away; empty: none is named. */
    public static final Setting<String> LICENCE =
            new Setting<>(
                    "licence",
                    Optional.of(new Outside("district-kpi.licence", "DISTRICT_KPI_LICENCE")),
                    "",
                    Setting::readText,
                    value -> value);

    /** At which full hour in Bangkok a backup is made each day; absent: none is. */
    public static final Setting<Optional<Integer>> BACKUP_HOUR =
            new Setting<>(
                    "backup-hour",
                    Optional.empty(),
                    Optional.of(12),
                    text ->
                            text.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(readNumber(text, 0, 23)),
                    value -> value.map(String::valueOf).orElse(""));

    /** How many backups of each kind are kept in the data folder. */
    public static final Setting<Integer> BACKUPS_KEPT =
            new Setting<>(
                    "backups-kept",
                    Optional.empty(),
                    7,
                    text -> readNumber(text, 1, 100),
                    String::valueOf);

    private static final List<Setting<?>> ALL =
            List.of(
                    ADDRESS,
                    MAIL_FROM,
                    REMINDER_DAYS,
                    IDLE,
                    MAX_SESSION,
                    MAX_FAILURES,
                    LOCKED_FOR,
                    LICENCE,
                    BACKUP_HOUR,
                    BACKUPS_KEPT);

    /**
     * Where a default can be given when the program is started.
     *
     * @param property as Spring calls it
     * @param variable of the environment, as the README calls it
     * @param typed the same value as somebody would type it
     */
    record Outside(String property, String variable, UnaryOperator<String> typed) {

        Outside(String property, String variable) {
            this(property, variable, UnaryOperator.identity());
        }
    }

    private final String key;
    private final Optional<Outside> outside;
    private final T builtIn;
    private final Function<String, T> reader;
    private final Function<T, String> writer;

    private Setting(
            String key,
            Optional<Outside> outside,
            T builtIn,
            Function<String, T> reader,
            Function<T, String> writer) {
        this.key = key;
        this.outside = outside;
        this.builtIn = builtIn;
        this.reader = reader;
        this.writer = writer;
    }

    private static Setting<Duration> duration(
            String key,
            Optional<Outside> outside,
            ChronoUnit unit,
            int builtIn,
            int least,
            int most) {
        return new Setting<>(
                key,
                outside,
                Duration.of(builtIn, unit),
                text -> Duration.of(readNumber(text, least, most), unit),
                value -> String.valueOf(value.dividedBy(unit.getDuration())));
    }

    /** All that there are. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** Its name in the database and in the audit, such as {@code reminder-days}. */
    public String key() {
        return key;
    }

    /** The variable of the environment that gives its default; absent where none does. */
    public Optional<String> variable() {
        return outside.map(Outside::variable);
    }

    Optional<Outside> outside() {
        return outside;
    }

    /** What it is unless somebody sets it. */
    public T builtIn() {
        return builtIn;
    }

    /**
     * The value that somebody typed, with digits and spaces as people write them.
     *
     * @throws Refused if it is none
     */
    T read(String typed) {
        return reader.apply(CellText.asciiHyphens(CellText.asciiDigits(CellText.clean(typed))));
    }

    /** A value as it is typed and kept. */
    public String text(T value) {
        return writer.apply(value);
    }

    /** Of a time such as {@code 45m}, or of seconds. */
    private static String minutes(String time) {
        return String.valueOf(DurationStyle.detectAndParse(time, ChronoUnit.SECONDS).toMinutes());
    }

    private static <V> Optional<V> readOptional(
            String text, Function<String, V> form, Reason reason) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(form.apply(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(reason);
        }
    }

    private static List<Integer> readDays(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boolean areDays =
                parts.size() <= MAX_DAYS
                        && parts.stream()
                                .allMatch(part ->
                                        DAY.matcher(part).matches()
                                                && Math.abs(Integer.parseInt(part))
                                                        <= FURTHEST_DAY);
        if (!areDays) {
            throw new Refused(Reason.NO_DAYS, FURTHEST_DAY, MAX_DAYS);
        }
        return parts.stream().map(Integer::valueOf).distinct().sorted().toList();
    }

    private static int readNumber(String text, int least, int most) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new Refused(Reason.NOT_IN_RANGE, least, most);
        }
        return number;
    }

    private static String readText(String text) {
        boolean isLine =
                text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH
                        && text.codePoints().noneMatch(Character::isISOControl);
        if (!isLine) {
            throw new Refused(Reason.NO_LINE, MAX_TEXT_LENGTH);
        }
        return text;
    }
}
