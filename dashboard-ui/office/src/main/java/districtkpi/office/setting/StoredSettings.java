package districtkpi.office.setting;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.scope.RowScope;
import districtkpi.db.setting.SettingChange;
import districtkpi.db.setting.SettingRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.setting.SettingState.Origin;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The settings as the database has them, else as the program was started. All are kept in memory,
 * and read again after each change; the program is the only one that changes them.
 *
 * @see "Decision record 0041: settings"
 */
@Service
public class StoredSettings implements Settings {

    private static final Logger log = LoggerFactory.getLogger(StoredSettings.class);

    private final SettingRepository repository;
    private final AuditTrail audit;
    private final Permit permit;
    private final WriteTransaction writing;
    private final Map<Setting<?>, SettingState<?>> defaults = new HashMap<>();
    private volatile Map<Setting<?>, SettingState<?>> states;

    /**
     * @throws IllegalStateException if the program was started with a value that cannot be
     */
    StoredSettings(
            Environment environment,
            SettingRepository repository,
            AuditTrail audit,
            Permit permit,
            Translations translations,
            WriteTransaction writing) {
        this.repository = repository;
        this.audit = audit;
        this.permit = permit;
        this.writing = writing;
        for (Setting<?> setting : Setting.all()) {
            defaults.put(setting, byDefault(setting, environment, translations));
        }
        this.states = find();
    }

    private static <T> SettingState<T> byDefault(
            Setting<T> setting, Environment environment, Translations translations) {
        Optional<Setting.Outside> outside = setting.outside();
        String given =
                outside.map(place -> environment.getProperty(place.property(), "")).orElse("");
        if (given.isBlank()) {
            return new SettingState<>(
                    setting.builtIn(), setting.builtIn(), new Origin.BuiltIn(), 0);
        }
        Setting.Outside place = outside.orElseThrow();
        try {
            T value = setting.read(place.typed().apply(given));
            return new SettingState<>(value, value, new Origin.Outside(), 0);
        } catch (Refused refused) {
            throw new IllegalStateException(
                    "%s=%s: %s / %s"
                            .formatted(
                                    place.variable(),
                                    given,
                                    refused.text(new Words(translations, Translations.THAI, false)),
                                    refused.text(
                                            new Words(translations, Translations.ENGLISH, false))),
                    refused);
        }
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return state(setting).value();
    }

    /** What a setting is, and since when. */
    @SuppressWarnings("unchecked") // Each state is put in beside the setting of its type.
    public <T> SettingState<T> state(Setting<T> setting) {
        return (SettingState<T>) Objects.requireNonNull(states.get(setting));
    }

    /**
     * Sets a setting to what somebody typed. The same value once more changes nothing.
     *
     * @param shown the version that was shown
     * @throws Refused if it cannot be that, another version is the newest meanwhile, or whoever is
     *     signed in may not
     */
    public <T> void change(Setting<T> setting, int shown, String typed) {
        permit.require(Permission.CHANGE_SETTINGS);
        T value = setting.read(typed);
        SettingState<T> before = state(setting);
        boolean same = before.origin() instanceof Origin.OnPage && before.value().equals(value);
        if (same && before.version() == shown) {
            return;
        }
        store(setting, shown, before, Optional.of(value));
    }

    /**
     * Lets a setting be again what it is unless somebody sets it.
     *
     * @param shown the version that was shown
     * @throws Refused if another version is the newest meanwhile, or whoever is signed in may not
     */
    public <T> void reset(Setting<T> setting, int shown) {
        permit.require(Permission.CHANGE_SETTINGS);
        store(setting, shown, state(setting), Optional.empty());
    }

    private <T> void store(
            Setting<T> setting, int shown, SettingState<T> before, Optional<T> value) {
        Refused.refuseIf(before.version() != shown, Reason.MOVED);
        try {
            writing.run(() -> {
                repository.add(setting.key(), shown + 1, value.map(setting::text));
                audit.record(
                        AuditAction.SETTING_CHANGED,
                        "setting " + setting.key(),
                        described(
                                setting, before.value(), before.origin() instanceof Origin.OnPage),
                        described(setting, value.orElse(before.byDefault()), value.isPresent()));
            });
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.MOVED);
        } finally {
            readAgain();
        }
    }

    private static <T> Map<String, String> described(Setting<T> setting, T value, boolean onPage) {
        return Map.of("value", setting.text(value), "from", onPage ? "page" : "default");
    }

    /** One after the other, so that the last to finish has seen every change. */
    private synchronized void readAgain() {
        states = find();
    }

    private Map<Setting<?>, SettingState<?>> find() {
        Map<String, SettingChange> changes =
                RowScope.inProvince(repository::findNewest).stream()
                        .collect(Collectors.toMap(SettingChange::setting, Function.identity()));
        Map<Setting<?>, SettingState<?>> found = new HashMap<>();
        defaults.forEach((setting, byDefault) ->
                found.put(
                        setting,
                        Optional.ofNullable(changes.get(setting.key()))
                                .<SettingState<?>>map(change -> state(setting, byDefault, change))
                                .orElse(byDefault)));
        return Map.copyOf(found);
    }

    @SuppressWarnings("unchecked") // Each default is put in beside the setting of its type.
    private static <T> SettingState<T> state(
            Setting<T> setting, SettingState<?> known, SettingChange change) {
        SettingState<T> byDefault = (SettingState<T>) known;
        if (change.value().isEmpty()) {
            return new SettingState<>(
                    byDefault.value(), byDefault.value(), byDefault.origin(), change.version());
        }
        try {
            return new SettingState<>(
                    setting.read(change.value().get()),
                    byDefault.value(),
                    new Origin.OnPage(change.changedAt(), change.by()),
                    change.version());
        } catch (Refused refused) {
            // Another version of the program took it.
            log.warn("The setting {} cannot be what was set: {}", setting.key(), refused.reason());
            return new SettingState<>(
                    byDefault.value(), byDefault.value(), byDefault.origin(), change.version());
        }
    }
}
