package districtkpi.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import districtkpi.db.register.EmailAddress;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.template.Template;
import districtkpi.importer.template.TemplateWriter;
import districtkpi.office.refusal.Refused;
import districtkpi.office.register.AddressListService;
import districtkpi.office.register.AddressReport;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.MemoryUpload;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.UploadTexts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The addresses of all offices at once: a list that is pasted or picked, what it would change, and
 * only then the button that stores it.
 */
class AddressPanel extends Composite<Details> {

    private static final int KILOBYTE = 1024;

    private final RoundId round;
    private final AddressListService service;
    private final Words words;
    private final Consumer<String> changed;
    private final TextArea list;
    private final Upload upload;
    private final Div result = new Div();

    /**
     * @param changed is told what was done
     */
    AddressPanel(RoundId round, AddressListService service, Words words, Consumer<String> changed) {
        this.round = round;
        this.service = service;
        this.words = words;
        this.changed = changed;
        this.list = new TextArea(words.of("addresses.list"));
        this.upload = new Upload(new MemoryUpload(AddressListService.MAX_BYTES, this::take));
        list.setId("addresses-list");
        list.setWidthFull();
        list.addClassName("bounded");
        list.setHelperText(words.of("addresses.list.help"));
        // What is stored is what was shown: once the list says something else, it is shown anew.
        list.addValueChangeListener(_ -> result.removeAll());
        Button check = new Button(words.of("addresses.check"), _ -> checkList());
        check.setId("addresses-check");
        Div actions = new Div(check, createUpload());
        actions.addClassName("actions");
        result.setId("addresses-result");
        result.getElement().setAttribute("aria-live", "polite");
        Details panel = getContent();
        panel.setId("addresses");
        panel.setSummaryText(words.of("addresses.title"));
        panel.add(
                new Paragraph(words.of("addresses.intro")),
                createTemplates(),
                list,
                actions,
                result);
    }

    private Component createTemplates() {
        Anchor workbook =
                template("xlsx", words.of("addresses.template.xlsx"), TemplateWriter::xlsx);
        Anchor csv = template("csv", words.of("addresses.template.csv"), TemplateWriter::csv);
        return new Paragraph(
                new Span(words.of("addresses.template") + " "), workbook, new Span(" · "), csv);
    }

    private Anchor template(String form, String text, Function<Template, byte[]> writer) {
        Anchor link =
                new Anchor(
                        DownloadHandler.fromInputStream(_ -> {
                            byte[] file = writer.apply(service.template(round, words.locale()));
                            return new DownloadResponse(
                                    new ByteArrayInputStream(file),
                                    "addresses-%s.%s".formatted(round, form),
                                    "application/octet-stream",
                                    file.length);
                        }),
                        text);
        link.setId("addresses-template-" + form);
        return link;
    }

    private Component createUpload() {
        upload.setId("addresses-upload");
        upload.setMaxFileSize(AddressListService.MAX_BYTES);
        upload.setAcceptedFileExtensions(".xlsx", ".csv", ".tsv", ".txt");
        upload.setDropAllowed(false);
        upload.getElement().addEventListener("upload-start", _ -> result.removeAll());
        upload.setUploadButton(new Button(words.of("addresses.choose")));
        upload.setI18n(
                UploadTexts.of(
                        words,
                        words.of(
                                "addresses.too-big",
                                words.number(AddressListService.MAX_BYTES / KILOBYTE)),
                        words.of("addresses.wrong-type")));
        return upload;
    }

    private void checkList() {
        check(
                new ImportFile(
                        words.of("addresses.list"),
                        list.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    /** What a file would change stands below; the file itself is nowhere. */
    void take(ImportFile file) {
        upload.clearFileList();
        check(file);
    }

    private void check(ImportFile file) {
        try {
            show(file, service.check(round, file));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void show(ImportFile file, AddressReport report) {
        result.removeAll();
        if (report.isRefused()) {
            result.add(new Remark("addresses-refused", words.of("addresses.refused")));
        }
        if (!report.issues().isEmpty()) {
            result.add(bounded(createIssues(report)));
        }
        if (!report.lines().isEmpty()) {
            result.add(bounded(createLines(report)));
        }
        if (report.isStorable()) {
            Button confirm =
                    new Button(
                            words.of("addresses.confirm", words.number(report.changes().size())));
            confirm.setId("addresses-confirm");
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            confirm.addClickListener(_ -> commit(file, report));
            Button cancel = new Button(words.of("addresses.cancel"), _ -> result.removeAll());
            cancel.setId("addresses-cancel");
            Div actions = new Div(confirm, cancel);
            actions.addClassName("actions");
            result.add(actions);
        } else if (!report.isRefused()) {
            result.add(new Remark("addresses-unchanged", words.of("addresses.unchanged")));
        }
    }

    /** A region of its own where there are many rows; who uses the keyboard scrolls it. */
    private static Component bounded(Component rows) {
        Div region = new Div(rows);
        region.addClassName("bounded");
        region.getElement().setAttribute("tabindex", "0");
        return region;
    }

    private Component createIssues(AddressReport report) {
        DataTable table =
                new DataTable(
                        "address-issues", words.of("addresses.issues"), DataTable.Narrow.STACK);
        table.numbers(words.of("issues.line"))
                .column(words.of("issues.value"))
                .column(words.of("issues.message"));
        for (Issue issue : report.issues()) {
            table.row()
                    .number(
                            issue.line() == 0
                                    ? words.of("issues.whole-file")
                                    : words.line(issue.sheet(), issue.line()))
                    .styled("code raw-value", new Span(issue.value()))
                    .cell(words.of(issue.message()));
        }
        return table;
    }

    private Component createLines(AddressReport report) {
        DataTable table =
                new DataTable("address-lines", words.of("addresses.lines"), DataTable.Narrow.STACK);
        table.column(words.of("ranking.district"))
                .column(words.of("addresses.change"))
                .column(words.of("addresses.before"))
                .column(words.of("addresses.after"));
        for (AddressReport.Line line : report.lines()) {
            table.row()
                    .id("address-" + line.district().code())
                    .header(new Span(words.of(line.district().name())))
                    .cell(change(line))
                    .cell(line.before().map(EmailAddress::value).orElse("–"))
                    .cell(line.after().value());
        }
        return table;
    }

    private String change(AddressReport.Line line) {
        if (!line.isChange()) {
            return words.of("addresses.same");
        }
        return line.before().isEmpty() ? words.of("addresses.new") : words.of("addresses.changed");
    }

    private void commit(ImportFile file, AddressReport report) {
        try {
            service.commit(round, file, report);
            result.removeAll();
            if (new String(file.content(), StandardCharsets.UTF_8).equals(list.getValue())) {
                list.clear();
            }
            changed.accept(words.of("addresses.stored", words.number(report.changes().size())));
        } catch (Refused refused) {
            check(file);
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        result.addComponentAsFirst(new Remark("addresses-moved", refused.text(words)));
    }
}
