package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DiskUpload;
import districtkpi.ui.parts.UploadTexts;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Where a file is dropped or picked. It stays while the page around it changes.
 *
 * <p>It takes one file at a time: a file that was taken is removed before another one.
 */
class FileDrop extends Composite<Upload> {

    /** What a file of results may weigh; the importers have their own, tighter limits. */
    static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final int MEGABYTE = 1024 * 1024;

    private final Button button = new Button();
    private final Span label = new Span();
    private volatile int limit = MAX_BYTES;

    /**
     * @param files where a file is kept
     * @param receiver gets each file with the name that it has where it comes from, and deletes it
     */
    FileDrop(ReceivedFiles files, BiConsumer<String, Path> receiver, Runnable removed) {
        Upload upload = getContent();
        upload.setId("file-drop");
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".xlsx", ".csv", ".tsv", ".txt", ".yaml", ".yml");
        upload.setUploadHandler(
                new DiskUpload(
                        () -> limit,
                        files,
                        (name, file, page) -> {
                            Future<Void> _ = page.access(() -> receiver.accept(name, file));
                        }));
        upload.addFileRemovedListener(_ -> removed.run());
        button.setId("file-button");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(label);
    }

    /** As large as it is what the page is about. */
    void large(boolean large) {
        getContent().setClassName("large-drop", large);
    }

    /** Lets another file in. */
    void clear() {
        getContent().clearFileList();
    }

    /**
     * @param maxBytes what the next file may weigh
     */
    void speak(Words words, int maxBytes) {
        limit = maxBytes;
        getContent().setMaxFileSize(maxBytes);
        String tooBig =
                words.of(
                        maxBytes > MAX_BYTES
                                ? "import.error.extract-too-big"
                                : "import.error.too-big",
                        words.number(maxBytes / MEGABYTE));
        button.setText(words.of("import.choose"));
        label.setText(words.of("import.drop"));
        UploadI18N texts = UploadTexts.of(words, tooBig, words.of("import.error.type"));
        texts.setAddFiles(new UploadI18N.AddFiles());
        texts.getAddFiles().setOne(words.of("import.choose"));
        texts.setDropFiles(new UploadI18N.DropFiles());
        texts.getDropFiles().setOne(words.of("import.drop"));
        getContent().setI18n(texts);
    }
}
