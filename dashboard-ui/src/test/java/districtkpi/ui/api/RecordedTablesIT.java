package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Deadline;
import districtkpi.ui.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/**
 * Every table of the demonstration is byte for byte what it was when it was recorded, but for times
 * and for the day of the test, up to which a running round counts. Where one is to change, {@code
 * -Drecord=true} writes the new digests; the difference belongs into the change that makes it.
 */
class RecordedTablesIT {

    private static final Path RECORDED = Path.of("src/test/resources/recorded-tables.txt");

    private static final List<String> PLAIN =
            List.of(
                    "ranking",
                    "scores",
                    "scores?form=wide",
                    "measurements",
                    "measurements?form=wide",
                    "trend",
                    "trend?form=wide",
                    "agreement",
                    "certainty",
                    "improvement",
                    "watch",
                    "weights",
                    "corrections",
                    "register",
                    "cascade",
                    "breakdown",
                    "comparison?districts=4301-4302-4316",
                    "draft?draft=T1:30,T2:50");

    private static final List<String> OF_A_DISTRICT =
            List.of(
                    "moves?district=DISTRICT",
                    "movement?district=DISTRICT",
                    "breakdown?district=DISTRICT",
                    "course?district=DISTRICT&measure=T2.activities_achieved");

    private static final List<String> OF_MANY =
            List.of("ranking", "scores", "measurements", "trend", "trend?form=wide", "agreements");

    private static final List<String> DISTRICTS = List.of("4301", "4305", "4316");

    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    @Test
    void areByteForByteAsBefore() throws IOException {
        List<String> answers = new ArrayList<>();
        // Of its own: others take files into the one that tests of exports share.
        try (RunningApplication demonstration = RunningApplication.start(true)) {
            ApiClient client = new ApiClient(demonstration.address());
            for (String address : addresses().toList()) {
                for (String form : List.of("csv", "json")) {
                    answers.add(answer(client, address, form));
                }
            }
        }
        if (Boolean.getBoolean("record")) {
            Files.write(RECORDED, answers);
        }
        assertThat(answers).containsExactlyElementsOf(Files.readAllLines(RECORDED));
    }

    private static Stream<String> addresses() {
        Stream<String> ofRounds =
                DemonstrationServer.ROUNDS.stream()
                        .flatMap(round ->
                                Stream.concat(
                                                PLAIN.stream(),
                                                OF_A_DISTRICT.stream()
                                                        .flatMap(RecordedTablesIT::ofEach))
                                        .map(table -> "/api/v1/rounds/" + round + "/" + table));
        return Stream.concat(ofRounds, OF_MANY.stream().map(table -> "/api/v1/" + table));
    }

    private static Stream<String> ofEach(String table) {
        return DISTRICTS.stream().map(district -> table.replace("DISTRICT", district));
    }

    /** What an address answers: its status, how long the answer is, and its digest. */
    private static String answer(ApiClient client, String address, String form) {
        int query = address.indexOf('?');
        String file =
                query < 0
                        ? address + "." + form
                        : address.substring(0, query) + "." + form + address.substring(query);
        ApiClient.Answer answer = client.get(file);
        String text =
                TIME.matcher(answer.text())
                        .replaceAll("TIME")
                        .replace(Deadline.dayOf(Instant.now()).toString(), "TODAY");
        return answer.status()
                + " "
                + text.getBytes(UTF_8).length
                + " "
                + DigestUtils.sha256Hex(text)
                + " "
                + file;
    }
}
