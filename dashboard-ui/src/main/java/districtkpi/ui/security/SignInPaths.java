package districtkpi.ui.security;

/** Where signing in happens. */
public final class SignInPaths {

    /** The route of the sign-in page. */
    public static final String ROUTE = "sign-in";

    /** The address of the page, and the one that it posts to. */
    public static final String PAGE = "/" + ROUTE;

    /** Where an open page asks how long its session lasts. */
    static final String SESSION = "/session";

    private SignInPaths() {}

    /** The address of the page where it says why somebody was refused. */
    static String refused(SignInException.Reason reason) {
        return PAGE + "?error=" + reason.key();
    }
}
