package districtkpi.ui.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.Locale;

/** Finds districts by a part of their name in either language, or the beginning of their code. */
public final class DistrictSearch extends TextField {

    /** What is looked for. */
    public static final Parameter<String> TEXT =
            new Parameter<>("find", DistrictSearch::read, text -> text);

    private static final int MAX_LENGTH = 100;

    /**
     * Goes to the first page of what is looked for.
     *
     * @param path of the page that shows it
     */
    public DistrictSearch(String id, String path, PageState state, Words words) {
        setId(id);
        setLabel(words.of("district-search"));
        setPlaceholder(words.of("district-search.help"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(MAX_LENGTH);
        setValue(state.chosen(TEXT).orElse(""));
        addValueChangeListener(change -> {
            String text = change.getValue().strip();
            UI.getCurrent()
                    .navigate(
                            path,
                            state.with(TEXT, text.isEmpty() ? null : text)
                                    .with(Pages.NUMBER, null)
                                    .toQuery());
        });
    }

    private static String read(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Nothing to look for: " + text);
        }
        return text.strip();
    }

    /** Whether an address looks for a district, or for none. */
    public static boolean finds(PageState state, District district) {
        return state.chosen(TEXT).filter(text -> !finds(text, district)).isEmpty();
    }

    /** Whether a district is looked for. */
    public static boolean finds(String text, District district) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return district.code().value().startsWith(wanted)
                || district.name().th().contains(wanted)
                || district.name().en().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
