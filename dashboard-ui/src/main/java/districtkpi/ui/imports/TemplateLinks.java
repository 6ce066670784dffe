package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.words.Words;

/** Where the form of a round is to be had, with its districts and measures filled in. */
class TemplateLinks extends Composite<Paragraph> {

    TemplateLinks(RoundId round, Words words) {
        getContent().setId("templates");
        getContent()
                .add(
                        new Span(words.of("import.template", words.round(round)) + " "),
                        link(round, "xlsx", words),
                        new Span(" · "),
                        link(round, "csv", words));
    }

    private static Anchor link(RoundId round, String form, Words words) {
        Anchor link =
                new Anchor(
                        "api/v1/rounds/%s/template.%s?lang=%s"
                                .formatted(round, form, words.isThai() ? "th" : "en"),
                        words.of("import.template." + form));
        link.setId("template-" + form);
        // No screen of ours: the browser is to save it.
        link.setRouterIgnore(true);
        return link;
    }
}
