package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.DistrictTermsWords;
import districtkpi.office.words.Words;
import java.util.function.Function;

/** What was agreed otherwise for single districts, a line each. */
public final class DistrictTermsList extends Composite<Div> {

    /**
     * @param lead what it is, above the lines
     * @param names of districts
     */
    public DistrictTermsList(
            Indicator indicator, String lead, Function<DistrictCode, String> names, Words words) {
        Div content = getContent();
        content.setId("district-terms-" + indicator.id());
        content.addClassName("district-terms");
        UnorderedList list = new UnorderedList();
        list.addClassName("conditions");
        DistrictTermsWords said = new DistrictTermsWords(words);
        for (DistrictTerms terms : indicator.districts()) {
            list.add(
                    new ListItem(
                            words.of(
                                    "district-terms.line",
                                    names.apply(terms.district()),
                                    said.of(indicator, terms))));
        }
        content.add(new Paragraph(lead), list);
    }
}
