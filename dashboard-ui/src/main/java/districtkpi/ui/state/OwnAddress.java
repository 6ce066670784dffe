package districtkpi.ui.state;

import com.vaadin.flow.server.VaadinServletRequest;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.office.reminder.FormAddress;
import districtkpi.office.setting.ProgramAddress;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address of the program, so that one works outside of it too: on a command line, on paper and
 * in an e-mail. It is the one that an administrator set, else the one where the reader found it.
 */
@Component
public class OwnAddress implements FormAddress {

    /** The path of the form on which a district records its results. */
    public static final String RECORD = "record";

    /** Whose form or receipt it is. */
    public static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::toString);

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

    private final Settings settings;

    OwnAddress(Settings settings) {
        this.settings = settings;
    }

    /** Without a slash at its end. */
    public String get() {
        return known().orElseGet(OwnAddress::found);
    }

    /** That an administrator set, where somebody did. */
    private Optional<String> known() {
        return settings.get(Setting.ADDRESS).map(ProgramAddress::value);
    }

    private static String found() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request ->
                        ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                                .build()
                                .toUriString())
                .orElse(USUAL);
    }

    /** The whole address of the receipt of a district's scores in a revision. */
    public String receipt(Publication revision, DistrictCode district) {
        return of(RECEIPT + "/" + district, revision);
    }

    /** The whole address of a revision, with its digest and what it changed. */
    public String publication(Publication revision) {
        return of(PUBLICATION, revision);
    }

    /** The whole address of a version of an officer's sheet. */
    public String sheet(OfficerSheet sheet) {
        return of(
                OFFICER + "/" + sheet.officerId(),
                PageState.EMPTY.withRound(sheet.round()).with(SHEET, sheet.version()));
    }

    @Override
    public Optional<String> record(RoundId round, DistrictCode district) {
        return known().map(address ->
                of(address, RECORD, PageState.EMPTY.withRound(round).with(DISTRICT, district)));
    }

    private String of(String path, Publication revision) {
        return of(path, PageState.EMPTY.withRevision(revision.round(), revision.revision()));
    }

    private String of(String path, PageState state) {
        return of(get(), path, state);
    }

    private static String of(String address, String path, PageState state) {
        return address + "/" + path + "?" + state.toQuery().getQueryString();
    }

    private static Integer version(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("Not a version: " + text);
        }
        return Integer.valueOf(text);
    }
}
