package districtkpi.ui.security;

import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.method.HandlerMethod;

/** What a view or an endpoint asks of who comes. */
public sealed interface AccessRule {

    /** Anybody may come. */
    record Open() implements AccessRule {}

    /** Only those may come that may do something. */
    record Needs(Permission permission) implements AccessRule {}

    /** Where the endpoints of others are, which cannot declare a rule themselves. */
    String DESCRIPTION_OF_THE_API = "org.springdoc.";

    /** Whether somebody may come; absent for those who have not signed in. */
    default boolean admits(Optional<SignedIn> who) {
        return switch (this) {
            case Open() -> true;
            case Needs(Permission permission) -> who.filter(one -> one.may(permission)).isPresent();
        };
    }

    /** The rule of a view; absent where it declares none. */
    static Optional<AccessRule> of(Class<?> view) {
        return declaredAt(view);
    }

    /** The rule of an endpoint; absent where neither it nor its controller declares one. */
    static Optional<AccessRule> of(HandlerMethod endpoint) {
        Method method = endpoint.getMethod();
        Class<?> controller = endpoint.getBeanType();
        if (BasicErrorController.class.isAssignableFrom(controller)) {
            return Optional.of(new Open());
        }
        if (controller.getName().startsWith(DESCRIPTION_OF_THE_API)) {
            return Optional.of(new Needs(Permission.READ));
        }
        return declaredAt(method).or(() -> declaredAt(controller));
    }

    private static Optional<AccessRule> declaredAt(AnnotatedElement element) {
        Requires requires = element.getAnnotation(Requires.class);
        boolean open = element.isAnnotationPresent(OpenToAll.class);
        if (requires != null && open) {
            throw new IllegalStateException("Two rules at " + element);
        }
        if (requires != null) {
            return Optional.of(new Needs(requires.value()));
        }
        return open ? Optional.of(new Open()) : Optional.empty();
    }
}
