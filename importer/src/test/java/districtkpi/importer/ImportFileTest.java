package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "results.csv | results.csv",
                "'  a\u0000\u0007b\u2028c.csv ' | a b c.csv",
                "a\u202Evsc.csv | avsc.csv",
                "1-2345-67890-12-3.csv | •-••••-•••••-••-•.csv",
                "๑๒๓๔๕๖๗๘๙๐๑๒๓.csv | •••••••••••••.csv"
            })
    void nameIsSafeToStoreAndToShow(String name, String safe) {
        assertThat(new ImportFile(name, new byte[0]).safeName()).isEqualTo(safe);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = "ก".repeat(199) + "\uD83D\uDCC4\uD83D\uDCC4";

        assertThat(new ImportFile(name, new byte[0]).safeName())
                .isEqualTo("ก".repeat(199) + "\uD83D\uDCC4");
    }

    @Test
    void hashesItsContent() {
        // The empty example of FIPS 180-4's test vectors.
        assertThat(new ImportFile("a", new byte[0]).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
