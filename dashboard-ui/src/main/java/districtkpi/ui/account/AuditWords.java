package districtkpi.ui.account;

import districtkpi.db.account.Role;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says what the audit holds in the reader's language. What is stored stays as it is, for programs
 * and for the years to come; what this does not know is shown as it is stored.
 */
record AuditWords(Words words, ScopeNames.Known names) {

    private static final String ROUND = "(\\d{4}-[a-z0-9-]+)";
    private static final String DISTRICT = "(\\d{4})";

    /** The forms in which subjects are written, with the text of each. */
    private static final List<Form> FORMS =
            List.of(
                    form("account (\\S+)", "audit.of.account", Kind.TEXT),
                    form("token (\\d+)", "audit.of.token", Kind.TEXT),
                    form("import (\\d+)", "audit.of.import", Kind.TEXT),
                    form("round " + ROUND, "audit.of.round", Kind.ROUND),
                    form("level in " + ROUND, "audit.of.demonstrated-level", Kind.ROUND),
                    form("work of offices in " + ROUND, "audit.of.demonstrated-work", Kind.ROUND),
                    form(
                            "indicator (\\S+) of " + DISTRICT + " in " + ROUND,
                            "audit.of.indicator",
                            Kind.TEXT,
                            Kind.DISTRICT,
                            Kind.ROUND),
                    form(
                            "report of " + DISTRICT + " in " + ROUND,
                            "audit.of.report",
                            Kind.DISTRICT,
                            Kind.ROUND),
                    form(
                            "district " + DISTRICT + " of " + ROUND,
                            "audit.of.district",
                            Kind.DISTRICT,
                            Kind.ROUND),
                    form("office of district " + DISTRICT, "audit.of.office", Kind.DISTRICT),
                    form(
                            "officer (\\d+) of " + DISTRICT,
                            "audit.of.officer",
                            Kind.TEXT,
                            Kind.DISTRICT),
                    form(
                            "sheet (\\d+) of officer (\\d+) in " + ROUND,
                            "audit.of.sheet",
                            Kind.TEXT,
                            Kind.TEXT,
                            Kind.ROUND),
                    form(
                            "agreement of " + ROUND + " by " + DISTRICT,
                            "audit.of.agreement",
                            Kind.ROUND,
                            Kind.DISTRICT),
                    form("setting (\\S+)", "audit.of.setting", Kind.SETTING),
                    form("backup (\\S+)", "audit.of.backup", Kind.TEXT),
                    form("mail server", "audit.of.mail-server"));

    /** What the values before and after are called. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("address", "audit.value.address"),
                    Map.entry("agreements", "audit.value.agreements"),
                    Map.entry("files", "audit.value.files"),
                    Map.entry("recorded-online", "audit.value.recorded-online"),
                    Map.entry("figures", "audit.value.figures"),
                    Map.entry("overrides", "audit.value.overrides"),
                    Map.entry("receipts", "audit.value.receipts"),
                    Map.entry("sheets", "audit.value.sheets"),
                    Map.entry("bytes", "audit.value.bytes"),
                    Map.entry("created", "audit.value.created"),
                    Map.entry("changed", "audit.value.changed"),
                    Map.entry("what", "audit.value.what"),
                    Map.entry("label", "audit.value.label"),
                    Map.entry("scope", "audit.value.scope"),
                    Map.entry("expires", "audit.value.expires"),
                    Map.entry("on", "audit.value.day"),
                    Map.entry("outcome", "audit.value.outcome"),
                    Map.entry("from", "audit.value.from"),
                    Map.entry("reminder", "audit.value.reminder"),
                    Map.entry("day", "audit.value.day"),
                    Map.entry("district", "account.district"),
                    Map.entry("enabled", "account.may-sign-in"),
                    Map.entry("evidence", "audit.value.evidence"),
                    Map.entry("file", "audit.value.file"),
                    Map.entry("level", "audit.value.level"),
                    Map.entry("mended-cells", "audit.value.mended-cells"),
                    Map.entry("name", "audit.value.name"),
                    Map.entry("note", "audit.value.note"),
                    Map.entry("post", "account.post"),
                    Map.entry("reason", "audit.value.reason"),
                    Map.entry("reason-th", "audit.value.reason"),
                    Map.entry("retired", "audit.value.retired"),
                    Map.entry("revision", "audit.value.revision"),
                    Map.entry("role", "account.role"),
                    Map.entry("rounds", "audit.value.rounds"),
                    Map.entry("rows", "audit.value.rows"),
                    Map.entry("sha256", "audit.value.sha256"),
                    Map.entry("unit", "account.unit"),
                    Map.entry("value", "audit.value.value"),
                    Map.entry("version", "audit.value.version"),
                    Map.entry("way", "audit.value.way"),
                    Map.entry("withdrawn", "audit.value.withdrawn"));

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "address", "settings.address",
                    "mail-from", "settings.mail-from",
                    "reminder-days", "settings.reminder-days",
                    "idle-minutes", "settings.idle",
                    "session-hours", "settings.longest",
                    "sign-in-failures", "settings.failures",
                    "lock-minutes", "settings.locked",
                    "licence", "settings.licence",
                    "backup-hour", "backup.hour",
                    "backups-kept", "backup.keep");

    /** How somebody came in, or was let in; why a backup was made. */
    private static final Map<String, String> WAYS =
            Map.of(
                    "page", "audit.way.page",
                    "basic", "audit.way.basic",
                    "token", "audit.way.token",
                    "provider", "audit.way.provider",
                    "password", "audit.way.password",
                    "server", "audit.way.server",
                    "daily", "backup.kind.daily",
                    "asked", "backup.kind.asked");

    /** What a part of a subject is. */
    private enum Kind {
        TEXT,
        ROUND,
        DISTRICT,
        SETTING
    }

    private record Form(Pattern pattern, String key, List<Kind> parts) {}

    private static Form form(String pattern, String key, Kind... parts) {
        return new Form(Pattern.compile(pattern), key, List.of(parts));
    }

    /** What something was done to. */
    String subject(String stored) {
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(stored);
            if (found.matches()) {
                return words.of(form.key(), parts(form, found));
            }
        }
        return stored;
    }

    private Object[] parts(Form form, MatchResult found) {
        Object[] parts = new Object[form.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(form.parts().get(i), found.group(i + 1));
        }
        return parts;
    }

    private String part(Kind kind, String stored) {
        return switch (kind) {
            case TEXT -> stored;
            case ROUND -> read(stored, RoundId::parse, words::shortRound);
            case DISTRICT -> read(stored, DistrictCode::of, names::district);
            case SETTING -> Optional.ofNullable(SETTINGS.get(stored)).map(words::of).orElse(stored);
        };
    }

    /** What was so before, or is so since. */
    String values(Map<String, String> stored) {
        return stored.entrySet().stream()
                .map(value -> name(value.getKey()) + ": " + value(value.getKey(), value.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String name(String stored) {
        return Optional.ofNullable(NAMES.get(stored)).map(words::of).orElse(stored);
    }

    private String value(String name, String stored) {
        return switch (name) {
            case "role" -> read(stored, Role::parse, role -> words.of(role.label()));
            case "district" -> read(stored, DistrictCode::of, names::district);
            case "unit" -> read(stored, UnitId::of, names::unit);
            case "way" -> Optional.ofNullable(WAYS.get(stored)).map(words::of).orElse(stored);
            case "enabled", "retired" ->
                    switch (stored) {
                        case "true" -> words.of("audit.value.yes");
                        case "false" -> words.of("audit.value.no");
                        default -> stored;
                    };
            default -> stored;
        };
    }

    private static <T> String read(
            String stored, Function<String, T> reader, Function<T, String> said) {
        try {
            return said.apply(reader.apply(stored));
        } catch (IllegalArgumentException _) {
            return stored;
        }
    }
}
