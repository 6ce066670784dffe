package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The text of an agreement file, to be changed and read by tests. */
record AgreementText(String text) {

    /** A valid agreement that uses every field, kind of measure and kind of note. */
    static AgreementText small() {
        return new AgreementText(resource("/districtkpi/importer/agreement/small.yaml"));
    }

    /** A valid agreement of format 2 whose indicators are computed of several measures. */
    static AgreementText computed() {
        return new AgreementText(resource("/districtkpi/domain/testing/computed.yaml"));
    }

    /** An agreement that the program ships. */
    static AgreementText shipped(String round) {
        return new AgreementText(resource("/districtkpi/agreements/" + round + ".yaml"));
    }

    static String resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(AgreementText.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a part that has to be there exactly once. */
    AgreementText with(String part, String replacement) {
        int start = text.indexOf(part);
        if (start < 0 || text.indexOf(part, start + 1) >= 0) {
            throw new IllegalArgumentException("Not exactly once: " + part);
        }
        return new AgreementText(text.replace(part, replacement));
    }

    /** The line, from 1, on which a part first stands. */
    int lineOf(String part) {
        int start = text.indexOf(part);
        if (start < 0) {
            throw new IllegalArgumentException("Not there: " + part);
        }
        return 1 + (int) text.substring(0, start).lines().count() - (atLineStart(start) ? 0 : 1);
    }

    private boolean atLineStart(int position) {
        return position == 0 || text.charAt(position - 1) == '\n';
    }

    AgreementReading read() {
        return new AgreementReader().read(text.getBytes(UTF_8));
    }

    List<Issue> issues() {
        return read().issues();
    }

    Agreement agreement() {
        return read().agreement()
                .orElseThrow(() -> new IllegalArgumentException(issues().toString()));
    }
}
