package districtkpi.db.account;

import districtkpi.db.text.DatabaseTexts;
import districtkpi.domain.LocalizedText;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** As what somebody signs in. */
public enum Role {
    DIRECTOR(
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.PUBLISH,
                    Permission.AUDIT)),
    PLANNER(
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.REVIEW,
                    Permission.REGISTER)),
    ANALYST(
            EnumSet.of(
                    Permission.READ,
                    Permission.SOURCES,
                    Permission.OWN_ACCOUNT,
                    Permission.IMPORT,
                    Permission.AGREE)),
    DISTRICT(
            EnumSet.of(
                    Permission.READ,
                    Permission.OWN_ACCOUNT,
                    Permission.RECORD,
                    Permission.CASCADE)),
    ADMINISTRATOR(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public LocalizedText label() {
        return DatabaseTexts.text("role." + key());
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
