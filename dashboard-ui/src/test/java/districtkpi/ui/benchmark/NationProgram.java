package districtkpi.ui.benchmark;

import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.RunningApplication;
import java.io.IOException;
import java.sql.SQLException;

/** The program with many districts in it, to be looked at in a browser until it is stopped. */
final class NationProgram {

    private NationProgram() {}

    /**
     * Starts it and prints its address.
     *
     * @param arguments {@code together} for 878 districts by one agreement; else a province of 50
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Nation nation =
                arguments.length > 0 && arguments[0].equals("together")
                        ? Nation.TOGETHER
                        : new Nation(Nation.TOGETHER.elsewhere(), 1, false);
        TestDatabase database = TestDatabase.create();
        nation.people(database);
        RunningApplication application = RunningApplication.start(false, database);
        nation.agreements(application.get(AgreementImportService.class));
        nation.results(database);
        System.out.println(
                application.address() + " " + Administrator.NAME + " " + Administrator.PASSWORD);
    }
}
