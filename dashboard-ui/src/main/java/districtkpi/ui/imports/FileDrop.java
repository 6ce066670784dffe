package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.InMemoryUploadCallback;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import districtkpi.ui.words.Words;
import java.util.List;

/**
 * Where a file is dropped or picked. It stays while the page around it changes.
 *
 * <p>It takes one file at a time: a file that was taken is removed before another one.
 */
class FileDrop extends Composite<Upload> {

    /** What a file may weigh; the importers have their own, tighter limits. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private final Button button = new Button();
    private final Span label = new Span();

    FileDrop(InMemoryUploadCallback receiver, Runnable removed) {
        Upload upload = getContent();
        upload.setId("file-drop");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".xlsx", ".csv", ".tsv", ".txt", ".yaml", ".yml");
        upload.setUploadHandler(new LimitedHandler(receiver));
        upload.addFileRemovedListener(_ -> removed.run());
        button.setId("file-button");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(label);
    }

    /** Lets another file in. */
    void clear() {
        getContent().clearFileList();
    }

    void speak(Words words) {
        button.setText(words.of("import.choose"));
        label.setText(words.of("import.drop"));
        UploadI18N texts = new UploadI18N();
        texts.setAddFiles(new UploadI18N.AddFiles());
        texts.getAddFiles().setOne(words.of("import.choose"));
        texts.setDropFiles(new UploadI18N.DropFiles());
        texts.getDropFiles().setOne(words.of("import.drop"));
        texts.setError(
                new UploadI18N.Error()
                        .setTooManyFiles(words.of("import.error.too-many"))
                        .setFileIsTooBig(words.of("import.error.too-big"))
                        .setIncorrectFileType(words.of("import.error.type")));
        texts.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting(words.of("import.status.connecting"))
                                        .setStalled(words.of("import.status.stalled"))
                                        .setProcessing(words.of("import.status.processing"))
                                        .setHeld(words.of("import.status.held")))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix(words.of("import.status.remaining"))
                                        .setUnknown(words.of("import.status.unknown")))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(words.of("import.error.server"))
                                        .setUnexpectedServerError(words.of("import.error.server"))
                                        .setForbidden(words.of("import.error.server"))
                                        .setFileTooLarge(words.of("import.error.too-big"))));
        texts.setFile(
                new UploadI18N.File()
                        .setRetry(words.of("import.retry"))
                        .setStart(words.of("import.start"))
                        .setRemove(words.of("import.remove")));
        texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB", "TB")));
        getContent().setI18n(texts);
    }

    /** The server's own limit: the one in the browser can be got round. */
    private static final class LimitedHandler extends InMemoryUploadHandler {

        LimitedHandler(InMemoryUploadCallback receiver) {
            super(receiver);
        }

        @Override
        public long getFileSizeMax() {
            return MOST_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return MOST_BYTES + 1024L;
        }
    }
}
