package districtkpi.ui.api;

import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportReport;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.WhatCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ExtractReport} in the form of the API: that of every import, and what was made of the
 * rows.
 */
record ExtractAnswer(
        @Nullable Long id,
        ImportReport.Status status,
        String file,
        String sha256,
        int rows,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<ReportAnswer.IssueAnswer> issues,
        List<ReportAnswer.ImpactAnswer> impact,
        @Nullable String basis,
        List<EffectAnswer.ChangeAnswer> changes,
        int changesLeftOut,
        List<EffectAnswer.LevelAnswer> levels,
        int leftOut,
        List<SheetAnswer> sheets,
        List<WorkingAnswer> workings,
        List<PartAnswer> parts,
        List<LeftOutAnswer> leftOutRows,
        List<QuestionAnswer> questions) {

    /** A sheet that was read: the heading of each column, and headings that were left out. */
    record SheetAnswer(
            String sheet, int headerLine, Map<String, String> columns, List<String> others) {

        private static SheetAnswer of(ExtractReport.Sheet sheet) {
            Map<String, String> columns = new TreeMap<>();
            sheet.columns().forEach((key, heading) -> columns.put(key.value(), heading));
            return new SheetAnswer(sheet.name(), sheet.headerLine(), columns, sheet.others());
        }
    }

    /** How a figure came about. */
    record WorkingAnswer(String district, String measure, String working, String workingTh) {}

    /**
     * What a figure was made of on one sheet: rows that it is about, and others of the district.
     */
    record PartAnswer(String district, String measure, String sheet, int rows, int others) {

        private static PartAnswer of(ExtractReport.Part part) {
            return new PartAnswer(
                    part.district().value(),
                    part.measure().value(),
                    part.sheet(),
                    part.rows(),
                    part.others());
        }
    }

    /** Rows that were left out; the district is null where they do not say it. */
    record LeftOutAnswer(
            String sheet, @Nullable String district, String reason, int rows, int firstLine) {

        private static LeftOutAnswer of(ExtractReport.LeftOut leftOut) {
            return new LeftOutAnswer(
                    leftOut.sheet(),
                    leftOut.district().map(DistrictCode::value).orElse(null),
                    leftOut.reason(),
                    leftOut.rows(),
                    leftOut.firstLine());
        }
    }

    /** What has to be answered, by which parameter of the query, and with which values. */
    record QuestionAnswer(
            String parameter,
            List<String> choices,
            List<String> districts,
            List<DoubtfulRowAnswer> rows) {

        private static QuestionAnswer of(ExtractReport.Question question) {
            return switch (question) {
                case ExtractReport.Question.Sheets(var sheets, var districts, _) ->
                        new QuestionAnswer(
                                Query.SHEETS.wireName(),
                                Stream.concat(
                                                Stream.of(WhatCounts.ALL_SHEETS),
                                                sheets.stream().map(ExtractReport.SheetRows::sheet))
                                        .toList(),
                                districts.stream().map(DistrictCode::value).toList(),
                                List.of());
                case ExtractReport.Question.TotalRows(var rows) -> ofRows(Query.TOTAL_ROWS, rows);
                case ExtractReport.Question.RepeatedRows(var rows) ->
                        ofRows(Query.REPEATED_ROWS, rows);
            };
        }

        private static QuestionAnswer ofRows(Query query, List<ExtractReport.DoubtfulRow> rows) {
            return new QuestionAnswer(
                    query.wireName(),
                    Arrays.stream(WhatCounts.DoubtfulRows.values())
                            .map(WhatCounts.DoubtfulRows::key)
                            .toList(),
                    rows.stream()
                            .flatMap(row -> row.district().stream())
                            .map(DistrictCode::value)
                            .distinct()
                            .sorted()
                            .toList(),
                    rows.stream().map(DoubtfulRowAnswer::of).toList());
        }
    }

    /**
     * A row that may be a total, or repeat the row whose line is its value; the district is null
     * where the row does not say it.
     */
    record DoubtfulRowAnswer(
            String sheet,
            int line,
            @Nullable String district,
            String value,
            String amounts,
            String amountsTh) {

        private static DoubtfulRowAnswer of(ExtractReport.DoubtfulRow row) {
            return new DoubtfulRowAnswer(
                    row.sheet(),
                    row.line(),
                    row.district().map(DistrictCode::value).orElse(null),
                    // Of a row that is restated, the line that says it again.
                    row.other().isPresent() ? Integer.toString(row.other().getAsInt()) : row.text(),
                    row.amounts().en(),
                    row.amounts().th());
        }
    }

    static ExtractAnswer of(ExtractReport report) {
        ReportAnswer answer = ReportAnswer.of(report.report());
        return new ExtractAnswer(
                answer.id(),
                answer.status(),
                answer.file(),
                answer.sha256(),
                answer.rows(),
                answer.created(),
                answer.changed(),
                answer.unchanged(),
                answer.rejected(),
                answer.issues(),
                answer.impact(),
                answer.basis(),
                answer.changes(),
                answer.changesLeftOut(),
                answer.levels(),
                report.leftOut(),
                report.sheets().stream().map(SheetAnswer::of).toList(),
                report.workings().stream()
                        .map(working ->
                                new WorkingAnswer(
                                        working.district().value(),
                                        working.measure().value(),
                                        working.text().en(),
                                        working.text().th()))
                        .toList(),
                report.parts().stream().map(PartAnswer::of).toList(),
                report.leftOutRows().stream().map(LeftOutAnswer::of).toList(),
                report.questions().stream().map(QuestionAnswer::of).toList());
    }
}
