package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.source.SourceDescription;
import districtkpi.office.words.Words;

/** Where a form to fill in is to be had: that of a round, or that of a source system. */
class TemplateLinks extends Composite<Paragraph> {

    /** The results of a round, with its districts and measures filled in. */
    TemplateLinks(RoundId round, Words words) {
        this(
                words.of("import.template", words.round(round)),
                "rounds/" + round + "/template.%s?lang=%s",
                words);
    }

    /** An extract of a source, with the districts of a round where they can be filled in. */
    TemplateLinks(SourceDescription source, RoundId round, Words words) {
        this(
                words.of("extract.template"),
                "sources/" + source.id() + "/template.%s?lang=%s&round=" + round,
                words);
    }

    private TemplateLinks(String introduction, String path, Words words) {
        getContent().setId("templates");
        getContent()
                .add(
                        new Span(introduction + " "),
                        link(path, "xlsx", words.of("import.template.xlsx"), words),
                        new Span(" · "),
                        link(path, "csv", words.of("import.template.csv"), words));
    }

    private static Anchor link(String path, String form, String text, Words words) {
        Anchor link =
                new Anchor("api/v1/" + path.formatted(form, words.isThai() ? "th" : "en"), text);
        link.setId("template-" + form);
        // No screen of ours: the browser is to save it.
        link.setRouterIgnore(true);
        return link;
    }
}
