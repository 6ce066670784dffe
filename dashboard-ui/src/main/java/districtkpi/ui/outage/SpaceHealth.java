package districtkpi.ui.outage;

import districtkpi.ui.text.ServerTexts;
import districtkpi.ui.wiring.DataFolderRoom;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How much room is left for the data; low is a warning, and no illness. */
@Component("spaceHealthIndicator")
class SpaceHealth implements HealthIndicator {

    private final DataFolderRoom room;

    SpaceHealth(DataFolderRoom room) {
        this.room = room;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        room.free()
                .ifPresent(free -> {
                    health.withDetail("free", free).withDetail("low", room.warning());
                    if (room.isLow()) {
                        health.withDetail(
                                "warning",
                                ServerTexts.bilingual(ServerTexts.text("server.little-room")));
                    }
                });
        return health.build();
    }
}
