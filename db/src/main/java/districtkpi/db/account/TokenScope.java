package districtkpi.db.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How much of what a role may do can be done with a token. */
public enum TokenScope {
    /** Take tables away. */
    READ(EnumSet.of(Permission.READ, Permission.SOURCES)),
    /** Hand files in too. */
    IMPORT(EnumSet.of(Permission.READ, Permission.SOURCES, Permission.IMPORT, Permission.AGREE));

    private final Set<Permission> permissions;

    TokenScope(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /** What can be done with it at the most. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** The form in the database and in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static TokenScope parse(String key) {
        for (TokenScope scope : values()) {
            if (scope.key().equals(key)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("Not a scope: " + key);
    }
}
