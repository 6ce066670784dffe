package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictNamesTest {

    private final DistrictNames names = new DistrictNames(TestDistricts.NONG_KHAI);

    @ParameterizedTest
    @CsvSource({
        // by code
        "4301, 4301",
        "๔๓๐๑, 4301",
        // with and without the word for district
        "เมืองหนองคาย, 4301",
        "อำเภอเมืองหนองคาย, 4301",
        "อำเภอ เมืองหนองคาย, 4301",
        "อ.เมืองหนองคาย, 4301",
        "อ. เมืองหนองคาย, 4301",
        "อ เมืองหนองคาย, 4301",
        "Amphoe Mueang Nong Khai, 4301",
        "Amphur Muang Nongkhai, 4301",
        "Mueang Nong Khai District, 4301",
        // the capital for short
        "เมือง, 4301",
        "อ.เมือง, 4301",
        "อ.เมืองฯ, 4301",
        "Mueang, 4301",
        // spaces, hyphens and case
        "เมือง หนองคาย, 4301",
        "mueang nong khai, 4301",
        "MUEANG-NONGKHAI, 4301",
        "tha-bo, 4302",
        "Thabo, 4302",
        "SiChiangMai, 4307",
        "Rattana Wapi, 4316",
        // vowels and tone marks doubled or in the other order
        "ท่าาบ่อ, 4302",
        "ท่่าบ่อ, 4302",
        "ศรีีเชียงใหม่, 4307",
        "ศรีเชีียงใหม่่, 4307",
        "เเฝ้าไร่, 4315",
        "เเมืองหนองคาย, 4301",
        "เฝ้้าไร่, 4315",
        "โโพนพิสัย, 4305",
        "โพนพิิสัย, 4305",
        "สังคม, 4308",
        "สัังคม, 4308",
        "อำเภอสังคม, 4308",
        // a decomposed sara am
        "อ\u0E4D\u0E32เภอโพธิ์ตาก, 4317",
        // as programs write codes
        "4301.0, 4301",
        "4301.00, 4301",
        "'4,301', 4301",
        "'=\"4301\"', 4301",
        "'=\"\"', REFUSED",
        // as the office there calls itself
        "สำนักงานพัฒนาชุมชนอำเภอท่าบ่อ, 4302",
        "สำนักงานพัฒนาชุมชน อำเภอท่าบ่อ, 4302",
        "ส\u0E4D\u0E32นักงานพัฒนาชุมชนอ\u0E4D\u0E32เภอท่าบ่อ, 4302",
        "สนง.พัฒนาชุมชนอำเภอท่าบ่อ, 4302",
        "สนง.พช.อ.ท่าบ่อ, 4302",
        "พช.ท่าบ่อ, 4302",
        "สพอ.ท่าบ่อ, 4302",
        "สพอ. ท่าบ่อ, 4302",
        "สพอ.เมือง, 4301",
        "ที่ว่าการอำเภอท่าบ่อ, 4302",
        "Tha Bo District Community Development Office, 4302",
        "Community Development Office of Tha Bo District, 4302",
        // with the province
        "อ.เมืองหนองคาย จ.หนองคาย, 4301",
        "อ.เมือง จ.หนองคาย, 4301",
        "อำเภอเมืองหนองคาย จังหวัดหนองคาย, 4301",
        "จังหวัดหนองคาย อำเภอท่าบ่อ, 4302",
        "จ.หนองคาย อ.ท่าบ่อ, 4302",
        "สำนักงานพัฒนาชุมชนอำเภอท่าบ่อ จังหวัดหนองคาย, 4302",
        "'Tha Bo, Nong Khai', 4302",
        "'Tha Bo District, Nong Khai Province', 4302",
        "อ.เมือง จ.อุดรธานี, REFUSED",
        "อ.ท่าบ่อ จ.อุดรธานี, REFUSED",
        "สำนักงานพัฒนาชุมชนจังหวัดหนองคาย, REFUSED",
        // by code and name, which must agree
        "4302 ท่าบ่อ, 4302",
        "๔๓๐๒ ท่าบ่อ, 4302",
        "4302-ท่าบ่อ, 4302",
        "4302: อ.ท่าบ่อ, 4302",
        "4302 อ.ท่าบ่อ จ.หนองคาย, 4302",
        "4302.0 ท่าบ่อ, 4302",
        "ท่าบ่อ (4302), 4302",
        "ท่าบ่อ 4302, 4302",
        "อำเภอเมืองหนองคาย [4301], 4301",
        "4302 โพนพิสัย, REFUSED",
        "โพนพิสัย (4302), REFUSED",
        "4302 รวม, REFUSED",
        "43020 ท่าบ่อ, REFUSED",
        // mark before vowel
        "โพธ์ิตาก, 4317",
    })
    void knowsADistrictHoweverItIsWritten(String written, String expected) {
        assertThat(names.find(CellText.clean(written)).map(DistrictCode::value).orElse("REFUSED"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200Bท่าบ่อ",
                "ท่า\u200Bบ่อ",
                "ท่าบ่อ\u200D",
                "\uFEFFท่าบ่อ",
                "\u00A0ท่าบ่อ\u00A0",
                "อ.\u00A0ท่าบ่อ",
                "อำเภอ\u2009ท่าบ่อ",
                "ท่า\u00ADบ่อ",
                "\u200Eท่าบ่อ\u200F"
            })
    void overlooksWhatCannotBeSeen(String written) {
        assertThat(names.find(CellText.clean(written))).contains(DistrictCode.of("4302"));
    }

    @Test
    void readsTwoLeadingVowelsAsTheOneTheyLookLike() {
        DistrictNames kae =
                new DistrictNames(
                        List.of(
                                new District(
                                        DistrictCode.of("4401"),
                                        new LocalizedText("แกดำ", "Kae Dam"),
                                        LocalDate.of(2000, 1, 1),
                                        null)));

        assertThat(kae.find("เเกด\u0E4D\u0E32")).contains(DistrictCode.of("4401"));
        assertThat(kae.find("เเกดำ")).contains(DistrictCode.of("4401"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "43", "4303", "หนองคาย", "อำเภอ", "District", "Nong Khai", "430", "x"})
    void knowsNoOthers(String written) {
        assertThat(names.find(CellText.clean(written))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "โพนพิศัย, โพนพิสัย (4305)",
        "อ.โพนพิศัย, โพนพิสัย (4305)",
        "โพธ์ตาก, โพธิ์ตาก (4317)",
        "ศรีเชียงไหม่, ศรีเชียงใหม่ (4307)",
        "Phonpisai, โพนพิสัย (4305)",
        "Fao Rei, เฝ้าไร่ (4315)",
    })
    void suggestsTheNearest(String written, String expected) {
        assertThat(names.suggest(written).orElseThrow().th()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4303", "บึงกาฬ", "x", "Bangkok"})
    void suggestsNothingForWhatIsNotNear(String written) {
        assertThat(names.suggest(written)).isEmpty();
    }

    @Test
    void takesTheCapitalForShortOnlyWhereThereIsOne() {
        DistrictNames none = new DistrictNames(TestDistricts.NONG_KHAI.subList(1, 9));

        assertThat(none.find("เมือง")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รวม",
                "รวมทั้งสิ้น",
                "ยอดรวม",
                "จังหวัด",
                "จังหวัดหนองคาย",
                "Total",
                "Grand total"
            })
    void tellsTotalsFromDistricts(String written) {
        assertThat(DistrictNames.isTotal(written)).isTrue();
        assertThat(names.find(written)).isEmpty();
    }
}
