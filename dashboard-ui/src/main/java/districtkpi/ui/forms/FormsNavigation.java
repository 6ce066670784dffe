package districtkpi.ui.forms;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The ways to the printed forms; each carries the round and its revision along. */
public final class FormsNavigation {

    static final String AGREEMENT = "forms/agreement";
    static final String EVALUATION = "forms/evaluation";
    static final String SUMMARY = "forms/summary";
    static final String OFFICER = "forms/officer";

    /** Whose agreement it is; absent for a blank one. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    private FormsNavigation() {}

    /** A link to the agreement without the name of a district. */
    public static Anchor agreement(PageState state, Words words) {
        return link(AGREEMENT, state.shared(), "to-agreement-form", words.of("form.agreement"));
    }

    /** A link to the agreement with a district. */
    public static Anchor agreement(PageState state, DistrictCode district, Words words) {
        return link(
                AGREEMENT,
                state.shared().with(DISTRICT, district),
                "to-agreement-form",
                words.of("form.agreement"));
    }

    /** A link to the evaluation sheet of a district. */
    public static Anchor evaluation(PageState state, DistrictCode district, Words words) {
        return link(
                EVALUATION + "/" + district,
                state.shared(),
                "to-evaluation-form",
                words.of("form.evaluation"));
    }

    /** A link to the summary of all districts. */
    public static Anchor summary(PageState state, Words words) {
        return link(SUMMARY, state.shared(), "to-summary-form", words.of("form.summary"));
    }

    /** A link to a version of an officer's sheet. */
    public static Anchor officer(PageState state, OfficerSheet sheet, Words words) {
        return link(
                OFFICER + "/" + sheet.officerId(),
                state.shared().with(OwnAddress.SHEET, sheet.version()),
                "to-officer-form",
                words.of("form.officer"));
    }

    private static Anchor link(String path, PageState state, String id, String text) {
        Anchor link = PageLink.to(path, state, text);
        link.setId(id);
        return link;
    }
}
