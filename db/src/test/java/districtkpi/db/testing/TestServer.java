package districtkpi.db.testing;

import districtkpi.db.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server on which databases can be made; it ends with the JVM. */
record TestServer(String host, int port, String username, String password) {

    private static final String IMAGE = "postgres:18";

    static TestServer start() {
        TestServer server = container().orElseGet(TestServer::embedded);
        return server;
    }

    String jdbcUrl(String database) {
        return String.format(Locale.ROOT, "jdbc:postgresql://%s:%d/%s", host, port, database);
    }

    DataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(username);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static TestServer embedded() {
        EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
        System.out.println("Tests run on the embedded PostgreSQL: " + database.jdbcUrl());
        return new TestServer(
                "127.0.0.1", database.port(), database.username(), database.password());
    }

    // The container is left open on purpose: Testcontainers removes it when the JVM ends.
    @SuppressWarnings("resource")
    private static Optional<TestServer> container() {
        if (!mayHaveDocker() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "fsync=off");
        try {
            container.start();
        } catch (RuntimeException e) {
            System.out.println("A Docker engine answers, but " + IMAGE + " does not start: " + e);
            return Optional.empty();
        }
        System.out.println("Tests run on Testcontainers: " + container.getJdbcUrl());
        return Optional.of(
                new TestServer(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getUsername(),
                        container.getPassword()));
    }

    /** Spares the long search for an engine where there is no way to one. */
    private static boolean mayHaveDocker() {
        String runtimeFolder = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").startsWith("Windows")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"),
                                Path.of(
                                        runtimeFolder == null ? "/nowhere" : runtimeFolder,
                                        "docker.sock"))
                        .anyMatch(Files::exists);
    }
}
