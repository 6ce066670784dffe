package districtkpi.office.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which address others reach the program, such as {@code https://kpi.example.go.th}: http or
 * https, perhaps with a path, without a slash at its end.
 */
public record ProgramAddress(String value) {

    private static final int MAX_LENGTH = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Folders by name: none that leads upwards, and nothing that is written in another way. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    public ProgramAddress {
        value = normal(value);
    }

    private static String normal(String text) {
        URI uri = uri(text.strip().replaceFirst("/+$", ""));
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isAddress =
                SCHEMES.contains(scheme)
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && uri.getPort() <= HIGHEST_PORT
                        && PATH.matcher(uri.getRawPath()).matches();
        if (!isAddress) {
            throw new IllegalArgumentException("Not an address of a program");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return scheme + "://" + host + port + uri.getRawPath();
    }

    private static URI uri(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Too long for an address");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address", e);
        }
    }

    /**
     * An address.
     *
     * @throws IllegalArgumentException for what is none
     */
    public static ProgramAddress of(String value) {
        return new ProgramAddress(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
