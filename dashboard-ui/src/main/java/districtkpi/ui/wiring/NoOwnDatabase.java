package districtkpi.ui.wiring;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds if nobody named a database, so that the embedded one is used. */
class NoOwnDatabase implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !OwnDatabase.isNamed(context.getEnvironment());
    }
}
