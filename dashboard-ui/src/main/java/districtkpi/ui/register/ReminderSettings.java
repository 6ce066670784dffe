package districtkpi.ui.register;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set of reminders, by {@code DISTRICT_KPI_MAIL_FROM} and {@code
 * DISTRICT_KPI_REMINDER_DAYS}.
 *
 * @param from the address that reminders come from; empty: none are sent
 * @param days on which reminders are sent without being asked for, counted from the day by which
 *     the report is to be there, such as −7, −1 and 1; empty: on none
 */
@ConfigurationProperties("district-kpi.reminder")
record ReminderSettings(String from, List<Integer> days) {

    private static final int FURTHEST = 90;

    ReminderSettings {
        days = List.copyOf(days);
        if (days.stream().anyMatch(day -> Math.abs(day) > FURTHEST)) {
            throw new IllegalArgumentException(
                    "DISTRICT_KPI_REMINDER_DAYS: days are at most "
                            + FURTHEST
                            + " before or after the day by which the report is to be there: "
                            + days);
        }
    }
}
