package districtkpi.ui.register;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.ui.shell.WaitingCount;
import org.springframework.stereotype.Component;

/** How many districts whoever is signed in still has to chase for something in the register. */
@Component
class RegisterCount implements WaitingCount {

    private final RegisterQuery query;
    private final CurrentAccount current;

    RegisterCount(RegisterQuery query, CurrentAccount current) {
        this.query = query;
        this.current = current;
    }

    @Override
    public String menuTitle() {
        return "nav.register";
    }

    @Override
    public long count(Scoreboard scoreboard) {
        if (current.get().filter(who -> who.may(Permission.REGISTER)).isEmpty()) {
            return 0;
        }
        return query
                .find(
                        scoreboard.agreement(),
                        scoreboard.districts().stream().map(District::code).toList())
                .stream()
                .filter(RegisterEntry::isToChase)
                .count();
    }
}
