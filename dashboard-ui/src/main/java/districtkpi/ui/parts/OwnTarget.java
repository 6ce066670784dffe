package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.DistrictTermsWords;
import districtkpi.office.words.StageWords;
import districtkpi.office.words.Words;
import java.util.Optional;

/** What a level asks for in one district, beside the printed text of the level. */
public final class OwnTarget extends Composite<Paragraph> {

    private OwnTarget(String text, String style) {
        getContent().setText(text);
        getContent().addClassNames("own-target", style);
    }

    /**
     * On a page; absent where the text of the level holds.
     *
     * @param indicator as it holds on a day
     */
    public static Optional<OwnTarget> of(
            Indicator indicator, int level, DistrictCode district, Words words) {
        return new DistrictTermsWords(words)
                .here(indicator, level, district)
                .or(() -> new StageWords(words).here(indicator, level))
                .map(text -> new OwnTarget(text, "of-name"));
    }

    /** On a form, likewise. */
    public static Optional<OwnTarget> onPaper(
            Indicator indicator, int level, DistrictCode district, Words paper) {
        return new DistrictTermsWords(paper)
                .here(indicator, level, district)
                .or(() -> new StageWords(paper).here(indicator, level))
                .map(text -> new OwnTarget(text, "form-remark"));
    }
}
