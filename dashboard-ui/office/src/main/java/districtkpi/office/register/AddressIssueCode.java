package districtkpi.office.register;

import static districtkpi.importer.Issue.Severity.ERROR;

import districtkpi.importer.Issue.Severity;
import districtkpi.importer.table.MessageCode;

/** What can be wrong with a list of addresses beyond what can be wrong with any file. */
enum AddressIssueCode implements MessageCode {
    /** No column of districts, or none of addresses. */
    NO_ADDRESS_COLUMNS(
            "ไม่พบคอลัมน์อำเภอและอีเมล โปรดใส่รหัสหรือชื่ออำเภอในคอลัมน์แรกและอีเมลในคอลัมน์ที่สอง คั่นด้วยจุลภาคหรือแท็บ หรือใช้ชื่อคอลัมน์ “อำเภอ” และ “อีเมล”",
            "There are no columns of districts and addresses. Put the code or name of the district first and the e-mail address second, with a comma or tab between them, or call the columns “district” and “email”."),
    /** No row has an address. */
    NO_ADDRESSES(
            "ไม่มีอีเมลในรายการ โปรดใส่อย่างน้อยหนึ่งแถว",
            "There is no e-mail address in the list. Put at least one row into it."),
    /** The cell of the address holds something else. */
    NOT_AN_ADDRESS(
            "“{value}” ไม่ใช่ที่อยู่อีเมล โปรดพิมพ์หนึ่งที่อยู่ เช่น office@example.go.th",
            "“{value}” is no e-mail address. Write one address, such as office@example.go.th."),
    /** An address of nobody. */
    DISTRICT_MISSING(
            "แถวนี้มีอีเมลแต่ไม่มีอำเภอ โปรดใส่รหัสหรือชื่ออำเภอ",
            "The row has an e-mail address but no district. Write its code or name."),
    /** Two rows about one district. */
    DISTRICT_TWICE(
            "อำเภอ “{value}” มีอยู่แล้วในบรรทัดที่ {0} โปรดคงไว้เพียงแถวเดียว",
            "“{value}” is the district of line {0} already. Keep one of the rows.");

    private final String th;
    private final String en;

    AddressIssueCode(String th, String en) {
        this.th = th;
        this.en = en;
    }

    @Override
    public Severity severity() {
        return ERROR;
    }

    @Override
    public String th() {
        return th;
    }

    @Override
    public String en() {
        return en;
    }
}
