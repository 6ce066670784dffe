package districtkpi.ui.recording;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.server.Command;
import districtkpi.db.recording.EvidenceType;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.importer.ImportFile;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.office.work.BusyException;
import districtkpi.ui.parts.DiskUpload;
import districtkpi.ui.parts.UploadTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Takes evidence in, several files at once: pictures of telephones are made into JPEG before they
 * are sent, and whatever is not taken stands beside its name with the reason.
 */
@JavaScript("context://pictures.js")
class EvidenceUpload extends Composite<Div> {

    /** What the browser makes a JPEG of, where it can. */
    private static final List<String> PICTURES = List.of("heic", "heif", "webp");

    private static final Pattern PICTURE =
            Pattern.compile(".*\\.(heic|heif|webp)", Pattern.CASE_INSENSITIVE);

    private static final String SENDING =
            "element.files.filter(file => file.uploading).map(file => file.name)";
    private static final String FAILED =
            "element.files.filter(file => file.error).map(file => file.name)";

    /** What the browser says whenever a file goes on its way, arrives, or does not. */
    private static final List<String> COURSE =
            List.of(
                    "upload-before",
                    "upload-success",
                    "upload-error",
                    "upload-abort",
                    "file-remove",
                    "pictures-end");

    private final EvidenceFiles files;
    private final Words words;
    private final Consumer<ImportFile> receiver;
    private final Runnable kept;
    private final Runnable begun;
    private final Upload upload;
    private final UnorderedList refusals = new UnorderedList();
    private final Map<String, ListItem> refused = new LinkedHashMap<>();
    private List<String> converting = List.of();
    private List<String> sending = List.of();
    private List<String> failed = List.of();

    /**
     * @param receiver keeps a file, without access to the page; may refuse it
     * @param kept is told once a file was kept
     * @param begun is told when a file begins to be sent
     */
    EvidenceUpload(
            IndicatorId indicator,
            EvidenceFiles files,
            Words words,
            Consumer<ImportFile> receiver,
            Runnable kept,
            Runnable begun) {
        this.files = files;
        this.words = words;
        this.receiver = receiver;
        this.kept = kept;
        this.begun = begun;
        upload =
                new Upload(
                        new DiskUpload(
                                () -> RecordingService.MAX_EVIDENCE_BYTES, files, this::receive));
        upload.setId("upload-" + indicator);
        upload.setMaxFileSize(RecordingService.MAX_EVIDENCE_BYTES);
        upload.setAcceptedFileExtensions(
                Stream.concat(
                                Stream.of(EvidenceType.values())
                                        .flatMap(type -> type.extensions().stream()),
                                PICTURES.stream())
                        .map(extension -> "." + extension)
                        .toArray(String[]::new));
        Button choose = new Button(words.of("evidence.add"));
        choose.setAriaLabel(words.of("evidence.add-to", indicator));
        upload.setUploadButton(choose);
        upload.setDropAllowed(false);
        upload.setI18n(
                UploadTexts.of(words, words.of("refused.too-big"), words.of("refused.wrong-type")));
        upload.addFileRejectedListener(
                rejected -> refuse(rejected.getFileName(), rejected.getErrorMessage()));
        watch();
        refusals.setId("not-taken-" + indicator);
        refusals.addClassName("evidence-refusals");
        Div alert = new Div(refusals);
        alert.getElement().setAttribute("role", "alert");
        Span help = new Span(words.of("evidence.help"));
        help.addClassName("soft");
        getContent().addClassName("evidence-upload");
        getContent().add(upload, help, alert);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        upload.getElement().executeJs("window.districtKpiPictures.prepare(this)");
    }

    private void watch() {
        for (String event : COURSE) {
            upload.getElement()
                    .addEventListener(event, this::follow)
                    .addEventData(SENDING)
                    .addEventData(FAILED);
        }
        upload.getElement()
                .addEventListener(
                        "pictures-begin",
                        event -> {
                            converting = names(event, "event.detail.names");
                            begun.run();
                        })
                .addEventData("event.detail.names");
        upload.getElement()
                .addEventListener(
                        "picture-unreadable",
                        event ->
                                refuse(
                                        event.getEventData().get("event.detail.name").asString(),
                                        words.of("evidence.unreadable-picture")))
                .addEventData("event.detail.name");
    }

    private void follow(DomEvent event) {
        sending = names(event, SENDING);
        failed = names(event, FAILED);
        if (event.getType().equals("pictures-end")) {
            converting = List.of();
        }
        if (event.getType().equals("upload-before")) {
            begun.run();
        }
    }

    private static List<String> names(DomEvent event, String key) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : event.getEventData().get(key)) {
            names.add(name.asString());
        }
        return names;
    }

    /** What is on its way: made smaller, waiting, or being sent. */
    List<String> underWay() {
        return Stream.concat(converting.stream(), sending.stream()).distinct().toList();
    }

    /** What was chosen and is not among the evidence. */
    List<String> notTaken() {
        return Stream.concat(refused.keySet().stream(), failed.stream()).distinct().toList();
    }

    /** Waits for its turn and keeps the file before it has access to the page, which goes on. */
    private void receive(String file, Path upload, UI page) {
        String name = new ImportFile(file, new byte[0]).safeName();
        Command told;
        try {
            files.take(file, upload, receiver);
            told =
                    () -> {
                        forget(name);
                        kept.run();
                    };
        } catch (Refused why) {
            told = () -> refuse(name, reason(name, why));
        } catch (BusyException _) {
            told = () -> refuse(name, words.of("evidence.busy"));
        } finally {
            files.delete(upload);
        }
        Future<Void> _ = page.access(told);
    }

    /** A browser that made no JPEG of a picture sent it as it is. */
    private String reason(String name, Refused why) {
        return why.reason() == Refused.Reason.WRONG_TYPE && PICTURE.matcher(name).matches()
                ? words.of("evidence.unreadable-picture")
                : why.text(words);
    }

    private void refuse(String name, String reason) {
        forget(name);
        Span text = new Span(words.of("evidence.not-taken", name, reason));
        Button dismiss = new Button(words.of("evidence.not-taken.dismiss"), _ -> forget(name));
        dismiss.setAriaLabel(words.of("evidence.not-taken.dismiss-one", name));
        ListItem item = new ListItem(text, dismiss);
        refused.put(name, item);
        refusals.add(item);
    }

    private void forget(String name) {
        ListItem before = refused.remove(name);
        if (before != null) {
            refusals.remove(before);
        }
    }
}
