package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.List;
import java.util.Optional;

/**
 * A form as it will be on paper, and the button that prints it. The paper is Thai with Thai digits
 * whatever the screen around it speaks.
 */
class Paper extends Composite<Div> {

    private final Button print = new Button();
    private final Div tools = new Div();

    /** How the sheet lies. */
    enum Lie {
        UPRIGHT,
        ACROSS
    }

    /** The words of the paper. */
    static Words words(Words screen) {
        return new Words(screen.translations(), Translations.THAI, true);
    }

    /**
     * @param name of the form, for the margin of each page
     * @param title lines; the first one is the heading of the page
     * @param content below the title, from top to bottom
     */
    Paper(
            Lie lie,
            String name,
            List<String> title,
            Provenance provenance,
            List<Component> content,
            Words screen) {
        Words paper = words(screen);
        Article sheet = new Article();
        sheet.setId("form");
        sheet.addClassName("form-sheet");
        if (lie == Lie.ACROSS) {
            sheet.addClassName("form-wide");
        }
        sheet.getElement().setAttribute("lang", Translations.THAI.getLanguage());
        if (!provenance.warning().isEmpty()) {
            Paragraph warning = new Paragraph(provenance.warning());
            warning.setId("form-warning");
            warning.addClassName("form-warning");
            sheet.add(warning);
        }
        sheet.add(new H1(title.getFirst()));
        title.stream()
                .skip(1)
                .forEach(line -> {
                    Paragraph subtitle = new Paragraph(line);
                    subtitle.addClassName("form-subtitle");
                    sheet.add(subtitle);
                });
        sheet.add(content);
        sheet.add(provenance.proof());
        Div region = new Div(sheet);
        region.addClassName("form-region");
        // Who uses the keyboard scrolls a region that has the focus.
        region.getElement().setAttribute("tabindex", "0");
        region.getElement().setAttribute("role", "region");
        region.getElement().setAttribute("aria-label", screen.of("form.region"));
        fillTools(provenance, screen);
        getContent().add(new RunningLines(name, provenance, paper), tools, region);
    }

    /**
     * Of a form of which the screen shows a part: nothing is printed from here.
     *
     * @param whole a way to all of it
     */
    Paper partial(Component whole) {
        tools.replace(print, whole);
        return this;
    }

    private void fillTools(Provenance provenance, Words screen) {
        print.setText(screen.of("form.print"));
        print.setId("form-print");
        print.addThemeVariants(ButtonVariant.PRIMARY);
        // In the browser at once: a dialog that is opened later may be taken for an unasked one.
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        tools.add(print, new Paragraph(screen.of("form.hint")));
        tools.addClassName("form-tools");
        provenance
                .scanned()
                .flatMap(address -> warning(address, screen))
                .map(warning -> new Remark("form-reach", warning))
                .ifPresent(tools::add);
    }

    /** That whoever scans the code will not get anywhere. */
    private static Optional<String> warning(String address, Words screen) {
        return switch (Reach.of(address)) {
            case EVERYWHERE -> Optional.empty();
            case THIS_MACHINE -> Optional.of(screen.of("form.reach.machine", address));
            case THIS_NETWORK -> Optional.of(screen.of("form.reach.network", address));
        };
    }
}
