package districtkpi.ui.outage;

import districtkpi.ui.wiring.DataFolderRoom;
import java.time.Duration;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/**
 * {@code {"status":"UP"}} and nothing else while all is well; what is wrong, or soon will be, as
 * soon as there is something to say.
 */
@Component
@EndpointWebExtension(endpoint = HealthEndpoint.class)
class HealthAnswer extends HealthEndpointWebExtension {

    private static final Duration SLOW = Duration.ofSeconds(2);

    private final DatabaseHealth database;
    private final DataFolderRoom room;

    HealthAnswer(
            HealthContributorRegistry contributors,
            HealthEndpointGroups groups,
            DatabaseHealth database,
            DataFolderRoom room) {
        super(contributors, null, groups, SLOW);
        this.database = database;
        this.room = room;
    }

    @Override
    @ReadOperation
    public WebEndpointResponse<HealthDescriptor> health(
            ApiVersion version, WebServerNamespace server, SecurityContext who) {
        return health(version, server, who, room.isLow() || !database.answers());
    }
}
