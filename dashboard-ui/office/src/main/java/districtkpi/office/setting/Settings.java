package districtkpi.office.setting;

/** Says what is set now. Costs nothing, and may be asked by any thread, whoever acts. */
public interface Settings {

    /** What a setting is: as an administrator set it, else as outside, else as it was built. */
    <T> T get(Setting<T> setting);
}
