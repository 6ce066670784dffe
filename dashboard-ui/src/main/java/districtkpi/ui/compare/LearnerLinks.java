package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.List;

/** For which of the chosen districts somebody to learn from is looked for. */
class LearnerLinks extends Composite<Nav> {

    LearnerLinks(
            List<DistrictCode> districts,
            DistrictCode learner,
            DistrictNames names,
            PageState state,
            Words words) {
        getContent().setId("learners");
        getContent().getElement().setAttribute("aria-label", words.of("compare.learner"));
        UnorderedList list = new UnorderedList();
        list.addClassName("compare-tabs");
        for (DistrictCode district : districts) {
            Anchor link =
                    PageLink.to(
                            CompareNavigation.PATH,
                            state.with(CompareNavigation.LEARNER, district),
                            words.of("compare.learn-for", names.of(district)));
            if (district.equals(learner)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(link));
        }
        getContent().add(list);
    }
}
