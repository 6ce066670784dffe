package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-03-04",
                "2022-3-4",
                "2565-03-04",
                "๒๕๖๕-๐๓-๐๔",
                "4/3/2565",
                "04/03/2565",
                "4/3/2022",
                "4/3/65",
                "4-3-2565",
                "4.3.2565",
                "๔/๓/๒๕๖๕",
                "๔ มีนาคม ๒๕๖๕",
                "4 มีนาคม 2565",
                "วันที่ 4 มีนาคม พ.ศ. 2565",
                "๔ มีนาคม พ.ศ.๒๕๖๕",
                "4 มี.ค. 65",
                "4 มี.ค.65",
                "4มีค65",
                "4 มี.ค. 2565",
                "4 มีีนาคม 2565",
                "4  มี. ค.  2565",
                "4 March 2022",
                "4 mar 2022",
                "4 MAR 2565"
            })
    void readsEveryFormOfTheSameDay(String text) {
        assertThat(DateReader.read(text)).isEqualTo(new Reading.Read<>(LocalDate.of(2022, 3, 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "1 ม.ค. 65, 2022-01-01",
        "28 ก.พ. 65, 2022-02-28",
        "29 กุมภาพันธ์ 2567, 2024-02-29",
        "30 เม.ย. 65, 2022-04-30",
        "31 พฤษภาคม 2565, 2022-05-31",
        "30 มิ.ย. 65, 2022-06-30",
        "31 ก.ค. 65, 2022-07-31",
        "31 สิงหาคม 2565, 2022-08-31",
        "30 ก.ย. 65, 2022-09-30",
        "1 ตุลาคม 2564, 2021-10-01",
        "1 พ.ย. 64, 2021-11-01",
        "31 ธ.ค. 64, 2021-12-31",
        "1/1/00, 1957-01-01",
        "31/12/99, 2056-12-31",
        "2399-01-01, REFUSED",
        "2400-01-01, REFUSED",
        "2493-01-01, 1950-01-01",
        "2693-12-31, 2150-12-31",
        "2694-01-01, REFUSED",
    })
    void readsMonthsAndYears(String text, String expected) {
        assertThat(DateReader.read(text))
                .satisfies(reading -> {
                    if (expected.equals("REFUSED")) {
                        assertThat(reading).isInstanceOf(Reading.Refused.class);
                    } else {
                        assertThat(reading)
                                .isEqualTo(new Reading.Read<>(LocalDate.parse(expected)));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/2/2565",
                "29/2/2565",
                "3/13/2565",
                "0/3/2565",
                "4/3",
                "4/3/565",
                "4/3/20022",
                "4/3-2565",
                "2022/03/04",
                "4 มีนา 2565",
                "4 Foo 2022",
                "44624",
                "2022-03-04T23:59",
                "yes",
                "มีนาคม 2565",
                "4/3/2256",
                "2022-03"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(DateReader.read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueCode.NOT_A_DATE));
    }

    @ParameterizedTest
    @CsvSource({"2021-10-01, 1 ต.ค. 2564", "2022-03-31, 31 มี.ค. 2565", "2022-12-09, 9 ธ.ค. 2565"})
    void showsDaysAsPeopleWriteThem(LocalDate day, String thai) {
        assertThat(DateReader.shown(day).th()).isEqualTo(thai);
        assertThat(DateReader.shown(day).en()).isEqualTo(day.toString());
    }
}
