package districtkpi.db.register;

import java.time.LocalDate;

/**
 * What an automatic reminder is about; there is one for each occasion.
 *
 * @param dueOn the day by which the report is to be there
 * @param offset how many days after that day the reminder is for; negative before it
 */
public record Occasion(LocalDate dueOn, int offset) {}
