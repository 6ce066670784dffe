package districtkpi.ui.trends;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;
import java.util.Optional;

/** The way to the trends: across rounds, why a total moved, and within a round. */
public final class TrendsNavigation {

    static final String PATH = "trends";

    private static final String TOTAL = "total";

    /** The place of what is said about one district. */
    static final String WHY = "why";

    /** The districts that are to stand out. */
    static final Parameter<List<DistrictCode>> DISTRICTS = Parameter.districts("districts");

    /** The district whose movement and course are shown. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    /** How links once said which points are followed; the section of every page says it now. */
    static final Parameter<Optional<SectionId>> MEASURE =
            new Parameter<>(
                    "measure",
                    text -> text.equals(TOTAL) ? Optional.empty() : Optional.of(SectionId.of(text)),
                    section -> section.map(SectionId::value).orElse(TOTAL));

    /** The concept that is followed instead of a total. */
    static final Parameter<ConceptId> CONCEPT =
            new Parameter<>("concept", ConceptId::of, ConceptId::value);

    /** The measure whose course within the round is shown. */
    static final Parameter<MeasureKey> COURSE =
            new Parameter<>("course", MeasureKey::parse, MeasureKey::toString);

    /** What is shown below the pictures. */
    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    /** What is shown below the pictures; the causes first. */
    enum Tab {
        CAUSES,
        ROUNDS,
        COURSE,
        RULES
    }

    private TrendsNavigation() {}

    /** The tab that is shown: whoever follows something sees it. */
    static Tab tab(PageState state) {
        if (state.chosen(TAB).isPresent()) {
            return state.chosen(TAB).get();
        }
        if (state.chosen(COURSE).isPresent()) {
            return Tab.COURSE;
        }
        return state.chosen(CONCEPT).isPresent() ? Tab.ROUNDS : Tab.CAUSES;
    }

    static List<Parameter<?>> parameters() {
        return List.of(DISTRICTS, DISTRICT, MEASURE, CONCEPT, COURSE, TAB);
    }

    /**
     * The state with the section that an old link names in its own way; where the address has both,
     * the section counts.
     */
    static PageState withSection(PageState state) {
        PageState current = state.with(MEASURE, null);
        return state.chosenSection().isPresent()
                ? current
                : state.chosen(MEASURE)
                        .flatMap(section -> section)
                        .map(section -> current.withPart(section, state.chosenUnit().orElse(null)))
                        .orElse(current);
    }

    static void go(PageState changed) {
        UI.getCurrent().navigate(PATH, changed.toQuery());
    }

    /** A link to the trends of all districts. */
    public static Anchor link(PageState state, String text) {
        return PageLink.to(PATH, state.shared(), text);
    }

    /** A link to why the total of a district moved since the round before. */
    public static Anchor linkToMovement(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state.shared().with(DISTRICT, district), WHY, text);
    }

    /** The same screen with another choice. */
    static Anchor again(PageState state, String text) {
        return PageLink.to(PATH, state, text);
    }

    /** The same screen, one district of it, with all other choices kept. */
    static Anchor toDistrict(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state.with(DISTRICT, district).with(TAB, null), WHY, text);
    }
}
