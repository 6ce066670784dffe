package districtkpi.office.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.table.WorkbookBytes;
import districtkpi.importer.template.TemplateWriter;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of all offices at once, in the round 2565-1. */
class AddressListIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final DistrictCode THA_BO = DistrictCode.of("4302");

    private static TestDatabase database;
    private static RecordingContext context;
    private static AddressListService lists;
    private static OfficeAddressRepository addresses;

    @BeforeAll
    static void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        lists = context.get(AddressListService.class);
        addresses = context.get(OfficeAddressRepository.class);
        context.signIn(context.addPlanner("coordination", UnitId.of("coordination")));
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    private static ImportFile file(String text) {
        return new ImportFile("list", text.getBytes(UTF_8));
    }

    private static AddressReport check(String text) {
        return lists.check(ROUND, file(text));
    }

    private static void set(DistrictCode district, Optional<String> address) {
        context.get(RegisterService.class)
                .changeAddress(ROUND, district, address.map(EmailAddress::of));
    }

    private static long audited() {
        return context.get(AuditTrail.class)
                .findNewest(new AuditFilter(AuditAction.ADDRESS_CHANGED, null), Long.MAX_VALUE, 100)
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4302,thabo@example.go.th\n4305,phonphisai@example.go.th",
                "อ.ท่าบ่อ\tthabo@example.go.th\r\nPhon Phisai\tphonphisai@example.go.th\r\n",
                "email;อำเภอ\n thabo@example.go.th ;๔๓๐๒\n\nphonphisai@example.go.th;โพนพิสัย",
                "ลำดับ,ชื่ออำเภอ,อีเมล,หมายเหตุ\n1,ท่าบ่อ,thabo@example.go.th,\n"
                        + "2,โพนพิสัย,phonphisai@example.go.th,ใหม่\n3,สังคม,,ยังไม่มี",
            })
    void readsWhatPeoplePaste(String text) {
        AddressReport report = check(text);
        assertThat(report.issues()).isEmpty();
        assertThat(report.lines())
                .extracting(line -> line.district().code() + " " + line.after())
                .containsExactly("4302 thabo@example.go.th", "4305 phonphisai@example.go.th");
    }

    @ParameterizedTest
    @CsvSource({
        "'4302,ไม่มี', NOT_AN_ADDRESS, 1",
        "'district,email\n4302,a@example.go.th\n4399,b@example.go.th', UNKNOWN_DISTRICT, 3",
        "'4302,a@example.go.th\nท่าบ่อ,b@example.go.th', DISTRICT_TWICE, 2",
        "'district,district_name,email\n4302,สังคม,a@example.go.th', DISTRICT_MISMATCH, 2",
        "'4302,a@example.go.th\n,b@example.go.th', DISTRICT_MISSING, 2",
        "'4302,1430200012347@example.go.th', PERSONAL_NUMBER, 1",
        "'4302 a@example.go.th', NO_ADDRESS_COLUMNS, 1",
        "'district,email\n4302,', NO_ADDRESSES, 0",
        "'', EMPTY_FILE, 0",
    })
    void saysWhatIsWrongAndWhere(String text, String code, int line) {
        AddressReport report = check(text);
        assertThat(report.issues()).extracting(Issue::code, Issue::line).hasSize(1);
        assertThat(report.issues().getFirst().code()).isEqualTo(code);
        assertThat(report.issues().getFirst().line()).isEqualTo(line);
        assertThat(report.isStorable()).isFalse();
    }

    @Test
    void aFormulaThatNobodyWorkedOutIsNoEmptyCell() {
        ImportFile file =
                new ImportFile(
                        "list.xlsx",
                        new WorkbookBytes()
                                .sheet(
                                        "A",
                                        WorkbookBytes.row(1, "district", "district_name", "email")
                                                + "<row r='2'><c r='A2'><v>4302</v></c><c r='C2'><f>E2</f><v></v></c></row>"
                                                + "<row r='3'><c r='A3'><v>4305</v></c><c r='B3'><f>E2</f></c></row>"
                                                + "<row r='4'><c r='A4'><f>E2</f><v/></c></row>"
                                                + "<row r='5'><c r='A5'><v>4301</v></c><c r='C5' t='str'><f>\"\"</f><v></v></c></row>")
                                .bytes());

        assertThat(lists.check(ROUND, file).issues())
                .extracting(issue -> issue.code() + " " + issue.line() + " " + issue.column())
                .containsExactly(
                        "SPREADSHEET_ERROR 2 email",
                        "SPREADSHEET_ERROR 3 district_name",
                        "SPREADSHEET_ERROR 4 district");
    }

    private static ImportFile workbook(WorkbookBytes workbook) {
        return new ImportFile("list.xlsx", workbook.bytes());
    }

    @Test
    void readsEverySheetAndSaysWhichWereRead() {
        AddressReport report =
                lists.check(
                        ROUND,
                        workbook(
                                new WorkbookBytes()
                                        .sheet(
                                                "เหนือ",
                                                WorkbookBytes.row(1, "อีเมลของสำนักงาน 2565")
                                                        + WorkbookBytes.row(3, "อำเภอ", "อีเมล")
                                                        + WorkbookBytes.row(
                                                                4, "4302", "thabo@example.go.th")
                                                        + WorkbookBytes.row(5, "4301", "-")
                                                        + WorkbookBytes.row(6, "4307", "NA"))
                                        .sheet(
                                                "ใต้",
                                                WorkbookBytes.row(1, "อีเมล", "อำเภอ")
                                                        + WorkbookBytes.row(
                                                                2,
                                                                "phonphisai@example.go.th",
                                                                "4305")
                                                        + WorkbookBytes.row(
                                                                3, "thabo@example.go.th", "ท่าบ่อ"))
                                        .sheet("อื่น ๆ", WorkbookBytes.row(1, "บันทึก"))));

        assertThat(report.isRefused()).isFalse();
        assertThat(report.lines())
                .extracting(line -> line.district().code() + " " + line.after())
                .containsExactly("4302 thabo@example.go.th", "4305 phonphisai@example.go.th");
        assertThat(report.issues())
                .extracting(issue -> issue.sheet() + " " + issue.code() + " " + issue.line())
                .containsExactlyInAnyOrder(
                        " SHEET_READ 0",
                        " SHEET_READ 0",
                        " SHEET_LEFT_OUT 0",
                        "เหนือ TITLE_LEFT_OUT 1",
                        "เหนือ SIGN_OF_NOTHING 5",
                        "เหนือ SIGN_OF_NOTHING 6");
    }

    @Test
    void twoSheetsWithTwoAddressesOfOneOfficeAreRefused() {
        AddressReport report =
                lists.check(
                        ROUND,
                        workbook(
                                new WorkbookBytes()
                                        .sheet(
                                                "A",
                                                WorkbookBytes.row(1, "district", "email")
                                                        + WorkbookBytes.row(
                                                                2, "4302", "a@example.go.th"))
                                        .sheet(
                                                "B",
                                                WorkbookBytes.row(1, "district", "email")
                                                        + WorkbookBytes.row(
                                                                2, "4302", "b@example.go.th"))));

        assertThat(report.isRefused()).isTrue();
        assertThat(report.issues())
                .filteredOn(issue -> issue.code().equals("DISTRICT_TWICE"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.sheet() + issue.line()).isEqualTo("B2");
                    assertThat(issue.message().en()).contains("A!2");
                });
    }

    @Test
    void aTitleAboveAListIsLeftOut() {
        AddressReport named = check("รายชื่ออีเมล,\nอำเภอ,อีเมล\n4302,thabo@example.go.th");
        AddressReport unnamed = check("รายชื่ออีเมล,\n4302,thabo@example.go.th\n4305,-");

        for (AddressReport report : List.of(named, unnamed)) {
            assertThat(report.isRefused()).isFalse();
            assertThat(report.lines()).hasSize(1);
            assertThat(report.issues()).extracting(Issue::code).contains("TITLE_LEFT_OUT");
        }
        assertThat(check("4302,thabo@example.go.th\n-,b@example.go.th").isRefused()).isTrue();
    }

    @Test
    void storesAllOfWhatWasShownOrNothing() {
        set(THA_BO, Optional.of("old@example.go.th"));
        set(DistrictCode.of("4307"), Optional.of("same@example.go.th"));
        set(DistrictCode.of("4308"), Optional.empty());
        String text = "4302,new@example.go.th\n4307,same@example.go.th\n4308,first@example.go.th";
        AddressReport shown = check(text);
        assertThat(shown.changes())
                .extracting(line -> line.before().map(EmailAddress::value))
                .containsExactly(Optional.of("old@example.go.th"), Optional.empty());

        set(THA_BO, Optional.of("meanwhile@example.go.th"));
        long before = audited();
        assertThatThrownBy(() -> lists.commit(ROUND, file(text), shown))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.ADDRESSES_MOVED));
        assertThat(addresses.findAll()).doesNotContainKey(DistrictCode.of("4308"));
        assertThat(audited()).isEqualTo(before);

        lists.commit(ROUND, file(text), check(text));
        assertThat(addresses.find(THA_BO)).contains(EmailAddress.of("new@example.go.th"));
        assertThat(addresses.findAll())
                .containsEntry(DistrictCode.of("4308"), EmailAddress.of("first@example.go.th"));
        assertThat(audited()).as("one for each that changed").isEqualTo(before + 2);
        assertThat(check(text).changes()).isEmpty();
    }

    @Test
    void aTemplateReadBackChangesNothing() {
        set(THA_BO, Optional.of("+thabo@example.go.th"));
        for (Locale locale : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            var template = lists.template(ROUND, locale);
            assertThat(template.rows()).hasSize(9);
            for (byte[] bytes :
                    List.of(TemplateWriter.csv(template), TemplateWriter.xlsx(template))) {
                AddressReport report = lists.check(ROUND, new ImportFile("back", bytes));
                assertThat(report.isRefused()).isFalse();
                assertThat(report.issues())
                        .as("the sheet that explains the form")
                        .extracting(Issue::code)
                        .isSubsetOf("SHEET_READ", "SHEET_LEFT_OUT");
                assertThat(report.lines())
                        .anySatisfy(line ->
                                assertThat(line.after()).hasToString("+thabo@example.go.th"));
                assertThat(report.changes()).isEmpty();
            }
        }
    }

    @Test
    void aDistrictMayNot() {
        var planner = context.addPlanner("other", UnitId.of("coordination"));
        context.signIn(context.addDistrict("thabo", THA_BO));
        try {
            assertThatThrownBy(() -> check("4302,a@example.go.th")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> lists.template(ROUND, Locale.ENGLISH))
                    .isInstanceOf(Refused.class);
        } finally {
            context.signIn(planner);
        }
    }
}
