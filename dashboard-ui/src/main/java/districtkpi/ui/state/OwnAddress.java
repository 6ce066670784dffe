package districtkpi.ui.state;

import com.vaadin.flow.server.VaadinServletRequest;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the reader found the program, so that an address works outside of it too: on a command line
 * and on paper.
 */
public final class OwnAddress {

    /** The path of a district's receipt, before the code of the district. */
    public static final String RECEIPT = "receipt";

    /** The path of the publications of a round. */
    public static final String PUBLICATION = "publication";

    /** The path of an officer's sheets, before the number of the officer. */
    public static final String OFFICER = "cascade/officer";

    /** Which version of the sheet; the newest where the address does not say. */
    public static final Parameter<Integer> SHEET =
            new Parameter<>("sheet", OwnAddress::version, String::valueOf);

    private static final String USUAL = "http://localhost:8080";

    private OwnAddress() {}

    /** Without a slash at its end. */
    public static String get() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request ->
                        ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                                .build()
                                .toUriString())
                .orElse(USUAL);
    }

    /** The whole address of the receipt of a district's scores in a revision. */
    public static String receipt(Publication revision, DistrictCode district) {
        return of(RECEIPT + "/" + district, revision);
    }

    /** The whole address of a revision, with its digest and what it changed. */
    public static String publication(Publication revision) {
        return of(PUBLICATION, revision);
    }

    /** The whole address of a version of an officer's sheet. */
    public static String sheet(OfficerSheet sheet) {
        return of(
                OFFICER + "/" + sheet.officerId(),
                PageState.EMPTY.withRound(sheet.round()).with(SHEET, sheet.version()));
    }

    private static String of(String path, Publication revision) {
        return of(path, PageState.EMPTY.withRevision(revision.round(), revision.revision()));
    }

    private static String of(String path, PageState state) {
        return get() + "/" + path + "?" + state.toQuery().getQueryString();
    }

    private static Integer version(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("Not a version: " + text);
        }
        return Integer.valueOf(text);
    }
}
