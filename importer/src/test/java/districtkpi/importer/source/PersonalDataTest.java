package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "นายสมชาย ใจดี",
                "นาย สมชาย",
                "นางสมศรี รักไทย",
                "นางสาวสมศรี",
                "น.ส.สมศรี",
                "น. ส. สมศรี",
                "ด.ช.ดำ",
                "ด.ญ. แดง",
                "เด็กชายดำ",
                "นายกมล ใจดี",
                "นายเกษม",
                "ประสานงาน (นายสมชาย)",
                "Mr. Somchai",
                "MRS SOMSRI",
                "Miss Somsri"
            })
    void findsNamesBehindTitles(String cell) {
        assertThat(PersonalData.find(cell)).contains(ExtractIssueCode.PERSON_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "นายอำเภอ",
                "นายอำเภอพบประชาชน",
                "ฯพณฯ นายกรัฐมนตรี",
                "นายก อบต.",
                "นายทะเบียน",
                "นายูง",
                "นาง",
                "อำเภอนายูง",
                "นางรอง",
                "กลุ่มนางฟ้าผ้าไหม",
                "นางรำ",
                "บ้านนายม",
                "นาแก",
                "โครงการน้ำประปา",
                "ดอกไม้",
                "Mrauk U",
                "Mission",
                "smart missing"
            })
    void letsPostsPlacesAndProjectsThrough(String cell) {
        assertThat(PersonalData.find(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0812345678",
                "081-234-5678",
                "08 1234 5678",
                "โทร.๐๘๑-๒๓๔-๕๖๗๘",
                "+66812345678",
                "042-411-234",
                "02-123-4567"
            })
    void findsTelephoneNumbers(String cell) {
        assertThat(PersonalData.find(cell)).contains(ExtractIssueCode.TELEPHONE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "43/0001234",
                "1234567890",
                "812345678.50",
                "1,812,345,678",
                "0.0812345678",
                "43010101",
                "2565-01-31 12:30"
            })
    void letsAmountsContractsAndDaysThrough(String cell) {
        assertThat(PersonalData.find(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123",
                "1-2345-67890-12-3",
                "๑๒๓๔๕๖๗๘๙๐๑๒๓",
                "1\u200B234567890123"
            })
    void findsCitizensNumbers(String cell) {
        assertThat(PersonalData.find(cell)).contains(IssueCode.PERSONAL_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ชื่อ-สกุล",
                "ชื่อ - นามสกุล",
                "ชื่อผู้กู้",
                "ผู้กู้",
                "ผู้เสนอโครงการ",
                "เลขประจำตัวประชาชน",
                "เลขบัตรประชาชน 13 หลัก",
                "เบอร์โทรศัพท์",
                "Full name",
                "Citizen ID",
                "borrower"
            })
    void knowsHeadingsOfPersons(String heading) {
        assertThat(PersonalData.isInHeading(heading)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ชื่อโครงการ",
                "ชื่อหมู่บ้าน",
                "ชื่อศูนย์",
                "ลูกหนี้คงเหลือ ณ 1 ต.ค.",
                "กลุ่มผู้ผลิต",
                "district name"
            })
    void knowsHeadingsOfThings(String heading) {
        assertThat(PersonalData.isInHeading(heading)).isFalse();
    }
}
