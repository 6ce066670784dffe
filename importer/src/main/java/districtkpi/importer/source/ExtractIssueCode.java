package districtkpi.importer.source;

import static districtkpi.importer.Issue.Severity.ERROR;
import static districtkpi.importer.Issue.Severity.INFORMATION;
import static districtkpi.importer.Issue.Severity.WARNING;

import districtkpi.importer.Issue.Severity;
import districtkpi.importer.table.MessageCode;

/**
 * What can be said about an extract beyond what can be said about any file. The names are part of
 * the API and never change.
 */
public enum ExtractIssueCode implements MessageCode {
    /** No sheet has the columns of the source. */
    NO_KNOWN_HEADER(
            ERROR,
            "ไม่พบแถวชื่อคอลัมน์ของ{0} ใน {1} แถวแรก โปรดตรวจว่าเลือกแหล่งข้อมูลถูกต้อง คอลัมน์ที่ต้องมี: {2}",
            "No row within the first {1} has the column names of {0}. Check that the right source was chosen. Needed are: {2}."),
    /** A column that is needed was not recognised. */
    COLUMN_NOT_FOUND(
            ERROR,
            "ไม่พบคอลัมน์ “{0}” โปรดเพิ่มคอลัมน์นี้ หรือระบุว่าคอลัมน์ใดคือคอลัมน์นี้ คอลัมน์ที่ยังไม่รู้จัก: {1}",
            "The column “{0}” was not found. Add it, or say which column it is. Not recognised are: {1}."),
    /** Two headings mean the same column. */
    COLUMN_TWICE(
            ERROR,
            "คอลัมน์ “{value}” และ “{0}” หมายถึงข้อมูลเดียวกัน ({1}) โปรดคงไว้เพียงคอลัมน์เดียว",
            "“{value}” and “{0}” mean the same column ({1}). Keep one of them."),
    /** A heading that somebody mapped is not there. */
    MAPPED_HEADING_MISSING(
            ERROR,
            "ไม่พบหัวคอลัมน์ “{0}” ที่ระบุให้เป็น “{1}” โปรดตรวจชื่อหัวคอลัมน์",
            "There is no heading “{0}”, which was said to be “{1}”. Check the heading."),
    /** Something was mapped that the source has not. */
    UNKNOWN_SOURCE_COLUMN(
            ERROR,
            "แหล่งข้อมูลนี้ไม่มีคอลัมน์ “{0}” คอลัมน์ที่มี: {1}",
            "The source has no column “{0}”. It has {1}."),
    /** Columns that nothing is taken from. */
    COLUMN_LEFT_OUT(
            INFORMATION,
            "คอลัมน์ “{value}” ไม่ใช้ในการคำนวณ จึงไม่ถูกจัดเก็บ",
            "The column “{value}” is not needed and was not stored."),
    /** A column of persons. */
    PERSONAL_COLUMN(
            ERROR,
            "หัวคอลัมน์ “{column}” เป็นข้อมูลส่วนบุคคล ไฟล์นี้จึงไม่ถูกนำเข้าและไม่ถูกจัดเก็บ โปรดลบคอลัมน์นี้ทั้งคอลัมน์แล้วนำเข้าใหม่",
            "The heading “{column}” stands for personal data. Nothing of the file was stored. Remove the whole column and import the file again."),
    /** A person is named. */
    PERSON_NAME(
            ERROR,
            "ช่องนี้น่าจะมีชื่อบุคคล ไฟล์นี้จึงไม่ถูกนำเข้าและไม่ถูกจัดเก็บ โปรดลบชื่อบุคคลออกแล้วนำเข้าใหม่",
            "The cell seems to name a person. Nothing of the file was stored. Remove the name and import the file again."),
    /** Somebody could be called. */
    TELEPHONE_NUMBER(
            ERROR,
            "ช่องนี้น่าจะมีหมายเลขโทรศัพท์ ไฟล์นี้จึงไม่ถูกนำเข้าและไม่ถูกจัดเก็บ โปรดลบหมายเลขออกแล้วนำเข้าใหม่",
            "The cell seems to have a telephone number. Nothing of the file was stored. Remove the number and import the file again."),
    /** A sum of other rows. */
    TOTAL_LEFT_OUT(
            WARNING,
            "“{value}” เป็นแถวผลรวม{0} จึงไม่นำมานับซ้ำ",
            "“{value}” is a total{0} and was left out, lest it count twice."),
    /** A total that other rows do not add up to. */
    TOTAL_DIFFERS(
            WARNING,
            "แถวผลรวมนี้ของอำเภอ {0} ไม่เท่ากับผลบวกของแถวอื่นของอำเภอ โปรดตรวจว่าแถวข้อมูลครบถ้วน",
            "This total of district {0} is not what its other rows add up to. Check that none of them is missing."),
    /** A row that may restate others. */
    SUM_OF_OTHER_ROWS(
            ERROR,
            "แถวนี้ของอำเภอ {1} ({0}) เท่ากับผลบวกของแถวอื่น เป็นแถวผลรวมหรือไม่ โปรดตอบว่าไม่นับ (totalRows=leaveOut) หรือนับเป็นแถวข้อมูล (totalRows=count)",
            "This row of district {1} ({0}) equals the sum of other rows. Is it a total? Answer to leave such rows out (totalRows=leaveOut) or to count them (totalRows=count)."),
    /** A text that may be the word for a sum, or a name. */
    TOTAL_OR_NAME(
            ERROR,
            "“{value}” ของอำเภอ {1} ({0}) อาจเป็นแถวผลรวม แต่ตัวเลขไม่เท่ากับผลบวกของแถวอื่น โปรดตอบว่าไม่นับ (totalRows=leaveOut) หรือนับเป็นแถวข้อมูล (totalRows=count)",
            "“{value}” of district {1} ({0}) may be a total, but is not what other rows add up to. Answer to leave such rows out (totalRows=leaveOut) or to count them (totalRows=count)."),
    /** A total of nothing that the file has. */
    TOTAL_WITHOUT_ROWS(
            ERROR,
            "“{value}” ({0}) ดูเหมือนแถวผลรวม แต่อำเภอ {1} ไม่มีแถวอื่นในไฟล์ โปรดตอบว่าไม่นับ (totalRows=leaveOut) หรือนับเป็นแถวข้อมูล (totalRows=count)",
            "“{value}” ({0}) looks like a total, but district {1} has no other row in the file. Answer to leave such rows out (totalRows=leaveOut) or to count them (totalRows=count)."),
    /** It was said that a row is no total. */
    COUNTED_AS_SAID(
            WARNING,
            "แถวนี้ ({0}) นับเป็นแถวข้อมูลตามที่ตอบไว้",
            "This row ({0}) counts as a row of data, as was answered."),
    /** A row that has in every cell that is read what another one has. */
    SAME_ROW(
            ERROR,
            "แถวนี้ของอำเภอ {1} ({0}) เหมือนแถวที่ {2} ทุกช่องที่ระบบอ่าน เป็นแถวซ้ำหรือไม่ โปรดตอบว่านับครั้งเดียว (repeatedRows=leaveOut) หรือนับทุกแถว (repeatedRows=count)",
            "This row of district {1} ({0}) has in every cell that is read what line {2} has. Is it the same one twice? Answer to count it once (repeatedRows=leaveOut) or to count every row (repeatedRows=count)."),
    /** An earlier state of what another row says. */
    EARLIER_STATE(
            ERROR,
            "แถวนี้ของอำเภอ {1} ({0}) อาจเป็นยอดสะสมก่อนหน้าของแถวที่ {2} ซึ่งเป็นเรื่องเดียวกัน โปรดตอบว่านับเฉพาะแถวล่าสุด (repeatedRows=leaveOut) หรือนับทุกแถวเพราะเป็นคนละส่วน (repeatedRows=count)",
            "This row of district {1} ({0}) may be an earlier state of what line {2} says. Answer to count only the newest row (repeatedRows=leaveOut), or every row because each is a part (repeatedRows=count)."),
    /** States of which nothing tells which is the newest. */
    NEWEST_STATE_UNKNOWN(
            ERROR,
            "แถวนี้ของอำเภอ {1} ({0}) อาจเป็นยอดสะสมของเรื่องเดียวกับแถวที่ {2} แต่บอกไม่ได้ว่าแถวใดล่าสุด โปรดกรอกวันที่ หรือเดือนและปี เช่น 12/2564 ในทุกแถวของเรื่องนี้ หรือคงไว้เฉพาะแถวล่าสุด หรือตอบว่านับทุกแถวเพราะเป็นคนละส่วน (repeatedRows=count)",
            "This row of district {1} ({0}) may be another state of what line {2} says, but nothing tells which one is the newest. Write the day, or the month and year such as 12/2564, in every row of it, or keep only the newest row, or answer to count every row because each is a part (repeatedRows=count)."),
    /** It was said that a row says again what another one says. */
    REPEATED_ROW_LEFT_OUT(
            WARNING,
            "แถวนี้ ({0}) ซ้ำกับแถวอื่น หรือเป็นยอดก่อนหน้า จึงไม่นับ ตามที่ตอบไว้",
            "This row ({0}) says again what another one says, or its earlier state, and was left out, as was answered."),
    /** It was said that rows which look alike all count. */
    REPEATED_ROW_COUNTED(
            WARNING,
            "แถวนี้ ({0}) เหมือนแถวอื่นหรือคล้ายยอดก่อนหน้า แต่นับเป็นแถวข้อมูลตามที่ตอบไว้",
            "This row ({0}) looks like another one or its earlier state, but counts as a row of data, as was answered."),
    /** More rows than are compared with each other. */
    REPEATS_NOT_SOUGHT(
            WARNING,
            "มีแถวมากกว่า {0} แถว จึงตรวจหาแถวซ้ำเฉพาะ {0} แถวแรก โปรดตรวจว่าไฟล์ไม่มีแถวซ้ำหรือยอดสะสมหลายวัน",
            "There are more than {0} rows; only the first {0} were compared with each other. Check that no row is there twice and that the file has one state only."),
    /** Sheets that may restate each other. */
    DISTRICT_ON_SEVERAL_SHEETS(
            ERROR,
            "อำเภอ {0} มีแถวข้อมูลในหลายแผ่นงาน: {1} โปรดตอบว่านับแผ่นงานใด{2} (sheets=ชื่อแผ่นงาน หรือ sheets=* หากทุกแผ่นเป็นคนละส่วนกัน)",
            "Districts {0} have rows on several sheets: {1}. Say which of them count{2} (sheets=name of the sheet, or sheets=* if each has other rows)."),
    /** It was said that all sheets count. */
    SHEETS_COUNT_TOGETHER(
            WARNING,
            "อำเภอ {0} นับรวมแถวของหลายแผ่นงานตามที่ตอบไว้: {1}",
            "Of districts {0} the rows of several sheets count together, as was answered: {1}."),
    /** It was said that other sheets count. */
    SHEET_NOT_CHOSEN(
            WARNING,
            "แผ่นงาน “{0}” ({1} แถว) ไม่นับ ตามที่ตอบไว้",
            "The sheet “{0}” ({1} rows) does not count, as was answered."),
    /** A sheet was named that is not there. */
    UNKNOWN_SHEET(
            ERROR,
            "ไม่มีแผ่นงาน “{0}” ที่มีคอลัมน์ของแหล่งข้อมูลนี้ แผ่นงานที่มี: {1}",
            "There is no sheet “{0}” with columns of the source. There are {1}."),
    /** The province itself, which is no district. */
    PROVINCE_LEFT_OUT(
            WARNING,
            "“{value}” เป็นแถวของจังหวัด ไม่ใช่อำเภอ จึงไม่นำมานับ",
            "“{value}” is the province, not a district, and was left out."),
    /** Text below or beside the table. */
    NOTE_LEFT_OUT(
            WARNING,
            "“{value}” เป็นหมายเหตุ ไม่ใช่แถวข้อมูล จึงไม่นำมานับ",
            "“{value}” is a note, not a row of data, and was left out."),
    /** A row of another year. */
    OTHER_YEAR_LEFT_OUT(
            WARNING,
            "“{value}” ในช่อง “{column}” ไม่อยู่ในปีงบประมาณ {0} จึงไม่นำแถวนี้มานับ",
            "“{value}” in “{column}” is not of fiscal year {0}; the row was left out."),
    /** Whose row is it? */
    NO_DISTRICT(
            ERROR,
            "แถวนี้ไม่บอกอำเภอ โปรดกรอกช่องอำเภอหรือรหัสหมู่บ้าน 8 หลัก หรือเลือกอำเภอของไฟล์นี้ก่อนนำเข้า",
            "The row does not say its district. Fill in the district or the eight-digit village code, or name the district of the whole file."),
    /** The district is another one. */
    OTHER_DISTRICT(
            ERROR,
            "“{value}” เป็นของอำเภอ {0} แต่{1} โปรดตรวจสอบ",
            "“{value}” is of district {0}, but {1}. Check it."),
    /** Not the code of a village. */
    NOT_A_VILLAGE_CODE(
            ERROR,
            "“{value}” ไม่ใช่รหัสหมู่บ้าน ต้องเป็นตัวเลข 8 หลัก เช่น 43010101",
            "“{value}” is no village code. It has eight digits, such as 43010101."),
    /** None of the words that can stand there. */
    UNKNOWN_CHOICE(
            ERROR,
            "“{value}” ใช้ในช่อง “{column}” ไม่ได้ ใช้ได้: {0}",
            "“{value}” cannot stand in “{column}”. Possible are: {0}."),
    /** No month of a year. */
    NOT_A_MONTH(
            ERROR,
            "“{value}” ไม่ใช่เดือน โปรดพิมพ์เดือนและปี เช่น ต.ค. 64, ตุลาคม 2564 หรือ 2021-10",
            "“{value}” is not a month. Write month and year, such as ต.ค. 64, October 2021 or 2021-10."),
    /** No quarter. */
    NOT_A_QUARTER(
            ERROR,
            "“{value}” ไม่ใช่ไตรมาส โปรดพิมพ์ 1 ถึง 4 หรือช่วง เช่น ไตรมาส 1-2",
            "“{value}” is not a quarter. Write 1 to 4, or a span such as 1-2."),
    /** No fiscal year. */
    NOT_A_FISCAL_YEAR(
            ERROR,
            "“{value}” ไม่ใช่ปีงบประมาณ โปรดพิมพ์ปี พ.ศ. เช่น 2565",
            "“{value}” is not a fiscal year. Write the year of the Buddhist era, such as 2565."),
    /** Neither the first nor the second time. */
    NOT_A_TIME_OF_YEAR(
            ERROR,
            "“{value}” ไม่ใช่ครั้งที่ โปรดพิมพ์ 1 หรือ 2",
            "“{value}” is not the first or second time of a year. Write 1 or 2."),
    /** Neither yes nor no. */
    NOT_YES_OR_NO(
            ERROR,
            "“{value}” ไม่ใช่คำตอบใช่หรือไม่ โปรดพิมพ์ ใช่ หรือ ไม่",
            "“{value}” is neither yes nor no. Write yes or no."),
    /** Half a thing. */
    NOT_WHOLE(
            ERROR,
            "“{value}” ในช่อง “{column}” ไม่ใช่จำนวนเต็ม โปรดตรวจสอบ",
            "“{value}” in “{column}” is not a whole number. Check it."),
    /** Less than can be. */
    TOO_SMALL(
            ERROR,
            "“{value}” ในช่อง “{column}” ต่ำกว่า {0} โปรดตรวจสอบ",
            "“{value}” in “{column}” is less than {0}. Check it."),
    /** More than all of it. */
    MORE_THAN_ALL(
            WARNING,
            "“{value}” ในช่อง “{column}” มากกว่า{0} นำเข้าตามที่กรอก โปรดตรวจสอบ",
            "“{value}” in “{column}” is more than {0}. It was taken as it is; please check it."),
    /** The same bytes were taken in before as something else. */
    IMPORTED_AS_OTHER(
            ERROR,
            "ไฟล์นี้นำเข้าแล้ว (การนำเข้าครั้งที่ {0}) แต่เป็นข้อมูลของ{1} หากครั้งนั้นผิด โปรดถอนการนำเข้านั้นก่อน แล้วนำเข้าใหม่",
            "This file was imported already (import {0}), but as {1}. If that was wrong, take that import back first, then import the file again."),
    /** Nothing but a header. */
    NO_ROWS(
            ERROR,
            "ไม่มีแถวข้อมูลที่นับได้ใต้แถวชื่อคอลัมน์ โปรดตรวจไฟล์",
            "There is no row of data that counts below the header. Check the file."),
    /** A value that the agreement has no measure for. */
    MEASURE_NOT_AGREED(
            INFORMATION,
            "บันทึกข้อตกลงรอบ {0} ไม่มีตัวแปร {1} จึงไม่คำนวณ",
            "The agreement of round {0} has no measure {1}; it was not worked out."),
    /** The measure of that name is something else. */
    MEASURE_OF_OTHER_KIND(
            WARNING,
            "ตัวแปร {1} ในรอบ {0} เป็นคนละชนิดกับที่แหล่งข้อมูลนี้ให้ จึงไม่คำนวณ",
            "The measure {1} of round {0} is of another kind than this source gives; it was not worked out."),
    /** Nothing to count, or nothing to compare it with. */
    NO_FIGURE(
            INFORMATION,
            "อำเภอ {0} ไม่มีแถวที่ให้ค่าของตัวแปร {1} จึงยังไม่มีผล (ไม่ใช่ 0)",
            "District {0} has no rows that give the measure {1}: there is no result, which is not 0."),
    /** A sum below nothing. */
    NEGATIVE_FIGURE(
            ERROR,
            "ผลรวมของตัวแปร {1} ของอำเภอ {0} ติดลบ ({2}) โปรดตรวจแถวของอำเภอนี้",
            "The sum for the measure {1} of district {0} is negative ({2}). Check its rows."),
    /** A share of more than all. */
    SHARE_ABOVE_ALL(
            WARNING,
            "ตัวแปร {1} ของอำเภอ {0} เกินร้อยละ 100 ({2} จาก {3}) นำเข้าตามที่คำนวณได้ โปรดตรวจสอบ",
            "The measure {1} of district {0} is more than 100 % ({2} of {3}). It was taken as it is; please check it.");

    private final Severity severity;
    private final String th;
    private final String en;

    ExtractIssueCode(Severity severity, String th, String en) {
        this.severity = severity;
        this.th = th;
        this.en = en;
    }

    @Override
    public Severity severity() {
        return severity;
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
