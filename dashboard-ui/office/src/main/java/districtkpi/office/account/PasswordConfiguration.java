package districtkpi.office.account;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: as bcrypt, which comes with Spring Security.
 *
 * @see "Decision record 0015: sign-in"
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final String BCRYPT = "bcrypt";

    /**
     * @param strength each step more doubles the time of a check; at 12 it takes about a quarter of
     *     a second
     */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${district-kpi.password.strength}") int strength) {
        // The form is written before each hash, so that another one can follow.
        return new DelegatingPasswordEncoder(
                BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(strength)));
    }
}
