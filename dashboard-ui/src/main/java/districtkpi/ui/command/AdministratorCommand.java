package districtkpi.ui.command;

import districtkpi.db.account.AccountName;
import districtkpi.office.account.AdministratorRecovery;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
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
            throw CommandException.usage(
                    "วิธีใช้: administrator ชื่อผู้ใช้ของผู้ดูแลระบบ เช่น administrator admin",
                    "Usage: administrator NAME, the name of an administrator, such as admin");
        }
        AccountName name = named(operands.getFirst());
        try (ConfigurableApplicationContext database =
                CommandDatabase.open(settings, AdministratorRecovery.class)) {
            AdministratorRecovery recovery = database.getBean(AdministratorRecovery.class);
            try {
                String password = recovery.letIn(name);
                out.println("รหัสผ่านชั่วคราวของ " + name + " (แสดงครั้งเดียว): " + password);
                out.println("The temporary password of " + name + " (shown once): " + password);
                out.println(
                        "ใช้ได้ทันที และต้องตั้งรหัสผ่านใหม่เมื่อเข้าสู่ระบบ / It works at once, and is to be"
                                + " changed at the sign-in.");
            } catch (Refused refused) {
                throw refused(refused, recovery.administrators());
            }
            if (recovery.isByProviderOnly()) {
                out.println(
                        "หน้าเข้าสู่ระบบยังไม่รับรหัสผ่าน: เริ่มโปรแกรมใหม่โดยไม่กำหนด"
                                + " DISTRICT_KPI_PROVIDER_ONLY");
                out.println(
                        "The sign-in page takes no passwords: start the program again without"
                                + " DISTRICT_KPI_PROVIDER_ONLY.");
            }
        }
    }

    private static AccountName named(String text) {
        try {
            return AccountName.of(text);
        } catch (IllegalArgumentException _) {
            throw CommandException.usage(
                    text + " ไม่ใช่ชื่อผู้ใช้", text + " is not the name of an account.");
        }
    }

    private static CommandException refused(Refused refused, List<AccountName> administrators) {
        String known = String.join(", ", administrators.stream().map(AccountName::value).toList());
        Translations texts = new Translations();
        return CommandException.refused(
                refused.text(new Words(texts, Translations.THAI, false))
                        + " ผู้ดูแลระบบที่มี: "
                        + known,
                refused.text(new Words(texts, Translations.ENGLISH, false))
                        + " The administrators are: "
                        + known);
    }
}
