package districtkpi.ui.parts;

import com.vaadin.flow.component.upload.UploadI18N;
import districtkpi.office.words.Words;
import java.util.List;

/** What an upload says by itself, in the reader's language. */
public final class UploadTexts {

    private UploadTexts() {}

    /**
     * All that it says.
     *
     * @param tooBig what is said of a file that is too large
     * @param wrongType what is said of a file of another kind
     */
    public static UploadI18N of(Words words, String tooBig, String wrongType) {
        UploadI18N texts = new UploadI18N();
        texts.setError(
                new UploadI18N.Error()
                        .setTooManyFiles(words.of("import.error.too-many"))
                        .setFileIsTooBig(tooBig)
                        .setIncorrectFileType(wrongType));
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
                                        .setFileTooLarge(tooBig)));
        texts.setFile(
                new UploadI18N.File()
                        .setRetry(words.of("import.retry"))
                        .setStart(words.of("import.start"))
                        .setRemove(words.of("import.remove")));
        texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB", "TB")));
        return texts;
    }
}
