package districtkpi.ui.wiring;

import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.importer.WorkFolder;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps what the program works on in the folder {@code work} of its data folder: each run has one
 * of its own there, which it locks. A start clears those that nobody locks any more, so that the
 * uploads of a killed program do not stay for ever.
 */
@Configuration(proxyBeanMethods = false)
class WorkFolders {

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);
    private static final String LOCK = "lock";

    /**
     * The folder of one run.
     *
     * @param lock held as long as the program runs
     */
    record Run(Path folder, FileChannel lock) implements AutoCloseable {

        /**
         * @throws IllegalStateException in words, if the folder cannot be used
         */
        static Run begin(Path data) {
            Path work = data.toAbsolutePath().normalize().resolve("work");
            try {
                // It may come before the database, whose folder is nobody else's business.
                EmbeddedDatabase.createFolder(data);
                EmbeddedDatabase.createFolder(work);
                clear(work);
                // Like every temporary folder, for the eyes of this account only.
                Path folder = Files.createTempDirectory(work, "run-");
                FileChannel lock =
                        FileChannel.open(
                                folder.resolve(LOCK),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                lock.lock();
                return new Run(folder, lock);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "เขียนในโฟลเดอร์ "
                                + work
                                + " ไม่ได้ กรุณากำหนด DISTRICT_KPI_DATA เป็นโฟลเดอร์ที่เขียนได้ / The folder "
                                + work
                                + " cannot be written to: set DISTRICT_KPI_DATA to a folder that can.",
                        e);
            }
        }

        private static void clear(Path work) throws IOException {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(work, "run-*")) {
                for (Path run : runs) {
                    if (isLeft(run)) {
                        FileSystemUtils.deleteRecursively(run);
                        log.info("Cleared what a program left that was killed: {}", run);
                    }
                }
            }
        }

        /** Whether the program that worked there has ended. */
        private static boolean isLeft(Path run) throws IOException {
            Path file = run.resolve(LOCK);
            if (!Files.exists(file)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            } catch (OverlappingFileLockException _) {
                // Another application in this program.
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            WorkFolder.leave(folder);
            lock.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Bean
    static Run workOfThisRun(StartSettings settings) {
        Run run = Run.begin(settings.data());
        WorkFolder.use(run.folder());
        return run;
    }

    /** Files that come in are written here before anybody looks at them. */
    @Bean
    static MultipartConfigElement multipartConfigElement(MultipartProperties properties, Run run) {
        properties.setLocation(run.folder().toString());
        return properties.createMultipartConfig();
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> workOfServer(Run run) {
        return factory -> factory.setBaseDirectory(run.folder().resolve("server").toFile());
    }
}
