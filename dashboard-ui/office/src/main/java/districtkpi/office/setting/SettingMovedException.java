package districtkpi.office.setting;

/** Somebody else changed a setting since it was shown. */
public final class SettingMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingMovedException(String setting) {
        super("Changed meanwhile: " + setting);
    }
}
