package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;

/** The nine districts of Nong Khai. */
public final class TestDistricts {

    public static final List<District> NONG_KHAI =
            List.of(
                    district("4301", "เมืองหนองคาย", "Mueang Nong Khai"),
                    district("4302", "ท่าบ่อ", "Tha Bo"),
                    district("4305", "โพนพิสัย", "Phon Phisai"),
                    district("4307", "ศรีเชียงใหม่", "Si Chiang Mai"),
                    district("4308", "สังคม", "Sangkhom"),
                    district("4314", "สระใคร", "Sakhrai"),
                    district("4315", "เฝ้าไร่", "Fao Rai"),
                    district("4316", "รัตนวาปี", "Rattanawapi"),
                    district("4317", "โพธิ์ตาก", "Pho Tak"));

    private TestDistricts() {}

    private static District district(String code, String th, String en) {
        return new District(
                DistrictCode.of(code), new LocalizedText(th, en), LocalDate.of(2011, 3, 23), null);
    }
}
