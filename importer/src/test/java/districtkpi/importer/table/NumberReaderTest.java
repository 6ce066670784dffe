package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.issue.IssueCode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "82 | 82",
                "82.50 | 82.50",
                "๘๒.๕ | 82.5",
                "1,234 | 1234",
                "12,345,678.90 | 12345678.90",
                "๑,๒๓๔ | 1234",
                "+5 | 5",
                "-5 | -5",
                "−5 | -5",
                "(5) | -5",
                "(2,500.00) | -2500.00",
                "( ๒,๕๐๐ ) | -2500",
                "5- | -5",
                "2,500.00- | -2500.00",
                "2,500.00 - | -2500.00",
                "5− | -5",
                "007 | 7",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                "0.10000000000000000000000000001 | 0.10000000000000000000000000001"
            })
    void readsExactlyWhatIsWritten(String text, BigDecimal expected) {
        assertThat(NumberReader.read(text)).isEqualTo(new Reading.Read<>(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1,23",
                "1,2345",
                ",123",
                "1,,234",
                "1234,567",
                "1.234,56",
                "1e6",
                "1E+06",
                "12.",
                ".5",
                "1.2.3",
                "--5",
                "5 000",
                "1/2",
                "๑๒ก",
                "Infinity",
                "NaN",
                "0x1F",
                "5 %",
                "１２",
                "฿500",
                "1'234",
                "(5",
                "5)",
                "(-5)",
                "-(5)",
                "-5-",
                "(5)-",
                "()",
                "5 บาท",
                "5.-"
            })
    void refusesWhatCouldMeanSomethingElse(String text) {
        assertThat(NumberReader.read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueCode.NOT_A_NUMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "850,000.- | 850000",
                "850,000.– | 850000",
                "850,000 .- | 850000",
                "๘๕๐,๐๐๐.- | 850000",
                "฿850,000 | 850000",
                "฿ 850,000.50 | 850000.50",
                "850,000฿ | 850000",
                "850,000 บาท | 850000",
                "850,000บาท | 850000",
                "850,000.- บาท | 850000",
                "850,000 บาทถ้วน | 850000",
                "บาท 850,000 | 850000",
                "850,000 Baht | 850000",
                "THB 850,000.25 | 850000.25",
                "-฿5 | -5",
                "฿-5 | -5",
                "(฿2,500.00) | -2500.00",
                "(2,500.- บาท) | -2500",
                "-5,000.- | -5000",
                "5,000.00- บาท | -5000.00"
            })
    void readsAmountsWithWhatTheyAreCountedIn(String text, BigDecimal expected) {
        assertThat(NumberReader.readAmount(text)).isEqualTo(new Reading.Read<>(expected));
        assertThat(NumberReader.isMoney(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 คน",
                "บาท",
                "฿",
                ".-",
                "850.50.-",
                "$5",
                "5 บาท 50 สตางค์",
                "฿1,23",
                "5 dollars",
                "850.000.-"
            })
    void refusesOtherAmounts(String text) {
        assertThat(NumberReader.readAmount(text)).isInstanceOf(Reading.Refused.class);
        assertThat(NumberReader.isMoney(text)).isFalse();
    }

    @Test
    void refusesMoreDigitsThanCanBeKept() {
        assertThat(NumberReader.read("1".repeat(31)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueCode.TOO_MANY_DIGITS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "82.5% | 82.5",
                "82.5 % | 82.5",
                "๘๒.๕% | 82.5",
                "82.5％ | 82.5",
                "ร้อยละ 82.5 | 82.5",
                "ร้อยละ๘๒.๕ | 82.5",
                "-0.01% | -0.01",
                "−5% | -5",
                "(5%) | -5",
                "(5)% | -5",
                "5%- | -5",
                "1,200% | 1200"
            })
    void readsFinishedPercentages(String text, BigDecimal expected) {
        assertThat(NumberReader.isPercentage(text)).isTrue();
        assertThat(NumberReader.readPercentage(text)).isEqualTo(new Reading.Read<>(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "82", "% 82", "82 percent"})
    void takesNothingElseForAPercentage(String text) {
        assertThat(NumberReader.isPercentage(text)).isFalse();
    }
}
