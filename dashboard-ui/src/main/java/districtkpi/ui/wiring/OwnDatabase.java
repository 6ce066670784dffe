package districtkpi.ui.wiring;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds if somebody named a database of their own, by {@code SPRING_DATASOURCE_URL}. */
class OwnDatabase implements Condition {

    static boolean isNamed(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return !url.isBlank();
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isNamed(context.getEnvironment());
    }
}
