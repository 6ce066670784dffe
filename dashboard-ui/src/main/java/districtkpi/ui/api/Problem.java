package districtkpi.ui.api;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.domain.LocalizedText;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.office.refusal.Refused;
import districtkpi.ui.security.SignInException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as {@code application/problem+json} says it (RFC 9457), in Thai and in
 * English.
 *
 * @param status of the answer
 * @param type what kind of problem it is: stable, lower case with hyphens
 * @param title the kind in words
 * @param detail what is wrong here and what to do
 */
record Problem(HttpStatus status, String type, LocalizedText title, LocalizedText detail) {

    private static final LocalizedText WRONG_PARAMETER =
            new LocalizedText("พารามิเตอร์ไม่ถูกต้อง", "Wrong parameter");

    static Problem unknownRound(String round) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-round",
                new LocalizedText("ไม่พบรอบการประเมิน", "Unknown round"),
                new LocalizedText(
                        "ไม่มีรอบการประเมิน “" + round + "” ดูรอบที่มีได้ที่ /api/v1/rounds.json",
                        "There is no round “"
                                + round
                                + "”. /api/v1/rounds.json lists the rounds that there are."));
    }

    static Problem unknownRevision(String round, Object revision) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-revision",
                new LocalizedText("ไม่พบฉบับประกาศ", "Unknown revision"),
                new LocalizedText(
                        "รอบ %1$s ไม่มีฉบับประกาศที่ “%2$s” ดูฉบับที่มีได้ที่ /api/v1/rounds/%1$s/publications.json"
                                .formatted(round, revision),
                        "Round %1$s has no revision “%2$s”. /api/v1/rounds/%1$s/publications.json lists those that it has."
                                .formatted(round, revision)));
    }

    static Problem notPublishable(String round, Refused.Reason reason) {
        LocalizedText detail =
                switch (reason) {
                    case UNKNOWN -> unknownRound(round).detail();
                    case NO_RESULT ->
                            new LocalizedText(
                                    "ยังไม่มีอำเภอใดมีผลการดำเนินงาน นำเข้าผลก่อนแล้วจึงประกาศ",
                                    "No district has any result. Import results first.");
                    case ALREADY_PUBLISHED ->
                            new LocalizedText(
                                    "ข้อมูลตรงกับฉบับที่ประกาศล่าสุดแล้ว จึงไม่มีสิ่งใดให้ประกาศเพิ่ม",
                                    "The newest revision says the same already: there is nothing to publish.");
                    case NO_REASON ->
                            new LocalizedText(
                                    "ฉบับแก้ไขต้องระบุเหตุผล ใส่ในพารามิเตอร์ reason",
                                    "A further revision needs a reason: give it as the parameter reason.");
                    default ->
                            new LocalizedText(
                                    "ข้อมูลเปลี่ยนไปหลังจากที่แสดง จึงยังไม่ได้ประกาศ ตรวจดูอีกครั้งด้วย dryRun=true",
                                    "The data moved since it was shown, so nothing was published. Look again with dryRun=true.");
                };
        return new Problem(
                HttpStatus.CONFLICT,
                "not-publishable",
                new LocalizedText("ประกาศผลไม่ได้", "Cannot be published"),
                detail);
    }

    static Problem unknownDistrict(String district, String round) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-district",
                new LocalizedText("ไม่พบอำเภอ", "Unknown district"),
                new LocalizedText(
                        "รอบ "
                                + round
                                + " ไม่มีอำเภอรหัส “"
                                + district
                                + "” ดูอำเภอที่มีได้ที่ /api/v1/rounds/"
                                + round
                                + "/ranking.csv",
                        "Round "
                                + round
                                + " has no district “"
                                + district
                                + "”. /api/v1/rounds/"
                                + round
                                + "/ranking.csv lists those that it has."));
    }

    static Problem unknownImport(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-import",
                new LocalizedText("ไม่พบการนำเข้า", "Unknown import"),
                new LocalizedText(
                        "ไม่มีการนำเข้าเลขที่ “"
                                + id
                                + "” ดูการนำเข้าที่มีได้ที่ /api/v1/imports.json",
                        "There is no import “"
                                + id
                                + "”. /api/v1/imports.json lists the imports that there are."));
    }

    static Problem notUndoable(NotUndoableException.Cause because, LocalizedText text) {
        return new Problem(
                HttpStatus.CONFLICT,
                switch (because) {
                    case ALREADY_UNDONE -> "already-undone";
                    case CONFIRMATIONS_UNKNOWN -> "confirmations-unknown";
                    case SIGNED_OFF -> "round-signed-off";
                },
                new LocalizedText("ถอนการนำเข้าไม่ได้", "Cannot be undone"),
                text);
    }

    static Problem unknownExtract(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-extract",
                new LocalizedText("ไม่พบแถวข้อมูล", "Unknown extract"),
                new LocalizedText(
                        "ไม่มีการนำเข้าเลขที่ “" + id + "” ที่มาจากระบบต้นทาง",
                        "There is no import “" + id + "” of an extract of a source system."));
    }

    static Problem unknownSource(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-source",
                new LocalizedText("ไม่พบแหล่งข้อมูล", "Unknown source"),
                new LocalizedText(
                        "ไม่มีแหล่งข้อมูล “" + id + "” ดูรายการได้ที่ /api/v1/sources.json",
                        "There is no source “" + id + "”; /api/v1/sources.json lists them."));
    }

    static Problem unknownAddress(String path) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-address",
                new LocalizedText("ไม่พบที่อยู่นี้", "Unknown address"),
                new LocalizedText(
                        "ไม่มีข้อมูลที่ “" + path + "”", "There is nothing at “" + path + "”."));
    }

    static Problem wrongMethod(String method, Collection<String> allowed) {
        String list = allowed.stream().sorted().collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.METHOD_NOT_ALLOWED,
                "wrong-method",
                new LocalizedText("ใช้วิธีเรียกนี้ไม่ได้", "Wrong method"),
                new LocalizedText(
                        "ที่อยู่นี้ใช้ " + method + " ไม่ได้ ใช้ได้เฉพาะ " + list,
                        "This address does not take " + method + ", only " + list + "."));
    }

    static Problem wrongParameter(String name, LocalizedText detail) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "wrong-parameter",
                WRONG_PARAMETER,
                new LocalizedText(name + ": " + detail.th(), name + ": " + detail.en()));
    }

    static Problem unknownParameter(String name, Collection<String> known) {
        String list = known.stream().sorted().collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                new LocalizedText("ไม่รู้จักพารามิเตอร์", "Unknown parameter"),
                new LocalizedText(
                        "ไม่รู้จักพารามิเตอร์ “"
                                + name
                                + "” "
                                + (known.isEmpty()
                                        ? "ที่อยู่นี้ไม่มีพารามิเตอร์"
                                        : "พารามิเตอร์ที่ใช้ได้คือ " + list),
                        "The parameter “"
                                + name
                                + "” is not known here. "
                                + (known.isEmpty() ? "None is." : "Known are: " + list + ".")));
    }

    static Problem notAForm() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "not-a-form",
                new LocalizedText("ชนิดเนื้อหาไม่ถูกต้อง", "Wrong content type"),
                new LocalizedText(
                        "โปรดส่งไฟล์แบบ multipart/form-data ในส่วนที่ชื่อ “file”",
                        "Send the file as multipart/form-data, in the part named “file”."));
    }

    static Problem brokenForm() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "broken-form",
                new LocalizedText("อ่านข้อมูลที่ส่งมาไม่ได้", "Broken form"),
                new LocalizedText(
                        "อ่านข้อมูลแบบ multipart/form-data ไม่ได้ ข้อมูลอาจขาดหายระหว่างส่ง โปรดส่งใหม่",
                        "The multipart/form-data could not be read. Part of it may have been lost on"
                                + " the way: send it again."));
    }

    /**
     * @param limit of everything that is said before the content of a file, its name among it
     */
    static Problem nameTooLong(String limit) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "name-too-long",
                new LocalizedText("ชื่อไฟล์ยาวเกินไป", "File name too long"),
                new LocalizedText(
                        "ชื่อไฟล์หรือส่วนหัวของไฟล์ที่ส่งมายาวเกิน "
                                + limit
                                + " โปรดตั้งชื่อไฟล์ให้สั้นลงแล้วส่งใหม่",
                        "The file's name, or another header of its part, is longer than "
                                + limit
                                + ". Give the file a shorter name and send it again."));
    }

    static Problem tooManyParts() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "not-one-file",
                new LocalizedText("ต้องส่งหนึ่งไฟล์", "Not one file"),
                new LocalizedText(
                        "ข้อมูลที่ส่งมามีหลายส่วนเกินไป ต้องมีไฟล์หนึ่งไฟล์ในส่วนที่ชื่อ “file”",
                        "The form has too many parts. One file is expected, in the part named"
                                + " “file”."));
    }

    static Problem notOneFile(int files) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "not-one-file",
                new LocalizedText("ต้องส่งหนึ่งไฟล์", "Not one file"),
                new LocalizedText(
                        "ต้องมีไฟล์หนึ่งไฟล์ในส่วนที่ชื่อ “file” แต่พบ " + files + " ไฟล์",
                        "One file is expected, in the part named “file”; there are "
                                + files
                                + "."));
    }

    static Problem tooLarge(String limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                new LocalizedText("ไฟล์ใหญ่เกินไป", "Too large"),
                new LocalizedText(
                        "ไฟล์ใหญ่เกินกว่า " + limit + " โปรดแบ่งเป็นหลายไฟล์",
                        "The file is larger than " + limit + ". Send it in several files."));
    }

    static Problem foreignPage(String origin) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "foreign-page",
                new LocalizedText("ไม่รับไฟล์จากเว็บอื่น", "Another site's page"),
                new LocalizedText(
                        "ไม่รับข้อมูลที่หน้าเว็บของ “" + origin + "” ส่งมา",
                        "A page of “" + origin + "” may not send anything here."));
    }

    static Problem notSignedIn() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                new LocalizedText("ยังไม่ได้เข้าสู่ระบบ", "Not signed in"),
                new LocalizedText(
                        "โปรดส่งโทเค็นของบัญชี (Authorization: Bearer …) หรือชื่อผู้ใช้และรหัสผ่าน"
                                + " (HTTP Basic) มาด้วย",
                        "Send a token of your account (Authorization: Bearer …), or user name and"
                                + " password (HTTP Basic)."));
    }

    static Problem signInRefused(SignInException.Reason reason) {
        return switch (reason) {
            case WRONG, TOKEN ->
                    new Problem(
                            HttpStatus.UNAUTHORIZED,
                            "wrong-credentials",
                            new LocalizedText("เข้าสู่ระบบไม่ได้", "Wrong credentials"),
                            reason == SignInException.Reason.TOKEN
                                    ? new LocalizedText(
                                            "ไม่รู้จักโทเค็นนี้ หรือโทเค็นหมดอายุหรือถูกยกเลิกแล้ว",
                                            "This token is unknown, out of date or revoked.")
                                    : new LocalizedText(
                                            "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง",
                                            "The user name or the password is wrong."));
            case LOCKED ->
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "locked",
                            new LocalizedText("บัญชีถูกพักการใช้งานชั่วคราว", "Locked for a while"),
                            new LocalizedText(
                                    "ใส่รหัสผ่านผิดติดต่อกันหลายครั้ง โปรดรอสักครู่ หรือติดต่อผู้ดูแลระบบ",
                                    "There were too many failures in a row. Wait a while, or ask an"
                                            + " administrator."));
            case NO_ACCOUNT, DISABLED, UNREACHABLE, DECLINED, NOT_BEGUN, UNVERIFIED ->
                    throw new IllegalStateException("No call comes by an identity provider");
            case TOO_MANY ->
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-failures",
                            new LocalizedText("เข้าสู่ระบบผิดพลาดหลายครั้ง", "Too many failures"),
                            new LocalizedText(
                                    "มีการเข้าสู่ระบบผิดพลาดจากที่อยู่นี้หลายครั้ง โปรดรอสักครู่",
                                    "Too many sign-ins from this address failed. Wait a while."));
        };
    }

    static Problem notPermitted() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "not-permitted",
                new LocalizedText("ไม่มีสิทธิ์", "Not permitted"),
                new LocalizedText(
                        "บัญชีหรือโทเค็นนี้ไม่มีสิทธิ์ทำรายการนี้",
                        "This account or token may not do this."));
    }

    static Problem temporaryPassword() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "temporary-password",
                new LocalizedText("ต้องเปลี่ยนรหัสผ่านก่อน", "Change the password first"),
                new LocalizedText(
                        "รหัสผ่านนี้เป็นรหัสผ่านชั่วคราว โปรดเข้าสู่ระบบที่หน้าเว็บเพื่อตั้งรหัสผ่านใหม่",
                        "This is a temporary password: sign in on the page and choose another."));
    }

    static Problem noOrigin() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "no-origin",
                new LocalizedText("ไม่ทราบที่มาของคำขอ", "No origin"),
                new LocalizedText(
                        "เบราว์เซอร์ที่เข้าสู่ระบบแล้วต้องส่ง Origin มาด้วยเมื่อแก้ไขข้อมูล โปรแกรมอื่นโปรดใช้โทเค็น",
                        "A signed-in browser has to send an Origin with what changes something;"
                                + " programs use a token."));
    }

    static Problem busy(long seconds) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                new LocalizedText("ระบบกำลังทำงานอื่นอยู่มาก", "Too much at once"),
                new LocalizedText(
                        "ขณะนี้มีไฟล์รอดำเนินการจำนวนมาก จึงยังไม่ได้เริ่มคำขอนี้และไม่มีข้อมูลใดถูกบันทึก"
                                + " โปรดส่งใหม่ในอีกประมาณ "
                                + seconds
                                + " วินาที (Retry-After)",
                        "So many files are waiting that this one was not begun, and nothing was"
                                + " stored. Send it again in about "
                                + seconds
                                + " seconds (Retry-After)."));
    }

    /** Whatever else Spring refuses; only the status is known. */
    static Problem refused(HttpStatus status) {
        return new Problem(
                status,
                "refused",
                new LocalizedText("คำขอไม่ถูกต้อง", "Refused"),
                new LocalizedText(
                        "คำขอนี้ดำเนินการไม่ได้ (" + status.value() + ")",
                        "This request cannot be carried out ("
                                + status.value()
                                + " "
                                + status.getReasonPhrase()
                                + ")."));
    }

    static Problem of(DatabaseFailure failure) {
        return switch (failure) {
            case AWAY ->
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "database-away",
                            new LocalizedText(
                                    "ฐานข้อมูลไม่พร้อมใช้งานชั่วคราว", "The database is away"),
                            new LocalizedText(
                                    "ฐานข้อมูลไม่ตอบ ระบบจะใช้งานต่อได้เองเมื่อฐานข้อมูลกลับมา โปรดลองใหม่อีกครั้ง"
                                            + " สิ่งที่ส่งมาอาจยังไม่ได้บันทึก โปรดตรวจสอบก่อน ส่งไฟล์เดิมซ้ำได้โดยไม่มีอะไรเปลี่ยน",
                                    "The database does not answer. The program goes on by itself"
                                            + " once it is back: try again in a moment. What was"
                                            + " sent may not have been stored, so look first; the"
                                            + " same file again changes nothing."));
            case FULL ->
                    new Problem(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "disk-full",
                            new LocalizedText("พื้นที่เก็บข้อมูลเต็ม", "The disk is full"),
                            new LocalizedText(
                                    "ดิสก์ที่เก็บข้อมูลไม่มีที่ว่างพอ จึงไม่มีข้อมูลใดของคำขอนี้ถูกบันทึก โปรดแจ้งผู้ดูแลระบบให้เพิ่มที่ว่าง แล้วส่งใหม่"
                                            + " ระบบใช้งานต่อได้เองเมื่อมีที่ว่าง",
                                    "There is too little room on the disk with the data, so nothing"
                                            + " of this request was stored. Have the administrator"
                                            + " make room and send it again; the program goes on by"
                                            + " itself once there is room."));
        };
    }

    static Problem ownFault() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "own-fault",
                new LocalizedText("ระบบขัดข้อง", "Our fault"),
                new LocalizedText(
                        "ระบบขัดข้อง ไม่มีข้อมูลใดถูกบันทึก รายละเอียดอยู่ในบันทึกการทำงานของระบบ",
                        "Something went wrong here and nothing was stored. The program's log says"
                                + " what."));
    }
}
