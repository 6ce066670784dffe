package districtkpi.ui.publication;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** The ways to the publications of a round and to receipts. */
final class PublicationNavigation {

    static final String PATH = OwnAddress.PUBLICATION;
    static final String RECEIPT = OwnAddress.RECEIPT;

    private PublicationNavigation() {}

    /** A link to the receipt of a district's scores. */
    static Anchor receipt(PageState state, DistrictCode district, String text) {
        return PageLink.to(RECEIPT + "/" + district, state.shared(), text);
    }
}
