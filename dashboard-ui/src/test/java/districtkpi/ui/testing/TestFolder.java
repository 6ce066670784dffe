package districtkpi.ui.testing;

/** Where programs under test keep what is in no database. */
public final class TestFolder {

    /**
     * A data folder for each virtual machine that runs tests: two run side by side, and a test may
     * count the backups that lie in it.
     */
    public static final String DATA =
            "target/data-" + System.getProperty("districtkpi.test.fork", "1");

    private TestFolder() {}
}
