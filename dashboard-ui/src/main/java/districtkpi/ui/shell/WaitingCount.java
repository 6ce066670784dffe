package districtkpi.ui.shell;

import districtkpi.db.scoreboard.Scoreboard;

/** How much work waits on a screen; shown beside the way to it. */
public interface WaitingCount {

    /** The title of the screen's {@link com.vaadin.flow.router.Menu}. */
    String menuTitle();

    /**
     * How much waits for whoever is signed in.
     *
     * @param scoreboard of the round at hand
     * @return from 0
     */
    long count(Scoreboard scoreboard);
}
