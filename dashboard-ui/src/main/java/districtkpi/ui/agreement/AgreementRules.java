package districtkpi.ui.agreement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.BelowLevelOneWords;
import districtkpi.office.words.RatingWords;
import districtkpi.office.words.Words;
import java.util.stream.Collectors;

/** The rules of the whole agreement: parties, shares, what is below level 1, what is noted. */
class AgreementRules extends Composite<Section> {

    private final DescriptionList list = new DescriptionList();
    private final Words words;

    AgreementRules(Agreement agreement, Words words) {
        this.words = words;
        Section section = getContent();
        section.setId("rules");
        section.addClassName("block");
        section.add(new H2(words.of("rules.title")));
        list.addClassName("rules");
        section.add(list);
        add(
                words.of("rules.parties"),
                new Span(
                        agreement.parties().stream()
                                .map(words::of)
                                .collect(Collectors.joining(" – "))));
        agreement
                .submission()
                .ifPresent(day -> add(words.of("rules.submission"), new Span(words.date(day))));
        for (SectionTerms terms : agreement.sections()) {
            add(
                    words.of("rules.share", words.of(terms.name())),
                    new Span(words.of("value.percent", words.number(terms.share().value()))),
                    basis(terms.share().basis()));
        }
        add(
                words.of("rules.below"),
                new Span(new BelowLevelOneWords(words).of(agreement.belowLevelOne().value())),
                basis(agreement.belowLevelOne().basis()));
        if (!agreement.ratings().isEmpty()) {
            add(words.of("rating"), new Span(new RatingWords(words).list(agreement.ratings())));
        }
        add(
                words.of("rules.units"),
                new Span(
                        agreement.units().stream()
                                .map(unit ->
                                        words.of(
                                                "rules.unit",
                                                words.of(unit.shortName()),
                                                words.of(unit.name())))
                                .collect(Collectors.joining(" · "))));
        if (!agreement.notes().isEmpty()) {
            section.add(new Notes(agreement.notes(), words));
        }
    }

    private void add(String term, Component... description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }

    private Span basis(Basis basis) {
        return new BasisMark(basis, words);
    }
}
