package districtkpi.ui.wiring;

import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.embedded.FolderLock;
import districtkpi.importer.WorkFolder;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

    /**
     * The folder of one run.
     *
     * @param lock held as long as the program runs
     */
    record Run(Path folder, FolderLock lock) implements AutoCloseable {

        /**
         * @throws IllegalStateException in words, if the folder cannot be used
         */
        static synchronized Run begin(Path data) {
            Path work = data.toAbsolutePath().normalize().resolve("work");
            try {
                // It may come before the database, whose folder is nobody else's business.
                EmbeddedDatabase.createFolder(data);
                EmbeddedDatabase.createFolder(work);
                return beginIn(work);
            } catch (IOException e) {
                throw new IllegalStateException(
                        ServerTexts.bilingual(ServerTexts.text("server.no-work-folder", work)), e);
            }
        }

        /**
         * One at a time on this machine: a new folder is without a lock for a moment, and looks
         * like one that a killed program left.
         */
        private static Run beginIn(Path work) throws IOException {
            try (FileChannel turn =
                            FileChannel.open(
                                    work.resolveSibling("work-turn"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = turn.lock()) {
                clear(work);
                // Like every temporary folder, for the eyes of this account only.
                Path folder = Files.createTempDirectory(work, "run-");
                return new Run(folder, FolderLock.take(folder).orElseThrow());
            }
        }

        private static void clear(Path work) throws IOException {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(work, "run-*")) {
                for (Path run : runs) {
                    // The program that worked there has ended.
                    if (!FolderLock.isTaken(run)) {
                        FileSystemUtils.deleteRecursively(run);
                        log.info("Cleared what a program left that was killed: {}", run);
                    }
                }
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
