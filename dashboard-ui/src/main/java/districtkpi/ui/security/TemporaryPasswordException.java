package districtkpi.ui.security;

import org.springframework.security.access.AccessDeniedException;

/** Somebody calls with a password that is to be changed first. */
public final class TemporaryPasswordException extends AccessDeniedException {

    TemporaryPasswordException() {
        super("The password is to be changed first");
    }
}
