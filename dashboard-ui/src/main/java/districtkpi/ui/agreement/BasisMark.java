package districtkpi.ui.agreement;

import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Basis;
import districtkpi.office.words.Words;

/** Says whether a rule stands in the agreement or was assumed. */
class BasisMark extends Span {

    BasisMark(Basis basis, Words words) {
        switch (basis) {
            case STATED -> {
                setText(words.of("basis.stated"));
                addClassNames("basis", "basis-stated");
            }
            case ASSUMED -> {
                setText(words.of("basis.assumed"));
                addClassNames("basis", "basis-assumed");
            }
        }
    }
}
