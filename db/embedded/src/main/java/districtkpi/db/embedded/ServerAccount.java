package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The account under which PostgreSQL runs: it refuses to be root.
 *
 * @param prefix that is put before every command
 * @param owner that must own the files; absent where they stay as they are
 */
record ServerAccount(List<String> prefix, @Nullable String owner) {

    /** Our own account, for everybody but root. */
    static final ServerAccount OWN = new ServerAccount(List.of(), null);

    /**
     * Root in a user namespace of its own, where it is nobody in particular while the files are
     * still its own.
     */
    static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "-U"), "root");

    /** For root in a container that forbids user namespaces. */
    static final ServerAccount NOBODY =
            new ServerAccount(
                    List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"),
                    "nobody");

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The first account that this machine allows. */
    static ServerAccount find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        for (ServerAccount account : List.of(NAMESPACE, NOBODY)) {
            if (account.isAllowed()) {
                return account;
            }
        }
        throw new EmbeddedDatabaseException(EmbeddedTexts.text("root"));
    }

    /** The name of the user whose files the server reads and writes. */
    String user() {
        return owner == null ? System.getProperty("user.name") : owner;
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Hands a folder with everything in it to the account. */
    void own(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        UserPrincipal principal =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path visited, BasicFileAttributes attributes) throws IOException {
                        return visitFile(visited, attributes);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(principal)) {
                            Files.setAttribute(
                                    file, "posix:owner", principal, LinkOption.NOFOLLOW_LINKS);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private boolean isAllowed() {
        try {
            Process process =
                    new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
