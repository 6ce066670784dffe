package districtkpi.db.account;

import districtkpi.domain.LocalizedText;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** As what somebody signs in. */
public enum Role {
    DIRECTOR(
            new LocalizedText("พัฒนาการจังหวัด", "Director"),
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.PUBLISH,
                    Permission.AUDIT)),
    PLANNER(
            new LocalizedText("กลุ่มงานที่รับผิดชอบตัวชี้วัด", "Planner"),
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.REVIEW,
                    Permission.REGISTER)),
    ANALYST(
            new LocalizedText("เจ้าหน้าที่วิเคราะห์ข้อมูล", "Analyst"),
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.IMPORT,
                    Permission.AGREE)),
    DISTRICT(
            new LocalizedText("สำนักงานพัฒนาชุมชนอำเภอ", "District"),
            EnumSet.of(
                    Permission.READ,
                    Permission.OWN_ACCOUNT,
                    Permission.RECORD,
                    Permission.CASCADE)),
    ADMINISTRATOR(
            new LocalizedText("ผู้ดูแลระบบ", "Administrator"), EnumSet.allOf(Permission.class));

    private final LocalizedText label;
    private final Set<Permission> permissions;

    Role(LocalizedText label, Set<Permission> permissions) {
        this.label = label;
        this.permissions = Set.copyOf(permissions);
    }

    public LocalizedText label() {
        return label;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The form in the database and in files, such as {@code analyst}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Role parse(String key) {
        for (Role role : values()) {
            if (role.key().equals(key)) {
                return role;
            }
        }
        throw new IllegalArgumentException("Not a role: " + key);
    }
}
