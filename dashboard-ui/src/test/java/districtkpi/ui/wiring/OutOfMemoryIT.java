package districtkpi.ui.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.DistrictKpiApplication;
import districtkpi.ui.testing.RunningApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** The whole program in a process of its own, whose small heap a request uses up. */
class OutOfMemoryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void aProgramThatRanOutOfMemoryEndsItselfAndStartsAgainWithItsData() throws Exception {
        Path data = folder.resolve("data");
        Path said = folder.resolve("said.txt");
        Path address = folder.resolve("address.txt");
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Hungry.class.getName(),
                                data.toString(),
                                address.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.exists(address)) {
                assertThat(program.isAlive() && System.nanoTime() < deadline)
                        .as(Files.readString(said))
                        .isTrue();
                Thread.sleep(50);
            }
            ask(URI.create(Files.readString(address) + Hungry.PATH));

            assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).as(Files.readString(said)).isEqualTo(OutOfMemory.STATUS);
        assertThat(Files.readString(said, UTF_8))
                .contains("Out of memory: the program ends")
                .contains("หน่วยความจำไม่พอ");

        try (RunningApplication again = RunningApplication.startEmbedded(data, List.of())) {
            assertThat(ask(URI.create(again.address() + "/actuator/health"))).contains("UP");
        }
    }

    /** What is answered; nothing by who ends meanwhile. */
    private static String ask(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException _) {
            return "";
        }
    }

    /** The program, with an address that takes all memory. */
    @Configuration(proxyBeanMethods = false)
    static class Hungry {

        static final String PATH = "/actuator/hungry";

        public static void main(String[] arguments) throws IOException {
            ConfigurableApplicationContext context =
                    new SpringApplication(DistrictKpiApplication.class, Hungry.class)
                            .run(
                                    "--district-kpi.data=" + arguments[0],
                                    "--server.port=0",
                                    "--DISTRICT_KPI_DEMO=false");
            Path unfinished = Path.of(arguments[1] + ".unfinished");
            Files.writeString(
                    unfinished,
                    "http://127.0.0.1:"
                            + context.getEnvironment().getRequiredProperty("local.server.port"));
            Files.move(unfinished, Path.of(arguments[1]));
        }

        /** Before every other filter, so that nobody has to sign in. */
        @Bean
        FilterRegistrationBean<OncePerRequestFilter> taking() {
            FilterRegistrationBean<OncePerRequestFilter> first =
                    new FilterRegistrationBean<>(new Taking());
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }

    private static final class Taking extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals(Hungry.PATH);
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            List<byte[]> taken = new ArrayList<>();
            while (true) {
                taken.add(new byte[1024 * 1024]);
                response.setHeader("X-Taken", String.valueOf(taken.size()));
            }
        }
    }
}
