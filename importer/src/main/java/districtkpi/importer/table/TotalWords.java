package districtkpi.importer.table;

import districtkpi.domain.place.DistrictCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells texts that name a sum of other rows from names that only begin alike: "รวม 3 กิจกรรม" and
 * "ท่าบ่อ Total" from "รวมพลังสตรี" and "Total Quality".
 */
public final class TotalWords {

    private static final Pattern EDGES =
            Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What may stand behind a word for a sum without making a name of it. */
    private static final String RATHER =
            "(?:[\\s:()\\-/.,]|[0-9]+|ทั้งสิ้น|ทั้งหมด|ทั้งปี|ทั้งอำเภอ|ทั้งจังหวัด|ทั้ง|ย่อย|ยอด|สุทธิ|สะสม"
                    + "|เป็นเงิน|เงิน|บาท|งบประมาณ|จัดสรร|เบิกจ่าย|ทุก|อำเภอ|จังหวัด|ตำบล|หมู่บ้าน|โครงการ"
                    + "|กิจกรรม|รายการ|แผนงาน|ไตรมาส|ที่|เดือน|ปี|หน้า|นี้|แถว|ครั้ง|ครัวเรือน|แห่ง|จำนวน"
                    + "|และ|ถึง|ประเภท|หมวด|งวด"
                    + "|ม\\.?ค\\.?|ก\\.?พ\\.?|มี\\.?ค\\.?|เม\\.?ย\\.?|พ\\.?ค\\.?|มิ\\.?ย\\.?|ก\\.?ค\\.?"
                    + "|ส\\.?ค\\.?|ก\\.?ย\\.?|ต\\.?ค\\.?|พ\\.?ย\\.?|ธ\\.?ค\\.?"
                    + "|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม"
                    + "|พฤศจิกายน|ธันวาคม)";

    private static final Pattern TOTAL =
            Pattern.compile(
                    "(?:ยอด|ผล|ภาพ|สรุป|สรุปยอด|สรุปผล)?รวม"
                            + RATHER
                            + "*"
                            + "|รวม(?:ทั้งหมด|ทั้งสิ้น|จำนวน|\\s)*[0-9][0-9.,]*\\s*\\p{InThai}{0,30}"
                            + "|(?:ผลรวม|ยอดรวม).*"
                            + "|(?:ค่า)?เฉลี่ย(?:รวม|ต่อ.*)?"
                            + "|(?:(?:grand|sub|overall|running|cumulative)[\\s-]*)?(?:totals?|sum)"
                            + "(?:\\s*(?:results?|amount|sum|baht|\\(.*|[:=].*|(?:for|of)\\b.*))?"
                            + "|grand (?:sum|result|average|count)|averages?|avg|mean",
                    Pattern.DOTALL);

    /** Behind a name, as pivot tables and Excel's subtotals have it. */
    private static final Pattern BEHIND =
            Pattern.compile(
                    "(.+?)[\\s:(-]+(?:(sub-?totals?|totals?|ผลรวม|ยอดรวม|รวมทั้งสิ้น|รวมทั้งหมด)"
                            + "|รวม|ทั้งหมด|ทั้งสิ้น|sum|result|average|count)",
                    Pattern.DOTALL);

    private static final Pattern BEFORE =
            Pattern.compile("(?:รวม|ทั้งหมด|total|sum|all)[\\s:(-]*(.+)", Pattern.DOTALL);

    /** A word of its own before something else, or one that names do not begin with. */
    private static final Pattern PERHAPS =
            Pattern.compile(
                    "รวม(?:[^\\p{L}\\p{M}]|โครงการ|กิจกรรม|แผนงาน|ไตรมาส|เดือน|ปี|งบ|ประเภท|หมวด|ตำบล|อำเภอ"
                            + "|จังหวัด|รายการ|ค่า|เงิน|ยอด|จำนวน|ทั้ง|ทุก).*"
                            + "|(?:ทั้งหมด|ทั้งสิ้น|ทั้งอำเภอ|ทั้งจังหวัด|ทุกอำเภอ|ทุกโครงการ|all(?: districts| projects)?)"
                            + "|.+[\\s:(-]รวม|totals?[\\s:(-].*"
                            + "|(?:ยอด)?ยก(?:ยอด)?(?:มา|ไป).*|(?:brought|carried) (?:forward|over)",
                    Pattern.DOTALL);

    private final DistrictNames districts;

    public TotalWords(DistrictNames districts) {
        this.districts = districts;
    }

    /** How much a text sounds like the name of a sum of other rows. */
    public enum Sound {
        NAME,
        /** It may be either; the amounts beside it have to say. */
        PERHAPS,
        TOTAL
    }

    /**
     * What a text sounds like.
     *
     * @param clean of one cell
     */
    public Sound of(String clean) {
        if (!mayBeIn(clean)) {
            return Sound.NAME;
        }
        String text = plain(clean);
        if (TOTAL.matcher(text).matches()) {
            return Sound.TOTAL;
        }
        Matcher behind = BEHIND.matcher(text);
        if ((behind.matches() && behind.group(2) != null) || districtOf(clean).isPresent()) {
            return Sound.TOTAL;
        }
        return PERHAPS.matcher(text).matches() ? Sound.PERHAPS : Sound.NAME;
    }

    /**
     * The district that a total is of, if it names one: of "ท่าบ่อ Total" and of "รวม อ.ท่าบ่อ".
     */
    public Optional<DistrictCode> districtOf(String clean) {
        String text = plain(clean);
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches()) {
            return districts.find(behind.group(1).strip());
        }
        Matcher before = BEFORE.matcher(text);
        return before.matches() ? districts.find(before.group(1).strip()) : Optional.empty();
    }

    private static String plain(String clean) {
        String text =
                CellText.asciiHyphens(CellText.asciiDigits(ThaiSpelling.normal(clean)))
                        .toLowerCase(Locale.ROOT);
        return SPACES.matcher(EDGES.matcher(text).replaceAll("")).replaceAll(" ");
    }

    /** Whether any of the words can be in a text: nearly never, and much sooner known. */
    public static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean found =
                    switch (c) {
                        case 'ว' -> has(text, i - 1, "รวม");
                        case 'ท' -> has(text, i, "ทั้ง") || has(text, i, "ทุก");
                        case 'ฉ' -> has(text, i, "ฉล");
                        case 'ย' -> has(text, i, "ยก");
                        case 't', 'T' -> has(text, i, "total");
                        case 's', 'S' -> has(text, i, "sum");
                        case 'r', 'R' -> has(text, i, "result");
                        case 'a', 'A' ->
                                has(text, i, "all")
                                        || has(text, i, "average")
                                        || has(text, i, "avg");
                        case 'm', 'M' -> has(text, i, "mean");
                        case 'c', 'C' -> has(text, i, "count") || has(text, i, "carried");
                        case 'b', 'B' -> has(text, i, "brought");
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String text, int at, String word) {
        return at >= 0 && text.regionMatches(true, at, word, 0, word.length());
    }
}
