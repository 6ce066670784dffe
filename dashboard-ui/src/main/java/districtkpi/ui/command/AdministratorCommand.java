package districtkpi.ui.command;

import districtkpi.db.account.AccountName;
import districtkpi.domain.LocalizedText;
import districtkpi.office.account.AdministratorRecovery;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.text.ServerTexts;
import districtkpi.ui.wiring.CommandDatabase;
import java.io.PrintStream;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets an administrator in again who is shut out: {@code administrator NAME} makes a temporary
 * password and prints it once.
 */
final class AdministratorCommand implements Command {

    @Override
    public void run(List<String> operands, List<String> settings, PrintStream out) {
        if (operands.size() != 1) {
            throw CommandException.usage(ServerTexts.text("command.administrator.usage"));
        }
        AccountName name = named(operands.getFirst());
        try (ConfigurableApplicationContext database =
                CommandDatabase.open(settings, AdministratorRecovery.class)) {
            AdministratorRecovery recovery = database.getBean(AdministratorRecovery.class);
            try {
                String password = recovery.letIn(name);
                print(ServerTexts.text("command.administrator.password", name, password), out);
                out.println(
                        ServerTexts.bilingual(ServerTexts.text("command.administrator.at-once")));
            } catch (Refused refused) {
                throw refused(refused, recovery.administrators());
            }
            if (recovery.isByProviderOnly()) {
                print(ServerTexts.text("command.administrator.provider-only"), out);
            }
        }
    }

    private static void print(LocalizedText text, PrintStream out) {
        out.println(text.th());
        out.println(text.en());
    }

    private static AccountName named(String text) {
        try {
            return AccountName.of(text);
        } catch (IllegalArgumentException _) {
            throw CommandException.usage(ServerTexts.text("command.administrator.no-name", text));
        }
    }

    private static CommandException refused(Refused refused, List<AccountName> administrators) {
        String known = String.join(", ", administrators.stream().map(AccountName::value).toList());
        Translations texts = new Translations();
        return CommandException.refused(
                ServerTexts.text(
                        "command.administrator.known",
                        new LocalizedText(
                                refused.text(new Words(texts, Translations.THAI, false)),
                                refused.text(new Words(texts, Translations.ENGLISH, false))),
                        known));
    }
}
