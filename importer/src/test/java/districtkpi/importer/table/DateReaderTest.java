package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.DateOrder;
import districtkpi.importer.issue.IssueCode;
import java.time.LocalDate;
import java.util.List;
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
                "4 MAR 2565",
                "2022/03/04",
                "2565/3/4",
                "2022.03.04",
                "4-Mar-22",
                "04-MAR-2022",
                "4-มี.ค.-65",
                "4/มี.ค./2565",
                "4 มี.ค. 22",
                "4/3/22",
                "4 Mar 65",
                "Mar 4, 2022",
                "March 4 2022",
                "Friday, March 4, 2022",
                "Friday, 4 March 2022",
                "วันศุกร์ที่ 4 มีนาคม พ.ศ. 2565",
                // with a time of day
                "2022-03-04 00:00:00",
                "2022-03-04T23:59",
                "2022-03-04T00:00:00",
                "2022-03-04 14:05:33.120",
                "4/3/2565 0:00",
                "4/3/2565 16:30 น.",
                "๔/๓/๒๕๖๕ เวลา ๑๖:๓๐ น.",
                "4 มี.ค. 65 16.30 น.",
                "4 มี.ค. 65 เวลา 09.00น.",
                "4/3/2022 11:59 PM",
                "4-Mar-22 12:00 AM",
                // the day in Bangkok
                "2022-03-03T17:00:00.000Z",
                "2022-03-04T16:59:59Z",
                "2022-03-04T00:00:00+07:00",
                "2022-03-04T14:05:33+0700",
                "2022-03-03 17:00:00+00:00",
                "2022-03-03T17:00Z",
                "2022-03-03 20:00:00-05",
                "2022-03-04 02:00:00+09:00",
                "2022-03-03 17:00:00 UTC"
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
        "1/1/00, 2000-01-01",
        "1/1/49, 2049-01-01",
        "1/1/50, 2007-01-01",
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
                "4 มีนา 2565",
                "4 Foo 2022",
                "44624",
                "yes",
                "มีนาคม 2565",
                "4/3/2256",
                "2022-03",
                "2022/03-04",
                "2022-03-04T24:00",
                "2022-03-04T12:60",
                "2022-03-04T12:00:61",
                "2022-03-04 13:00 PM",
                "2022-03-04 12:00+19:00",
                "31/2/2565 12:00",
                "4/3/2565 16.30",
                "12:00",
                "Foo 4, 2022"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(DateReader.read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueCode.NOT_A_DATE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3/4/2022 | DMY MDY",
                "3-4-2022 | DMY MDY",
                "3/4/22 | DMY MDY",
                "3/4/2022 0:00 | DMY MDY",
                "25/3/2022 | DMY",
                "3/25/2022 | MDY",
                "13/13/2022 | ''",
                "3/4/2565 | ''",
                "3/4/65 | ''",
                "2022-03-04 | ''",
                "3 Apr 2022 | ''",
                "1500000 | ''",
                "'' | ''",
                "x | ''"
            })
    void knowsWhichOrdersADayOfTheCommonEraAllows(String text, String orders) {
        assertThat(DateReader.orders(text).stream().map(DateOrder::name))
                .containsExactlyElementsOf(
                        orders.isEmpty() ? List.of() : List.of(orders.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "3/4/2022, 2022-03-04",
        "3/25/2022, 2022-03-25",
        "3/4/2022 14:00, 2022-03-04",
        "4/3/2565, 2022-03-04",
        "4/3/65, 2022-03-04",
        "4 Mar 2022, 2022-03-04",
    })
    void readsTheMonthFirstOnlyInYearsOfTheCommonEra(String text, LocalDate expected) {
        assertThat(DateReader.read(text, DateOrder.MDY)).isEqualTo(new Reading.Read<>(expected));
    }

    @ParameterizedTest
    @CsvSource({"2021-10-01, 1 ต.ค. 2564", "2022-03-31, 31 มี.ค. 2565", "2022-12-09, 9 ธ.ค. 2565"})
    void showsDaysAsPeopleWriteThem(LocalDate day, String thai) {
        assertThat(DateReader.shown(day).th()).isEqualTo(thai);
        assertThat(DateReader.shown(day).en()).isEqualTo(day.toString());
    }
}
