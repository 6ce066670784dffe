package districtkpi.importer.table;

import static districtkpi.importer.Issue.Severity.ERROR;
import static districtkpi.importer.Issue.Severity.INFORMATION;
import static districtkpi.importer.Issue.Severity.WARNING;

import districtkpi.importer.Issue.Severity;

/**
 * What can be wrong or doubtful in a results file. The names are part of the API and never change.
 *
 * <p>In the texts {@code {value}} and {@code {column}} stand for the cell that is meant, {@code
 * {0}} and so on for what else the text needs.
 */
public enum IssueCode implements MessageCode {
    /** Nothing to read. */
    EMPTY_FILE(
            ERROR,
            "ไฟล์ไม่มีข้อมูลผลการดำเนินงาน โปรดใส่ชื่อคอลัมน์ในแถวแรกและผลการดำเนินงานในแถวถัดไป แล้วนำเข้าใหม่",
            "The file has no results. Put the column names in the first row and results in the rows after it, then import it again."),
    /** More bytes than allowed. */
    TOO_LARGE(
            ERROR,
            "ไฟล์มีขนาด {0} ไบต์ เกินขนาดสูงสุด {1} ไบต์ โปรดแบ่งไฟล์ออกเป็นหลายไฟล์",
            "The file has {0} bytes; the most is {1}. Split it into several files."),
    /** A workbook, a picture, a web page: nothing that has rows and cells as text. */
    NOT_A_TABLE(
            ERROR,
            "ไฟล์นี้ไม่ใช่ตารางข้อความหรือสมุดงาน Excel ({0}) โปรดบันทึกเป็นสมุดงาน Excel (.xlsx) หรือ CSV UTF-8 จากโปรแกรมตารางคำนวณแล้วนำเข้าใหม่",
            "The file is neither a table in text form nor an Excel workbook ({0}). Save it as an Excel workbook (.xlsx) or as CSV UTF-8 in the spreadsheet program and import that file."),
    /** A workbook of the form that Excel had before 2007. */
    OLD_WORKBOOK(
            ERROR,
            "ไฟล์นี้เป็นสมุดงาน Excel รุ่นเก่า (.xls) ซึ่งระบบไม่อ่าน โปรดเปิดใน Excel แล้วบันทึกเป็นสมุดงาน Excel (.xlsx) จากนั้นนำเข้าใหม่",
            "The file is a workbook of an old form (.xls), which is not read. Open it in Excel, save it as an Excel workbook (.xlsx) and import that file."),
    /** A workbook that only opens with a password. */
    ENCRYPTED_WORKBOOK(
            ERROR,
            "สมุดงานนี้เข้ารหัสด้วยรหัสผ่าน โปรดเปิดใน Excel ยกเลิกการเข้ารหัส (ไฟล์ > ข้อมูล > ป้องกันเวิร์กบุ๊ก > เข้ารหัสด้วยรหัสผ่าน ลบรหัสผ่านออก) บันทึก แล้วนำเข้าใหม่",
            "The workbook is encrypted with a password. Open it in Excel, remove the password (File > Info > Protect Workbook > Encrypt with Password), save it and import it again."),
    /** A workbook that Excel would want to repair. */
    DAMAGED_WORKBOOK(
            ERROR,
            "สมุดงานเสียหายหรือไม่สมบูรณ์ ({0}) โปรดเปิดใน Excel ตรวจข้อมูล บันทึกเป็นไฟล์ใหม่ (.xlsx) แล้วนำเข้าใหม่",
            "The workbook is damaged or incomplete ({0}). Open it in Excel, check what it shows, save it as a new file (.xlsx) and import that one."),
    /** A file within the file. */
    NESTED_FILE(
            ERROR,
            "สมุดงานมีไฟล์อื่นฝังอยู่ ({0}) ซึ่งระบบตรวจสอบไม่ได้ โปรดลบวัตถุที่ฝังอยู่ใน Excel บันทึก แล้วนำเข้าใหม่",
            "The workbook has another file packed into it ({0}), which is not looked into. Delete the embedded object in Excel, save the workbook and import it again."),
    /** A workbook that holds, or would unpack to, more than is read. */
    WORKBOOK_TOO_LARGE(
            ERROR,
            "สมุดงานมี{0} เกินขนาดสูงสุด {1} โปรดลบแผ่นงาน รูปภาพ และรูปแบบที่ไม่ใช้ หรือบันทึกเฉพาะแผ่นข้อมูลเป็น CSV UTF-8",
            "The workbook has {0}; the most is {1}. Remove sheets, pictures and formats that are not needed, or save the sheet with the data as CSV UTF-8."),
    /** Bytes that are a text in none of the encodings that are understood. */
    BAD_ENCODING(
            ERROR,
            "บรรทัดที่ {0} มีอักขระที่อ่านไม่ได้ทั้งแบบ UTF-8, UTF-16 และ Windows-874 โปรดบันทึกไฟล์เป็น CSV UTF-8 แล้วนำเข้าใหม่",
            "Line {0} has characters that are neither UTF-8, UTF-16 nor Windows-874. Save the file as CSV UTF-8 and import it again."),
    /** The first row names no column that is known. */
    NO_HEADER(
            ERROR,
            "แถวแรกไม่ใช่ชื่อคอลัมน์ แถวแรกต้องเป็นชื่อคอลัมน์ เช่น round,district,indicator,measure,value คั่นด้วยจุลภาค อัฒภาค หรือแท็บ",
            "The first row does not name the columns. It must, for example round,district,indicator,measure,value, separated by commas, semicolons or tabs."),
    /** Rows above the header. */
    TITLE_LEFT_OUT(
            INFORMATION,
            "แถวชื่อคอลัมน์อยู่ที่บรรทัด {0} แถวที่อยู่เหนือขึ้นไปถือเป็นหัวเรื่อง จึงไม่ถูกนำเข้า",
            "The names of the columns stand on line {0}. What stands above them was taken for a title."),
    /** A column that must be there is not. */
    MISSING_COLUMN(
            ERROR,
            "ไม่มีคอลัมน์ “{column}” โปรดเพิ่มคอลัมน์นี้{0}",
            "The column “{column}” is missing. Add it{0}."),
    /** Two columns of one name. */
    DUPLICATE_COLUMN(
            ERROR,
            "มีคอลัมน์ “{column}” มากกว่าหนึ่งคอลัมน์ (คอลัมน์ที่ {0} และ {1}) โปรดคงไว้เพียงคอลัมน์เดียว",
            "There is more than one column “{column}” (columns {0} and {1}). Keep one of them."),
    /** A column that nobody reads. */
    UNKNOWN_COLUMN(
            WARNING,
            "ไม่รู้จักคอลัมน์ “{value}” (คอลัมน์ที่ {0}) ข้อมูลในคอลัมน์นี้ไม่ถูกนำเข้า{1}",
            "The column “{value}” (column {0}) is not known and is left out.{1}"),
    /** A column without a name that is not empty. */
    UNNAMED_COLUMN(
            WARNING,
            "คอลัมน์ {0} มีข้อมูลแต่ไม่มีหัวคอลัมน์ ข้อมูลในคอลัมน์นี้ไม่ถูกนำเข้า โปรดตรวจสอบ",
            "Column {0} has data but no heading and is left out; please check it."),
    /** A heading that stands above several columns with figures: which of them is meant? */
    HEADING_OF_SEVERAL(
            ERROR,
            "หัวคอลัมน์ “{column}” อยู่เหนือหลายคอลัมน์ที่มีข้อมูล ({0}) จึงไม่ทราบว่าหมายถึงคอลัมน์ใด โปรดใส่หัวคอลัมน์ของแต่ละคอลัมน์ไว้ในแถวเดียวกัน หรือลบคอลัมน์ที่ไม่ใช้",
            "The heading “{column}” stands above several columns with data ({0}), and which one is meant is not known. Give each column a heading of its own in that row, or delete those that are not needed."),
    /** A second row of headings below the first. */
    SECOND_HEADER_ROW(
            ERROR,
            "แถวนี้ดูเป็นแถวหัวคอลัมน์แถวที่สอง โปรดรวมหัวคอลัมน์ไว้ในแถวเดียว ให้ทุกคอลัมน์มีหัวของตนเอง อย่าเพียงลบแถวนี้ เพราะแถวนี้บอกว่าแต่ละคอลัมน์คืออะไร",
            "The row looks like a second row of headings. Put all headings into one row, so that each column has its own. Do not just delete the row: it says what the columns are."),
    /** One figure for several rows. */
    MERGED_VALUE(
            ERROR,
            "ช่อง “{column}” ผสานกับช่องของแถวอื่น ({0}) จึงไม่ทราบว่าแต่ละแถวมีค่าเท่าใด โปรดยกเลิกการผสานแล้วกรอกทุกแถว อย่าลบเฉพาะบางแถว เพราะค่าจะตกเป็นของแถวที่เหลือ",
            "The cell “{column}” is merged with those of other rows ({0}), so what each row has is not known. Take them apart and fill in every row; do not delete one of the rows, for the others would be left with the figure."),
    /** A cell that several rows share, one of which has an error. */
    MERGED_ROWS(
            WARNING,
            "แถวนี้ใช้ช่อง “{column}” ที่ผสาน ({0}) ร่วมกับแถวอื่น โปรดยกเลิกการผสานและกรอกทุกแถวก่อนลบหรือย้ายแถว มิฉะนั้นแถวที่เหลืออาจเสียค่าของช่องนี้ไป",
            "The row shares the merged cell “{column}” ({0}) with others. Take it apart and fill in every row before you delete or move one; else those that stay may lose what it says."),
    /** A row with more cells than the header. */
    RAGGED_ROW(
            ERROR,
            "แถวนี้มี {0} ช่อง แต่แถวชื่อคอลัมน์มี {1} ช่อง โปรดตรวจตัวคั่น และใส่เครื่องหมายคำพูดคู่ครอบข้อความที่มีตัวคั่น",
            "The row has {0} cells, the header has {1}. Check the separators, and put text that contains one in double quotes."),
    /** Rows with fewer cells than the header: what programs leave out where the last are empty. */
    SHORT_ROWS(
            WARNING,
            "บรรทัดที่ {0} มีช่องน้อยกว่าแถวชื่อคอลัมน์ ช่องที่ขาดท้ายแถวถือว่าว่าง โปรดตรวจว่าไม่มีช่องกลางแถวหายไป",
            "Line {0}: fewer cells than the header. Those missing at the end were taken as empty; please check that none is missing in between."),
    /** The file ends within a row. */
    CUT_OFF(
            ERROR,
            "ไฟล์จบกลางแถวนี้ มีเพียง {0} จาก {1} ช่อง และไม่มีการขึ้นบรรทัดใหม่ ไฟล์อาจไม่ครบ โปรดดาวน์โหลดหรือบันทึกไฟล์ใหม่",
            "The file ends in this row, after {0} of {1} cells and without a line end: the rest may be missing. Download or save the file again."),
    /** A quoted cell without its end. */
    UNCLOSED_QUOTE(
            ERROR,
            "เครื่องหมายคำพูดคู่ที่เปิดในแถวนี้ไม่ได้ปิดให้ถูกต้อง โปรดปิดเครื่องหมาย หากข้อความมีเครื่องหมายนี้อยู่ให้พิมพ์ซ้ำสองตัว",
            "A double quote that is opened in this row is not closed where its cell ends. Close it; a quote inside a text is written twice."),
    /** Something between the closing quote and the separator. */
    TEXT_AFTER_QUOTE(
            ERROR,
            "มีข้อความต่อท้ายเครื่องหมายคำพูดคู่ที่ปิดแล้วในแถวนี้ หากข้อความมีเครื่องหมายนี้อยู่ให้พิมพ์ซ้ำสองตัว",
            "In this row text follows a closing double quote. A quote inside a text is written twice."),
    /** So many rows cannot be read that the rest is guesswork. */
    READING_STOPPED(
            ERROR,
            "มีแถวที่อ่านไม่ได้จำนวนมาก จึงหยุดตรวจตั้งแต่บรรทัดนี้ โปรดแก้ไขแถวที่แจ้งไว้ก่อนแล้วนำเข้าใหม่",
            "So many rows cannot be read that checking stopped at this line. Correct the rows above first and import the file again."),
    /** More rows than allowed. */
    TOO_MANY_ROWS(
            ERROR,
            "ไฟล์มีเกิน {0} แถว โปรดแบ่งไฟล์ออกเป็นหลายไฟล์",
            "The file has more than {0} rows. Split it into several files."),
    /** A row without end. */
    ROW_TOO_LONG(
            ERROR,
            "แถวนี้ยาวเกิน {0} ตัวอักษร ไฟล์อาจไม่มีการขึ้นบรรทัดใหม่ โปรดตรวจว่าเป็นไฟล์ตารางและบันทึกใหม่เป็น CSV UTF-8",
            "The row has more than {0} characters; line ends may be missing. Check that the file is a table, and save it as CSV UTF-8 again."),
    /** More columns than allowed. */
    TOO_MANY_COLUMNS(
            ERROR,
            "แถวนี้มีเกิน {0} คอลัมน์ โปรดลบคอลัมน์ที่ไม่ใช้",
            "The row has more than {0} columns. Remove those that are not needed."),
    /** A cell with more text than allowed. */
    CELL_TOO_LONG(
            ERROR,
            "ข้อความในช่องนี้ยาว {0} ตัวอักษร เกินกว่า {1} ตัวอักษร โปรดย่อข้อความ",
            "The cell has {0} characters; the most is {1}. Shorten the text."),
    /** What identifies a person has no place here. */
    PERSONAL_NUMBER(
            ERROR,
            "พบเลข 13 หลักซึ่งอาจเป็นเลขประจำตัวประชาชน ไฟล์นี้จึงไม่ถูกนำเข้าและไม่ถูกจัดเก็บ โปรดลบเลขดังกล่าวออก ระบบรับเฉพาะยอดรวมของอำเภอ",
            "There is a number of 13 digits, which may be a citizen's identification number. Nothing of the file was stored. Remove the number; only totals of districts belong here."),
    /** A cell that must be filled is empty. */
    CELL_EMPTY(
            ERROR,
            "ช่อง “{column}” ว่าง โปรดกรอกข้อมูล หรือลบแถวนี้หากไม่มีผลการดำเนินงาน",
            "The cell “{column}” is empty. Fill it in, or remove the row if there is no result."),
    /** A hyphen, or what a program writes where it has nothing. */
    SIGN_OF_NOTHING(
            WARNING,
            "“{value}” ในคอลัมน์ “{column}” ถือว่าว่าง ไม่ใช่ 0 หากหมายถึง 0 ให้พิมพ์ 0 หากไม่เกี่ยวข้อง ให้พิมพ์ n/a",
            "“{value}” in the column “{column}” was taken as empty, not as 0. If 0 is meant, write 0; if it does not apply, n/a."),
    /** The formula behind the cell failed before the file was saved. */
    SPREADSHEET_ERROR(
            ERROR,
            "“{value}” เป็นข้อผิดพลาดของสูตรในตารางคำนวณ หรือ (#CALC!) สูตรที่ยังไม่มีโปรแกรมใดคำนวณ โปรดเปิดไฟล์ต้นฉบับใน Excel แก้สูตรหากผิด แล้วบันทึกและนำเข้าใหม่",
            "“{value}” is the error of a spreadsheet formula or, as #CALC!, a formula that no program has worked out. Open the original in Excel, correct the formula if it is wrong, save it and import it again."),
    /** Results beside formulas that may be those of other figures. */
    NOT_RECALCULATED(
            WARNING,
            "สมุดงานระบุว่าต้องคำนวณสูตรใหม่เมื่อเปิด ค่าข้างสูตรจึงอาจไม่ใช่ค่าล่าสุด นำเข้าตามที่บันทึกไว้ โปรดตรวจตัวเลข หรือเปิดใน Excel บันทึก แล้วนำเข้าใหม่",
            "The workbook says that its formulas have to be worked out again once it is opened, so what stands beside them may be out of date. It was taken as it is; check the figures, or open the workbook in Excel, save it and import that."),
    /** No such round was opened. */
    UNKNOWN_ROUND(
            ERROR,
            "ไม่พบรอบการประเมิน “{value}” รอบที่เปิดแล้ว: {0}",
            "There is no round “{value}”. Rounds that are open: {0}."),
    /** A spreadsheet made a date of the round, and it can be told which. */
    ROUND_WAS_DATE(
            WARNING,
            "โปรแกรมตารางคำนวณเปลี่ยนรอบเป็นวันที่ “{value}” จึงอ่านเป็นรอบ {0} โปรดตรวจสอบ และตั้งคอลัมน์นี้เป็นข้อความ หรือพิมพ์ รอบ {0} เพื่อไม่ให้เปลี่ยนอีก",
            "A spreadsheet made the date “{value}” of a round; it was read as {0}. Please check it, and make the column text, or write “round {0}”, so that it stays."),
    /** A spreadsheet made a date of the round, and it cannot be told which. */
    ROUND_IS_DATE(
            ERROR,
            "“{value}” เป็นวันที่ ไม่ใช่รอบ โปรแกรมตารางคำนวณมักเปลี่ยน 2565-1 เป็นวันที่ โปรดตั้งคอลัมน์นี้เป็นข้อความแล้วพิมพ์รอบใหม่ รอบที่เปิดแล้ว: {0}",
            "“{value}” is a date, not a round: spreadsheets make one of 2565-1. Make the column text and write the round again. Rounds that are open: {0}."),
    /** The director declared the results of the round final. */
    ROUND_SIGNED_OFF(
            ERROR,
            "ผลของรอบ {value} ได้รับการรับรองแล้ว จึงนำเข้าเพิ่มไม่ได้ หากต้องแก้ไข โปรดให้พัฒนาการจังหวัดเปิดรอบอีกครั้งพร้อมเหตุผล",
            "The results of round {value} were signed off, so nothing more can be imported. If something has to be corrected, ask the director to open the round again, with a reason."),
    /** The file says one round, the request another one. */
    ROUND_MISMATCH(
            ERROR,
            "แถวนี้เป็นของรอบ {value} แต่เลือกนำเข้ารอบ {0} โปรดเลือกรอบให้ตรงกับไฟล์ หรือแก้ไขรอบในไฟล์",
            "The row is of round {value}, but the import was asked for round {0}. Choose the round of the file, or correct the file."),
    /** No such district in the province of the agreement. */
    UNKNOWN_DISTRICT(
            ERROR,
            "ไม่พบอำเภอ “{value}” ในรอบ {0}{1} โปรดใช้รหัสอำเภอ 4 หลัก หรือชื่ออำเภอ",
            "There is no district “{value}” in round {0}.{1} Use the four-digit code or the name."),
    /** Code and name are of two districts. */
    DISTRICT_MISMATCH(
            ERROR,
            "“{value}” ไม่ใช่ชื่อของอำเภอรหัส {0} ในแถวเดียวกัน โปรดตรวจว่าแถวถูกสลับหรือไม่ แล้วแก้รหัสหรือชื่อ",
            "“{value}” is not the name of district {0}, which the row is about. Check whether rows were mixed up, and correct the code or the name."),
    /** A sum of the rows above, which would count twice. */
    TOTAL_ROW(
            ERROR,
            "“{value}” ไม่ใช่อำเภอ แต่เป็นแถวผลรวมหรือแถวของจังหวัด โปรดลบแถวนี้",
            "“{value}” is no district but a total or the province. Remove the row."),
    /** No such indicator in the agreement. */
    UNKNOWN_INDICATOR(
            ERROR,
            "ไม่มีตัวชี้วัด “{value}” ในบันทึกข้อตกลงรอบ {0} ตัวชี้วัดที่มี: {1}",
            "The agreement of round {0} has no indicator “{value}”. It has {1}."),
    /** No such measure of the indicator. */
    UNKNOWN_MEASURE(
            ERROR,
            "ตัวชี้วัด {0} ในรอบ {1} ไม่มีตัวแปร “{value}”{2} ตัวแปรที่มี: {3}",
            "Indicator {0} of round {1} has no measure “{value}”.{2} It has {3}."),
    /** A value of another kind than the measure's. */
    WRONG_KIND(
            ERROR,
            "“{value}” ใช้กับตัวแปร {0} ไม่ได้ ต้องเป็น{1}",
            "“{value}” does not fit the measure {0}: it takes {1}."),
    /** Not a plain decimal number. */
    NOT_A_NUMBER(
            ERROR,
            "“{value}” ไม่ใช่ตัวเลข โปรดพิมพ์เป็นตัวเลข เช่น 12345.67 หรือ 12,345.67 ใช้จุดนำหน้าทศนิยม ใช้จุลภาคคั่นหลักพันครบทุกสามหลักเท่านั้น และไม่ใช้เลขยกกำลัง",
            "“{value}” is not a number. Write it like 12345.67 or 12,345.67: a point before decimals, commas only between groups of three digits, no exponent."),
    /** More digits than can be kept. */
    TOO_MANY_DIGITS(
            ERROR,
            "“{value}” มีตัวเลขมากกว่า {0} หลัก โปรดตรวจสอบตัวเลข",
            "“{value}” has more than {0} digits. Check the number."),
    /** Half a thing cannot be counted. */
    NOT_A_WHOLE_NUMBER(
            ERROR,
            "“{value}” ไม่ใช่จำนวนเต็ม ตัวแปร {0} เป็นจำนวนนับ โปรดกรอกจำนวนเต็ม",
            "“{value}” is not a whole number, and the measure {0} is a count. Write a whole number."),
    /** Parts of a thing that is counted whole, or of a satang. */
    UNUSUAL_DECIMALS(
            WARNING,
            "“{value}” มีทศนิยมมากกว่าที่หน่วย “{0}” มีได้ (ไม่เกิน {1} ตำแหน่ง) นำเข้าตามที่กรอก โปรดตรวจสอบ",
            "“{value}” has more decimals than “{0}” can have (at most {1}). It was taken as it is; please check it."),
    /** Less than nothing. */
    NEGATIVE(
            ERROR,
            "“{value}” ติดลบ ค่านี้ต้องไม่ต่ำกว่า 0 โปรดตรวจสอบตัวเลข",
            "“{value}” is negative; it must be 0 or more. Check the number."),
    /** A percentage that no figures can give. */
    IMPOSSIBLE_PERCENTAGE(
            ERROR,
            "ร้อยละ “{value}” เป็นไปไม่ได้ เพราะ{0} โปรดตรวจสอบตัวเลข",
            "“{value}” is not possible: {0}. Check the number."),
    /** More than all of it: taken, but somebody should look. */
    ABOVE_ONE_HUNDRED_PERCENT(
            WARNING,
            "“{value}” เกินร้อยละ 100{0} นำเข้าตามที่กรอก โปรดตรวจสอบ",
            "“{value}” is more than 100 %{0}. It was taken as it is; please check it."),
    /** Neither a date nor close to one. */
    NOT_A_DATE(
            ERROR,
            "“{value}” ไม่ใช่วันที่ที่มีอยู่จริง โปรดพิมพ์ วัน/เดือน/ปี เช่น 4/3/2565, ๔ มีนาคม ๒๕๖๕, 4 มี.ค. 65 หรือ 2022-03-04 โดยปีอยู่ระหว่าง พ.ศ. {0} ถึง {1}",
            "“{value}” is not a date that exists. Write day, month, year like 4/3/2565, 4 มี.ค. 65 or 2022-03-04, with a year from {2} to {3} (Buddhist era {0} to {1})."),
    /** A column that can only be read month first. */
    MONTH_FIRST(
            WARNING,
            "วันที่ “{value}” เขียนเดือนก่อนวัน จึงอ่านวันที่ ค.ศ. ทุกช่องในคอลัมน์ “{column}” เป็น เดือน/วัน/ปี โปรดตรวจสอบ",
            "“{value}” has the month first, so all dates of the common era in the column “{column}” were read as month/day/year. Please check them."),
    /** It makes a difference which of two numbers is the month. */
    DAY_OR_MONTH(
            ERROR,
            "“{value}” ในคอลัมน์ “{column}” เป็นได้ทั้ง {0} (วัน/เดือน/ปี) และ {1} (เดือน/วัน/ปี) ซึ่งให้ผลต่างกัน โปรดเลือกลำดับของวันและเดือนในหน้านำเข้า (API: dateOrder=dmy หรือ mdy ระบุทีละคอลัมน์ได้ เช่น {column}:mdy) หรือเขียนปีเป็น พ.ศ.",
            "“{value}” in the column “{column}” can be {0} (day/month/year) or {1} (month/day/year), and it makes a difference. Say which on the import page (API: dateOrder=dmy or mdy; of one column {column}:mdy), or write the dates like 2022-03-04."),
    /** Before the first or after the last day. */
    DATE_OUTSIDE_ROUND(
            ERROR,
            "วันที่ “{value}” อยู่นอกรอบ {0} ({1} ถึง {2}) โปรดตรวจสอบวัน เดือน และปี",
            "The date “{value}” is outside round {0} ({1} to {2}). Check day, month and year."),
    /** A day that has not come yet. */
    DATE_IN_FUTURE(
            WARNING,
            "วันที่ “{value}” ยังมาไม่ถึง ข้อมูลนี้จะมีผลต่ออันดับตั้งแต่วันดังกล่าว โปรดตรวจสอบ",
            "The date “{value}” is still to come. What is said for that day counts from that day on; please check it."),
    /** Done after the day that the figure describes. */
    DATE_AFTER_AS_OF(
            WARNING,
            "วันที่ “{value}” อยู่หลังวันที่ของข้อมูล ({0}) โปรดตรวจสอบวันที่ทั้งสอง",
            "The date “{value}” is after the day that the figure describes ({0}). Please check both."),
    /** A share of what? */
    OF_MISSING(
            ERROR,
            "ไม่มีค่าที่ใช้เทียบของตัวแปร {0} โปรดกรอก{1}ในช่อง “{column}” หรือกรอกค่าเป็นร้อยละ เช่น 82.5%",
            "The measure {0} is compared with something that is missing. Fill in “{column}” ({1}), or give a finished percentage such as 82.5%."),
    /** Of nothing there is no share. */
    OF_ZERO(
            ERROR,
            "ค่าที่ใช้เทียบเป็น 0 จึงคำนวณร้อยละไม่ได้ หากตัวแปร {0} ไม่เกี่ยวข้องกับอำเภอนี้ ให้กรอก n/a ในช่องค่าพร้อมเหตุผลในช่อง note",
            "What it is compared with is 0, so there is no percentage. If the measure {0} does not apply to the district, write n/a as the value and the reason as the note."),
    /** Something to compare with, where nothing is compared. */
    OF_NOT_ALLOWED(
            ERROR,
            "ต้องเว้นว่างช่อง “{column}” เพราะ{0} โปรดลบ “{value}” หรือแก้ไขค่า",
            "“{column}” must be empty, because {0}. Remove “{value}”, or correct the value."),
    /** A target without a result. */
    OF_WITHOUT_VALUE(
            WARNING,
            "มีค่าในช่อง “{column}” แต่ช่องผลว่าง จึงถือว่ายังไม่มีผลการดำเนินงาน",
            "“{column}” is filled in, but its value is empty: it was taken as no result."),
    /** Not applicable, but why? */
    NOTE_MISSING(
            ERROR,
            "กรอก n/a โดยไม่มีเหตุผล โปรดระบุเหตุผลในช่อง note",
            "n/a needs a reason. Write it in the column note."),
    /** A row of the wide form that has a note and no result. */
    NOTE_WITHOUT_VALUE(
            WARNING,
            "แถวนี้มีหมายเหตุ “{value}” แต่ไม่มีผลใดเลย หากเดิมเป็น n/a ที่หายไประหว่างผ่านโปรแกรมอื่น (เช่น pandas ที่ไม่ได้ใช้ keep_default_na=False) โปรดพิมพ์ n/a ใหม่",
            "The row has the note “{value}” but no result. If it had n/a that was lost on the way through another program (such as pandas without keep_default_na=False), write n/a again."),
    /** Two rows about the same thing. */
    DUPLICATE_KEY(
            ERROR,
            "บรรทัดที่ {0} เป็นข้อมูลเดียวกัน: รอบ {1} อำเภอ {2} ตัวแปร {3} ณ วันที่ {4} โปรดคงไว้เพียงแถวเดียว",
            "Lines {0} are about the same figure: round {1}, district {2}, {3}, as of {4}. Keep one of them."),
    /** A second sheet that says what the first said. */
    SAME_ON_OTHER_SHEET(
            WARNING,
            "{0} เป็นข้อมูลเดียวกันและมีค่าเท่ากัน: รอบ {1} อำเภอ {2} ตัวแปร {3} ณ วันที่ {4} จึงนับเพียงครั้งเดียว",
            "{0} say the same of one figure: round {1}, district {2}, {3}, as of {4}. It was taken once."),
    /** One of several sheets was read. */
    SHEET_READ(
            INFORMATION,
            "อ่านแผ่นงาน “{0}” แล้ว ({1} แถวข้อมูล)",
            "The sheet “{0}” was read ({1} rows of data)."),
    /** A sheet of a workbook is something else. */
    SHEET_LEFT_OUT(
            INFORMATION,
            "แผ่นงาน “{0}” ไม่มีแถวชื่อคอลัมน์ที่รู้จัก จึงไม่ถูกนำเข้า",
            "The sheet “{0}” has no known column names and was left out."),
    /** A sheet that is about districts, but has no results. */
    SHEET_NOT_RESULTS(
            WARNING,
            "แผ่นงาน “{0}” มีคอลัมน์อำเภอ แต่ไม่มีคอลัมน์ของผลการดำเนินงาน จึงไม่ถูกนำเข้า หากมีผลที่ต้องนำเข้า โปรดตั้งชื่อคอลัมน์ตามแบบฟอร์ม",
            "The sheet “{0}” has a column of districts but none of results, and was left out. If it has results, name its columns as the template does."),
    /** A sheet that nobody sees in Excel. */
    SHEET_HIDDEN(
            WARNING,
            "แผ่นงาน “{0}” ถูกซ่อนไว้ จึงไม่ถูกนำเข้า หากต้องการนำเข้า โปรดยกเลิกการซ่อนแผ่นงานใน Excel แล้วบันทึกใหม่",
            "The sheet “{0}” is hidden and was left out. If it counts, unhide it in Excel and save the workbook again."),
    /** A figure of an earlier day than that of the one that counts. */
    OVERTAKEN(
            INFORMATION,
            "ผลของอำเภอ {0} ({column}) ณ วันที่ {1} เก็บไว้แล้วแต่ยังไม่มีผลต่ออันดับปัจจุบัน เพราะมีข้อมูลที่ใหม่กว่า ณ วันที่ {2}{3}",
            "The result of district {0} ({column}) as of {1} is kept but does not count today: there is a newer one as of {2}{3}."),
    /** A district that is none any more on the last day of the round. */
    DISTRICT_ENDED(
            ERROR,
            "“{value}” สิ้นสุดเมื่อ {0} ก่อนวันสุดท้ายของรอบ {1} ผลของอำเภอนี้จึงไม่นับในรอบ โปรดใช้อำเภอที่รับช่วงต่อ",
            "“{value}” ended on {0}, before the last day of round {1}, so that its results do not count there. Use the district that followed it."),
    /** The same bytes were taken in before. */
    ALREADY_IMPORTED(
            INFORMATION,
            "ไฟล์นี้นำเข้าแล้วเมื่อ {0} (การนำเข้าครั้งที่ {1}) จึงไม่มีการเปลี่ยนแปลงใด ๆ",
            "This file was imported already on {0} (import {1}); nothing was changed."),
    /** The same bytes were taken in before, for a round that only the request named. */
    IMPORTED_FOR_OTHER_ROUND(
            ERROR,
            "ไฟล์นี้นำเข้าแล้วเป็นผลของรอบ {0} (การนำเข้าครั้งที่ {1}) หากเป็นผลของรอบ {2} ด้วย โปรดเพิ่มคอลัมน์ round ในไฟล์แล้วนำเข้าใหม่",
            "This file was imported already as results of round {0} (import {1}). If it is about round {2} too, add a column round to it and import it again."),
    /** The same bytes were taken in before, with day and month in another order. */
    IMPORTED_WITH_OTHER_DATES(
            ERROR,
            "ไฟล์นี้นำเข้าแล้ว (การนำเข้าครั้งที่ {0}) โดยอ่านวันและเดือนในลำดับอื่น หากลำดับที่เลือกครั้งนี้ถูกต้อง โปรดถอนการนำเข้าครั้งนั้นก่อน แล้วนำเข้าใหม่",
            "This file was imported already (import {0}) with day and month read in the other order. If the order of this time is right, undo that import first, then import the file again."),
    /** Cells of the file were mended, which itself stays as it came. */
    CELLS_MENDED(
            INFORMATION,
            "แก้ค่าไว้ {0} ช่องก่อนนำเข้า ไฟล์ต้นฉบับเก็บไว้ตามที่ส่งมา",
            "Cells fixed before the import: {0}. The file itself is kept as it came."),
    /** More cells are mended than can be without a mended file. */
    TOO_MANY_CORRECTIONS(
            ERROR,
            "แก้ค่าไว้ {0} ช่อง เกินกว่า {1} ช่องที่แก้โดยไม่แก้ไฟล์ได้ โปรดแก้ในไฟล์แล้วนำเข้าใหม่",
            "{0} cells are fixed; the most without a corrected file is {1}. Correct the file itself and import it again."),
    /** What was mended is no longer what stands there. */
    CORRECTED_CELL_DIFFERS(
            ERROR,
            "ช่อง {0} ในแถวนี้เป็น “{1}” ไม่ใช่ “{2}” อย่างที่เห็นเมื่อแก้ค่า การแก้ค่านี้เป็นของไฟล์อื่น โปรดถอนการแก้ค่า แล้วตรวจสอบไฟล์ใหม่",
            "Cell {0} of this row says “{1}”, not “{2}” as it did when it was fixed: that was another file. Take the fix back and check the file again."),
    /** A cell was to be mended that the file does not have. */
    CORRECTED_CELL_MISSING(
            ERROR,
            "ไฟล์ไม่มีช่อง {0} ในบรรทัดนี้ จึงแก้ค่าไม่ได้ โปรดถอนการแก้ค่า แล้วตรวจสอบไฟล์ใหม่",
            "The file has no cell {0} on this line that could be fixed. Take the fix back and check the file again."),
    /** A heading says what all cells below it are. */
    CORRECTED_HEADER(
            ERROR,
            "ช่อง {0} ในบรรทัดนี้เป็นหัวคอลัมน์ หรืออยู่เหนือหัวคอลัมน์ จึงแก้ค่าที่นี่ไม่ได้ โปรดแก้หัวคอลัมน์ในไฟล์แล้วนำเข้าใหม่",
            "Cell {0} on this line is a heading, or stands above the headings, and cannot be fixed here. Correct it in the file and import that one."),
    /** A commit would not do what its dry run showed. */
    DATA_MOVED(
            ERROR,
            "ข้อมูลเปลี่ยนไปหลังจากตรวจสอบไฟล์นี้ จึงยังไม่มีการบันทึก โปรดตรวจสอบผลใหม่แล้วยืนยันอีกครั้ง",
            "The data moved after this file was checked, so nothing was stored. Check the file again, and commit what it shows then."),
    /** The list of issues is cut. */
    MORE_ISSUES(
            INFORMATION,
            "ยังมีอีก {0} รายการที่ไม่ได้แสดง โปรดแก้ไขรายการข้างต้นแล้วตรวจสอบใหม่",
            "There are {0} more, not shown here. Correct those above and check the file again."),
    /** The file of refused rows is cut. */
    MORE_ROWS(
            INFORMATION,
            "มีแถวที่ไม่ผ่าน {0} แถว ไฟล์แถวที่ไม่ผ่านมีเพียง {1} แถวแรก อีก {2} แถวไม่ได้อยู่ในไฟล์นั้น",
            "{0} rows are refused. The file of refused rows gives the first {1}; {2} are left out.");

    private final Severity severity;
    private final String th;
    private final String en;

    IssueCode(Severity severity, String th, String en) {
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
