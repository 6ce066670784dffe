package districtkpi.ui.parts;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.domain.place.District;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds districts by a part of their name in either language, or the beginning of their code. */
public final class DistrictSearch extends TextField {

    /** What is looked for. */
    public static final Parameter<String> TEXT =
            new Parameter<>("find", DistrictSearch::read, text -> text);

    private static final int LONGEST = 100;

    /**
     * @param chosen what is looked for now
     * @param listener is told of something else; of nothing where the field was cleared
     */
    public DistrictSearch(
            String id, Optional<String> chosen, Words words, Consumer<Optional<String>> listener) {
        setId(id);
        setLabel(words.of("district-search"));
        setPlaceholder(words.of("district-search.help"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(LONGEST);
        setValue(chosen.orElse(""));
        addValueChangeListener(change ->
                listener.accept(
                        Optional.of(change.getValue().strip()).filter(text -> !text.isEmpty())));
    }

    private static String read(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Nothing to look for: " + text);
        }
        return text.strip();
    }

    /** Whether a district is looked for. */
    public static boolean finds(String text, District district) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return district.code().value().startsWith(wanted)
                || district.name().th().contains(wanted)
                || district.name().en().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
