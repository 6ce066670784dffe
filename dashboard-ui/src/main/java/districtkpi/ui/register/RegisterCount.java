package districtkpi.ui.register;

import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.ui.shell.WaitingCount;
import org.springframework.stereotype.Component;

/** How many districts still owe something in the register. */
@Component
class RegisterCount implements WaitingCount {

    private final RegisterQuery query;

    RegisterCount(RegisterQuery query) {
        this.query = query;
    }

    @Override
    public String menuTitle() {
        return "nav.register";
    }

    @Override
    public long count(Scoreboard scoreboard) {
        return query
                .find(
                        scoreboard.stored().agreement(),
                        scoreboard.districts().stream().map(District::code).toList())
                .stream()
                .filter(RegisterEntry::isToChase)
                .count();
    }
}
