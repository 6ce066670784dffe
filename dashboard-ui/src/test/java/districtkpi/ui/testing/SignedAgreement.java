package districtkpi.ui.testing;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.agreement.AgreementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The agreement of round 2565-1, read from the file that the program ships. */
public final class SignedAgreement {

    private static final Agreement AGREEMENT = read();

    private SignedAgreement() {}

    public static Agreement get() {
        return AGREEMENT;
    }

    private static Agreement read() {
        try (InputStream stream =
                SignedAgreement.class.getResourceAsStream("/districtkpi/agreements/2565-1.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("No agreement of round 2565-1");
            }
            return new AgreementReader()
                    .read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
