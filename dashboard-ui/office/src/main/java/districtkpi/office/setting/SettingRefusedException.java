package districtkpi.office.setting;

import java.util.List;

/** A text is no value of a setting. */
public final class SettingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SettingFault fault;
    private final transient List<Integer> bounds;

    SettingRefusedException(SettingFault fault, Integer... bounds) {
        super("Not set: " + fault);
        this.fault = fault;
        this.bounds = List.of(bounds);
    }

    public SettingFault fault() {
        return fault;
    }

    /** What the text about the fault needs. */
    public List<Integer> bounds() {
        return bounds;
    }
}
