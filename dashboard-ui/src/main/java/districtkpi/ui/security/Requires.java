package districtkpi.ui.security;

import districtkpi.db.account.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a view or of an endpoint: who comes here may do this. On a controller it holds for
 * all of its endpoints that declare nothing else. What declares no rule lets nobody in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    Permission value();
}
