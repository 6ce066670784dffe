package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.NewExtract.Working;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractReport.Sheet;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.DataLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** What was made of an extract: which columns were recognised, and how each figure came about. */
class ExtractPanel {

    /** Rows of a part that is open from the start. */
    private static final int MAX_OPEN = 5;

    private final ExtractRequest request;
    private final ExtractReport report;
    private final Optional<Scoreboard> board;
    private final Words words;

    /**
     * @param board of the round
     */
    ExtractPanel(
            ExtractRequest request, ExtractReport report, Optional<Scoreboard> board, Words words) {
        this.request = request;
        this.report = report;
        this.board = board;
        this.words = words;
    }

    /** Of what the file was taken for an extract. */
    Component what() {
        Paragraph what =
                new Paragraph(
                        words.of(
                                "extract.what",
                                words.of(request.source().name()),
                                words.round(request.round()),
                                words.shortDate(request.asOf())));
        what.setId("extract-what");
        request.district()
                .ifPresent(code -> what.add(" " + words.of("extract.what.of", district(code))));
        return what;
    }

    /** What was made of the file, each part behind a line that says how much there is in it. */
    List<Component> parts() {
        List<Component> parts = new ArrayList<>();
        if (!report.sheets().isEmpty()) {
            parts.add(recognised());
        }
        if (!report.workings().isEmpty()) {
            int workings = report.workings().size();
            parts.add(
                    folded(
                            "workings-part",
                            counted(words.of("workings.caption"), workings),
                            workings <= MAX_OPEN,
                            Workings::new));
        }
        if (!report.parts().isEmpty()) {
            int figures = report.parts().size();
            parts.add(
                    folded(
                            "parts-part",
                            counted(words.of("parts.caption"), figures),
                            figures <= MAX_OPEN,
                            this::rowsOfFigures));
        }
        if (!report.leftOutRows().isEmpty()) {
            long rows = report.leftOutRows().stream().mapToLong(ExtractReport.LeftOut::rows).sum();
            parts.add(
                    folded(
                            "left-out-part",
                            counted(words.of("left-out.caption"), rows),
                            report.leftOutRows().size() <= MAX_OPEN,
                            this::leftOut));
        }
        return parts;
    }

    /** Each sheet with the headings that were recognised and those that were not. */
    private Component recognised() {
        boolean complete = true;
        long found = 0;
        List<Column> columns = request.source().columns();
        for (Sheet sheet : report.sheets()) {
            Set<ColumnKey> known = sheet.columns().keySet();
            found += columns.stream().filter(column -> known.contains(column.key())).count();
            complete &=
                    columns.stream()
                            .allMatch(column -> !column.required() || known.contains(column.key()));
        }
        return folded(
                "recognised-part",
                words.of(
                        "recognised.count",
                        words.number(found),
                        words.number((long) columns.size() * report.sheets().size())),
                // What is missing is not hidden.
                !complete,
                Recognised::new);
    }

    private String counted(String what, long count) {
        return words.of("extract.part", what, words.number(count));
    }

    /** Its content is made once somebody looks at it. */
    private static Component folded(
            String id, String summary, boolean open, Supplier<Component> content) {
        Details details = new Details(summary);
        details.setId(id);
        details.addClassName("extract-part");
        if (open) {
            details.add(content.get());
            details.setOpened(true);
        } else {
            details.addOpenedChangeListener(change -> {
                if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                    details.add(content.get());
                }
            });
        }
        return details;
    }

    /** How many rows of which sheets made each figure. */
    private Component rowsOfFigures() {
        DataTable table = new DataTable("parts", words.of("parts.caption"), DataTable.Narrow.STACK);
        table.still();
        table.column(words.of("ranking.district")).column(words.of("figures.measure"));
        boolean sheets = report.parts().stream().anyMatch(part -> !part.sheet().isEmpty());
        if (sheets) {
            table.column(words.of("parts.sheet"));
        }
        table.numbers(words.of("parts.rows")).numbers(words.of("parts.others"));
        for (ExtractReport.Part part : report.parts()) {
            DataTable.Row row =
                    table.row()
                            .header(new Span(district(part.district())))
                            .cell(measure(part.measure()));
            if (sheets) {
                row.cell(part.sheet());
            }
            row.number(words.number(part.rows())).number(words.number(part.others()));
        }
        return table;
    }

    /** The rows that were left out, and why. */
    private Component leftOut() {
        DataTable table =
                new DataTable("left-out", words.of("left-out.caption"), DataTable.Narrow.STACK);
        table.still();
        table.numbers(words.of("left-out.first"))
                .column(words.of("ranking.district"))
                .column(words.of("left-out.reason"))
                .numbers(words.of("left-out.rows"));
        for (ExtractReport.LeftOut some : report.leftOutRows()) {
            table.row()
                    .number(words.line(some.sheet(), some.firstLine()))
                    .cell(some.district().map(this::district).orElse("–"))
                    .cell(words.of(reason(some.reason())))
                    .number(words.number(some.rows()));
        }
        return table;
    }

    private static String reason(String code) {
        return switch (code) {
            case "TOTAL_LEFT_OUT" -> "left-out.total";
            case "PROVINCE_LEFT_OUT" -> "left-out.province";
            case "NOTE_LEFT_OUT" -> "left-out.note";
            case "OTHER_YEAR_LEFT_OUT" -> "left-out.other-year";
            case "SHEET_NOT_CHOSEN" -> "left-out.sheet";
            case "REPEATED_ROW_LEFT_OUT" -> "left-out.repeated";
            default -> throw new IllegalArgumentException("No reason to leave rows out: " + code);
        };
    }

    private String measure(MeasureId id) {
        return board.stream()
                .flatMap(known -> known.agreement().indicators())
                .flatMap(indicator -> name(indicator, id).stream())
                .findFirst()
                .orElse(id.value());
    }

    private Optional<String> name(Indicator indicator, MeasureId id) {
        return indicator
                .measure(id)
                .map(measure -> indicator.id() + " " + words.of(measure.name()));
    }

    private String district(DistrictCode code) {
        return board.flatMap(known -> known.district(code))
                .map(district -> words.of(district.name()))
                .orElse(code.value());
    }

    private final class Recognised extends Composite<Div> {

        Recognised() {
            getContent().setId("recognised");
            List<Sheet> sheets = report.sheets();
            for (int i = 0; i < sheets.size(); i++) {
                getContent().add(table(sheets.get(i), "recognised-" + (i + 1)));
                if (!sheets.get(i).others().isEmpty()) {
                    getContent()
                            .add(
                                    new Paragraph(
                                            words.of(
                                                    "recognised.others",
                                                    String.join(" · ", sheets.get(i).others()))));
                }
            }
        }

        private Component table(Sheet sheet, String id) {
            String line = words.number(sheet.headerLine());
            DataTable table =
                    new DataTable(
                            id,
                            sheet.name().isEmpty()
                                    ? words.of("recognised.caption", line)
                                    : words.of("recognised.caption-of", sheet.name(), line),
                            DataTable.Narrow.STACK);
            table.still();
            table.column(words.of("recognised.column")).column(words.of("recognised.heading"));
            for (Column column : request.source().columns()) {
                DataTable.Row row = table.row().header(new Span(words.of(column.name())));
                String heading = sheet.columns().get(column.key());
                if (heading != null) {
                    row.styled("code", new Span(heading));
                } else if (column.required()) {
                    row.style("not-found").cell(words.of("recognised.missing"));
                } else {
                    row.cell(words.of("recognised.none"));
                }
            }
            return table;
        }
    }

    private final class Workings extends Composite<Div> {

        Workings() {
            OptionalLong id = report.report().id();
            DataTable table =
                    new DataTable("workings", words.of("workings.caption"), DataTable.Narrow.STACK);
            table.still();
            table.column(words.of("ranking.district"))
                    .column(words.of("figures.measure"))
                    .column(words.of("workings.working"));
            if (id.isPresent()) {
                table.column(words.of("workings.rows"));
            }
            for (Working working : report.workings()) {
                DataTable.Row row =
                        table.row()
                                .header(new Span(district(working.district())))
                                .cell(measure(working.measure()))
                                .cell(words.of(working.text()));
                if (id.isPresent()) {
                    row.cell(link(id.getAsLong(), working));
                }
            }
            getContent().add(table);
        }

        private Anchor link(long id, Working working) {
            return DataLink.rows(
                    id, working.district(), working.measure(), words.of("workings.csv"));
        }
    }
}
