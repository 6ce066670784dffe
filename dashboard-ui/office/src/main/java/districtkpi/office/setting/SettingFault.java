package districtkpi.office.setting;

/** What a value of a setting has to be and is not. */
public enum SettingFault {
    ADDRESS("settings.fault.address"),
    EMAIL("settings.fault.email"),
    /** Days from the day of sending in: how far at most, and how many at most. */
    DAYS("settings.fault.days"),
    /** A whole number: at least, and at most. */
    NUMBER("settings.fault.number"),
    /** Characters at most, on one line. */
    TEXT("settings.fault.text");

    private final String key;

    SettingFault(String key) {
        this.key = key;
    }

    /** The key of the text that says it, and what to do. */
    public String key() {
        return key;
    }
}
