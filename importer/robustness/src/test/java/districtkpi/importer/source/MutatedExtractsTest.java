package districtkpi.importer.source;

import static districtkpi.importer.table.WorkbookBytes.row;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.Mutations;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.RowReader;
import districtkpi.importer.table.RowReaders;
import districtkpi.importer.table.TestDistricts;
import districtkpi.importer.table.UnreadableFileException;
import districtkpi.importer.table.WorkbookBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every extract, however broken, is read or refused, soon and in little memory. */
class MutatedExtractsTest {

    static final byte[] TEXT =
            """
            กิจกรรมไตรมาส 2,,,
            อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก
            ท่าบ่อ,"อบรม, ศึกษาดูงาน",9/2/2565,10/2/2565
            4301,ประชุม,๔ มีนาคม ๒๕๖๕,
            รวม,2,,1
            """
                    .getBytes(StandardCharsets.UTF_8);
    static final WorkbookBytes WORKBOOK =
            new WorkbookBytes()
                    .sheet("ปก", row(1, "คำชี้แจง"))
                    .sheet(
                            "ข้อมูล",
                            row(2, "อำเภอ", "กิจกรรม", "วันที่ดำเนินการ", "วันที่บันทึก")
                                    + "<row r='3'><c t='s'><v>0</v></c><c t='inlineStr'><is><t>อบรม</t></is></c><c s='2'><v>44601</v></c>"
                                    + "<c s='2'><f>C3+1</f><v>44602</v></c></row>"
                                    + row(4, "รวม", "1"));

    private static final ImportLimits LIMITS =
            new ImportLimits(10 << 20, Integer.MAX_VALUE - 1, 1_000, 4_000, 1_000);

    private final SourceDescription source = ExtractContext.source("bpm");
    private final RoundSpan span =
            new RoundSpan(ExtractContext.ROUND, LocalDate.of(2021, 10, 1), ExtractContext.AS_OF);
    private final DistrictNames districts = new DistrictNames(TestDistricts.NONG_KHAI);
    private final ExtractRowWriter writer = new ExtractRowWriter((_, _, _) -> {}, 1);

    @TempDir private Path folder;

    @Test
    void textsAreReadOrRefused() {
        Mutations.check("extract", random -> Mutations.of(TEXT, random), this::isRefused);
    }

    @Test
    void workbooksAreReadOrRefused() {
        Mutations.check(
                "extract workbook", random -> Mutations.of(WORKBOOK, random), this::isRefused);
    }

    /** As the service reads it, but for the database. */
    private boolean isRefused(byte[] content) {
        IssueLog log = new IssueLog(1_000);
        ExtractReading reading =
                new ExtractReading(
                        source,
                        Map.of(),
                        Map.of(),
                        span,
                        districts,
                        null,
                        WhatCounts.NONE,
                        Doubts.open(),
                        Repeats.open(),
                        DateOrders.said(DateAnswer.NONE),
                        CellCorrections.NONE,
                        LIMITS,
                        log);
        try {
            // Written over, a file is flushed to the disk when it is closed.
            Path file = Files.write(folder.resolve("extract"), content, CREATE_NEW, WRITE);
            try (RowReader rows = RowReaders.open(file, "extract", LIMITS)) {
                reading.read(rows, writer, ImportProgress.NONE, content.length);
            } catch (UnreadableFileException refused) {
                log.add(refused);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log.hasErrors();
    }
}
