package districtkpi.ui.forms;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** From where an address leads anywhere, for whoever scans it from paper with a telephone. */
enum Reach {
    /** As far as the address tells. */
    EVERYWHERE,
    /** Nowhere but on the machine that the form was printed from. */
    THIS_MACHINE,
    /** Nowhere but inside of the office's own network. */
    THIS_NETWORK;

    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "localhost|.+\\.localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1?]|\\[0(:0){6}:[01]]");

    /** Addresses of private networks and links (RFC 1918, 3927, 4193, 4291, 6598). */
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "10\\.[0-9.]+|192\\.168\\.[0-9.]+|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+"
                            + "|169\\.254\\.[0-9.]+|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.[0-9.]+"
                            + "|\\[f[cd][0-9a-f]{2}:.*]|\\[fe[89ab][0-9a-f]:.*]");

    /** Endings of names that no public server of names knows. */
    private static final List<String> OWN_ENDINGS =
            List.of(
                    ".corp",
                    ".home",
                    ".home.arpa",
                    ".internal",
                    ".intranet",
                    ".invalid",
                    ".lan",
                    ".local",
                    ".localdomain",
                    ".private",
                    ".test");

    static Reach of(String address) {
        String named = URI.create(address).getHost();
        String host = named == null ? "" : named.toLowerCase(Locale.ROOT);
        if (LOOPBACK.matcher(host).matches()) {
            return THIS_MACHINE;
        }
        boolean own =
                PRIVATE.matcher(host).matches()
                        || OWN_ENDINGS.stream().anyMatch(host::endsWith)
                        || !(host.contains(".") || host.contains(":"));
        return own ? THIS_NETWORK : EVERYWHERE;
    }
}
