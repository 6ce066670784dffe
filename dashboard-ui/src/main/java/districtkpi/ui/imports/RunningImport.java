package districtkpi.ui.imports;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import districtkpi.office.importing.ImportJob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The import that a reader has running: it goes on when the page is loaded again. */
@SpringComponent
@VaadinSessionScope
class RunningImport {

    private @Nullable ImportJob running;

    Optional<ImportJob> get() {
        return Optional.ofNullable(running);
    }

    void keep(ImportJob job) {
        running = job;
    }

    /** The reader may have started another one in a second window. */
    @SuppressWarnings("ReferenceEquality") // A job is equal to nothing but itself.
    void forget(ImportJob job) {
        if (running == job) {
            running = null;
        }
    }
}
