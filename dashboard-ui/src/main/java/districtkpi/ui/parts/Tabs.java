package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Parameter;
import java.util.function.Function;

/** The ways to the parts of a page that are shown one at a time; each has an address. */
public class Tabs<E extends Enum<E>> extends Composite<Nav> {

    private final Parameter<E> parameter;
    private final E shown;
    private final Function<E, Anchor> link;
    private final Words words;

    /**
     * A way to each part, with the id {@code tab-} and what the address calls it.
     *
     * @param parameter what the address says of the part that is shown
     * @param shown the part that is shown
     * @param link makes the link to a part
     */
    public Tabs(Parameter<E> parameter, E shown, Function<E, Anchor> link, Words words) {
        this.parameter = parameter;
        this.shown = shown;
        this.link = link;
        this.words = words;
    }

    @Override
    protected Nav initContent() {
        Nav tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words.of("tabs"));
        for (E tab : shown.getDeclaringClass().getEnumConstants()) {
            Anchor way = link.apply(tab);
            way.setId("tab-" + parameter.writer().apply(tab));
            if (tab == shown) {
                way.getElement().setAttribute("aria-current", "true");
            }
            tabs.add(way);
        }
        return tabs;
    }
}
