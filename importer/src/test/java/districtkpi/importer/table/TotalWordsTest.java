package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.table.TotalWords.Sound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalWordsTest {

    private final TotalWords words = new TotalWords(new DistrictNames(TestDistricts.NONG_KHAI));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รวม",
                " รวม ",
                "(รวม)",
                "** รวม **",
                "รวม:",
                "รวมทั้งสิ้น",
                "รวม ทั้งสิ้น",
                "รวมทั้งหมด",
                "รวมทุกโครงการ",
                "รวมทุกอำเภอ",
                "รวมเงิน",
                "รวมเป็นเงิน",
                "ยอดรวม",
                "ยอดรวมทั้งสิ้น",
                "ผลรวม",
                "ผลรวมทั้งหมด",
                "ผลรวม สัมมาชีพชุมชน",
                "รวมย่อย",
                "ยอดรวมย่อย",
                "รวมสะสม",
                "ภาพรวม",
                "ภาพรวมอำเภอ",
                "รวม 1 กิจกรรม",
                "รวม ๑๒ โครงการ",
                "รวม 3 แห่ง",
                "รวมทั้งหมด 4 ศูนย์",
                "รวมไตรมาส 1",
                "รวม ไตรมาสที่ 1 และ 2",
                "รวมเดือนมกราคม",
                "รวม ม.ค. - ก.พ.",
                "รวมงบประมาณ",
                "รวมอำเภอท่าบ่อ",
                "รวม อ.เมืองหนองคาย",
                "รวมเมืองหนองคาย",
                "เมืองหนองคาย รวม",
                "เมืองหนองคาย Total",
                "4302 Total",
                "ท่าบ่อ Sum",
                "ท่าบ่อ Result",
                "สัมมาชีพชุมชน ผลรวม",
                "สัมมาชีพชุมชน Total",
                "Total",
                "TOTAL:",
                "Grand Total",
                "grand total (baht)",
                "Grand-Total",
                "Subtotal",
                "Sub-total",
                "Sub Total",
                "Total Result",
                "Total for Q1",
                "Sum",
                "Sum of allocated",
                "Grand Sum",
                "เฉลี่ย",
                "ค่าเฉลี่ย",
                "Average"
            })
    void soundsLikeATotal(String text) {
        assertThat(words.of(CellText.clean(text))).isEqualTo(Sound.TOTAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รวม สัมมาชีพชุมชน",
                "รวมโครงการสัมมาชีพ",
                "รวมกิจกรรมพัฒนาผู้นำ",
                "สัมมาชีพชุมชน รวม",
                "Total Quality Management",
                "ทั้งหมด",
                "ทั้งสิ้น",
                "ทั้งอำเภอ",
                "ทุกโครงการ",
                "All",
                "ยอดยกมา",
                "ยกยอดมา",
                "brought forward"
            })
    void mayBeEither(String text) {
        assertThat(words.of(text)).isEqualTo(Sound.PERHAPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "สัมมาชีพชุมชน",
                "รวมพลังสตรี",
                "โครงการรวมพลังสร้างสัมมาชีพ",
                "โครงการรวมใจภักดิ์",
                "รวมใจพัฒนา",
                "รวมไทยสร้างชาติ",
                "บ้านรวมไทย",
                "บ้านรวมมิตร",
                "รวมมิตร",
                "รวมกลุ่มอาชีพ",
                "รวมน้ำใจสู่ชุมชน",
                "ศูนย์รวมข่าวสาร",
                "การรวมกลุ่มเกษตรกร",
                "ร่วมใจ",
                "โครงการส่งเสริมการบูรณาการทั้งระบบ",
                "ทุกข์สุขชุมชน",
                "Annual Result",
                "ร้อยละ",
                "Summer school",
                "All-round development",
                "Allocation of land",
                "Totally new",
                "Accounting",
                "ยกระดับผลิตภัณฑ์",
                "โคก หนอง นา"
            })
    void isAName(String text) {
        assertThat(words.of(text)).isEqualTo(Sound.NAME);
    }
}
