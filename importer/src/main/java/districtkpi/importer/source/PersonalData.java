package districtkpi.importer.source;

import districtkpi.importer.InvisibleCharacters;
import districtkpi.importer.KnownWords;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.issue.MessageCode;
import districtkpi.importer.table.CellText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what tells of a person: names with a title, citizens' and telephone numbers, and headings
 * under which such things stand.
 *
 * <p>Offices and places begin with the same letters: นายอำเภอ is a post, นายูง a district, นางรอง
 * another one.
 */
final class PersonalData {

    /** Fewer digits are no number of a person or a telephone. */
    private static final int MIN_DIGITS = 9;

    private static final String POSTS =
            "อำเภอ|ก(?=$|[^ก-๛]|รัฐมนตรี|เทศมนตรี|องค์การ|อบต|อบจ|เหล่า|สมาคม|สภา|เทศบาล|เมือง|สโมสร|กิ่ง|ฯ)"
                    + "|ทะเบียน|จ้าง|ช่าง|ด่าน|แพทย์|ทหาร|ท่า|หน้า|ตำรวจ|เรือ|สถานี|ประกัน|ทุน|พราน|ตรวจ|สัตวแพทย์"
                    + "|พล(?=$|[^ก-๛])|พัน(?=$|[^ก-๛])|ร้อย|สิบ|ฮ้อย";
    private static final String NOT_WOMEN =
            "รอง(?=$|[^ก-๛])|รำ|ฟ้า|กวัก|พญา|เลิ้ง|สนม|พยาบาล|ไม้|ตานี|แอ่น|ห้าม|แล(?=$|[^ก-๛])";
    private static final Pattern NAME =
            Pattern.compile(
                    "(?<![ก-๛])(?:นาย\\s?(?!"
                            + POSTS
                            + ")|นางสาว\\s?|นาง\\s?(?!สาว|"
                            + NOT_WOMEN
                            + ")|น\\.\\s?ส\\.\\s?|ด\\.\\s?[ชญ]\\.\\s?|เด็กชาย\\s?|เด็กหญิง\\s?)"
                            + "[เ-ไ]?[ก-ฮ][ก-๛]+"
                            + "|(?i:(?<![a-z])(?:mr|mrs|miss|ms)(?:\\.\\s*|\\s+)[a-z]{2,})");

    private static final Pattern TELEPHONE =
            Pattern.compile(
                    "(?<![0-9])(?<![0-9][.,/])(?:"
                            + "(?:0|\\+?66[\\s-]?)[689][0-9][\\s-]?[0-9]{3}[\\s-]?[0-9]{4}"
                            + "|0[689][\\s-][0-9]{4}[\\s-]?[0-9]{4}"
                            + "|0(?:2|[3-57][0-9])[\\s-][0-9]{3}[\\s-]?[0-9]{3,4}"
                            + ")(?![0-9])");

    /** What the shortest of these has, of digits that nothing else stands between. */
    private static final int MIN_OF_A_TELEPHONE = 8;

    /** Whole headings, by {@link Headings#key}. */
    private static final Set<String> PERSONS = KnownWords.of("heading.persons");

    /** Parts of headings, by the same. */
    private static final Pattern PERSON_IN_HEADING =
            Pattern.compile(
                    "ชื่อสกุล|นามสกุล|ชื่อและสกุล|ชื่อผู้|ชื่อหัวหน้า|ชื่อลูกหนี้|ชื่อสมาชิก|ชื่อประธาน|ประจำตัวประชาชน|บัตรประชาชน"
                            + "|เลขประชาชน|13หลัก|โทรศัพท์|เบอร์โทร|มือถือ|ผู้เสนอโครงการ"
                            + "|fullname|firstname|lastname|surname|familyname|personname|borrower(?:s?name)?$"
                            + "|debtorname|citizenid|nationalid|idcard|identificationnumber"
                            + "|telephone|phonenumber|mobilenumber|dateofbirth");

    private PersonalData() {}

    /** Whether a heading stands above data of persons. */
    static boolean isInHeading(String heading) {
        String key = Headings.key(heading);
        return PERSONS.contains(key) || PERSON_IN_HEADING.matcher(key).find();
    }

    /** What of a person is in a cell. */
    static Optional<MessageCode> find(String cell) {
        int digits = 0;
        boolean title = false;
        boolean invisible = false;
        for (int i = 0, end = cell.length(); i < end; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 0x80) {
                if (c == 'น' || c == 'ด' || c == 'เ') {
                    title = true;
                } else if (c < 'ก' || c > '๛') {
                    invisible = true;
                }
                if (Character.isDigit(c)) {
                    digits++;
                }
            } else if (c == 'M' || c == 'm') {
                title = true;
            }
        }
        // Nearly every cell ends here.
        if (digits < MIN_DIGITS && !title) {
            return Optional.empty();
        }
        return findSlowly(invisible ? InvisibleCharacters.removedFrom(cell) : cell, digits, title);
    }

    private static Optional<MessageCode> findSlowly(String cell, int digits, boolean title) {
        if (digits >= MIN_DIGITS) {
            if (PersonalNumbers.isIn(cell)) {
                return Optional.of(IssueCode.PERSONAL_NUMBER);
            }
            if (hasRunOfDigits(cell)
                    && TELEPHONE
                            .matcher(CellText.asciiHyphens(CellText.asciiDigits(cell)))
                            .find()) {
                return Optional.of(ExtractIssueCode.TELEPHONE_NUMBER);
            }
        }
        return title && hasTitle(cell) && NAME.matcher(cell).find()
                ? Optional.of(ExtractIssueCode.PERSON_NAME)
                : Optional.empty();
    }

    /** Spares most cells the pattern of telephones. */
    private static boolean hasRunOfDigits(String cell) {
        int digits = 0;
        for (int i = 0, end = cell.length(); i < end; i++) {
            char c = cell.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
                if (digits == MIN_OF_A_TELEPHONE) {
                    return true;
                }
            } else if (c != '-' && c != ' ' && !CellText.isDash(c) && !Character.isWhitespace(c)) {
                digits = 0;
            }
        }
        return false;
    }

    /** Spares most cells the pattern of names. */
    private static boolean hasTitle(String cell) {
        for (int i = 0, end = cell.length() - 2; i < end; i++) {
            char c = cell.charAt(i);
            char next = cell.charAt(i + 1);
            boolean begins =
                    (c == 'น' && (next == '.' || (next == 'า' && isYoOrNgo(cell.charAt(i + 2)))))
                            || (c == 'ด' && next == '.')
                            || (c == 'เ' && next == 'ด')
                            || ((c == 'M' || c == 'm') && "risRIS".indexOf(next) >= 0);
            if (begins) {
                return true;
            }
        }
        return false;
    }

    /** The last letter of นาย and of นาง. */
    private static boolean isYoOrNgo(char c) {
        return c == 'ย' || c == 'ง';
    }
}
