package districtkpi.office.testing;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.agreement.AgreementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The agreement of round 2565-1, read from the file that the program ships. */
public final class SignedAgreement {

    private static final String DOCUMENT = read();
    private static final Agreement AGREEMENT = new AgreementReader().read(DOCUMENT);

    private SignedAgreement() {}

    public static Agreement get() {
        return AGREEMENT;
    }

    /** The file, letter by letter. */
    public static String document() {
        return DOCUMENT;
    }

    private static String read() {
        try (InputStream stream =
                SignedAgreement.class.getResourceAsStream("/districtkpi/agreements/2565-1.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("No agreement of round 2565-1");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
