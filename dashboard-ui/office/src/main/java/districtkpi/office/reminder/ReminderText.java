package districtkpi.office.reminder;

import districtkpi.domain.agreement.Deadline;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The e-mail that reminds a district: in Thai, then in English, about itself alone.
 *
 * @param subject one line
 */
public record ReminderText(String subject, String body) {

    /**
     * @param form the address of the form on which the district records; absent where nobody knows
     *     under which others reach the program
     */
    static ReminderText of(
            Register register, Line line, Optional<String> form, Translations translations) {
        Words thai = new Words(translations, Translations.THAI, false);
        Words english = new Words(translations, Translations.ENGLISH, false);
        return new ReminderText(
                subject(register, line, thai) + " / " + subject(register, line, english),
                body(register, line, form, thai)
                        + "\n\n----\n\n"
                        + body(register, line, form, english));
    }

    private static String subject(Register register, Line line, Words words) {
        return words.of(
                "reminder.subject",
                words.of("district.name", words.of(line.district().name())),
                words.shortRound(register.round()));
    }

    private static String body(Register register, Line line, Optional<String> form, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of("reminder.greeting", words.of(line.district().name())));
        lines.add("");
        if (register.scoreboard().demonstration()) {
            lines.add(words.of("reminder.demonstration"));
        }
        lines.add(words.of("reminder.owed", words.round(register.round())));
        if (!line.entry().isRecorded()) {
            lines.add(
                    words.of(
                            "reminder.recording",
                            words.number(line.entry().handedIn()),
                            words.number(line.entry().indicators())));
        }
        if (line.entry().receipt().isEmpty()) {
            lines.add(words.of("reminder.report"));
        }
        register.deadline().ifPresent(deadline -> lines.add(due(deadline, register, words)));
        lines.add("");
        if (!line.entry().isRecorded()) {
            form.ifPresent(address -> lines.add(words.of("reminder.form", address)));
        }
        lines.add(words.of("reminder.closing"));
        lines.add(words.of("product.place"));
        return String.join("\n", lines);
    }

    private static String due(Deadline deadline, Register register, Words words) {
        long left = ChronoUnit.DAYS.between(register.today(), deadline.day());
        String day = words.date(deadline.day());
        if (left == 0) {
            return words.of("reminder.due.today", day);
        }
        return left > 0
                ? words.of("reminder.due.ahead", day, words.number(left))
                : words.of("reminder.due.over", day, words.number(-left));
    }
}
