package districtkpi.ui.agreement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.BelowLevelOneWords;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.UnitWords;
import districtkpi.office.words.WeightWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.RuleChange;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictTermsList;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.StageList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The terms of one indicator: weight, unit, measures, and the five levels. */
class IndicatorTerms extends Composite<Article> {

    private final Words words;
    private final MeasureWords measures;

    private final Agreement agreement;
    private final Indicator indicator;
    private final Optional<List<RuleChange>> changes;
    private final Function<DistrictCode, String> names;
    private final Details details = new Details();

    /**
     * @param changes what differs from the round before; absent where there is none
     * @param names of districts
     */
    IndicatorTerms(
            Agreement agreement,
            Indicator indicator,
            Optional<List<RuleChange>> changes,
            Function<DistrictCode, String> names,
            Words words) {
        this.agreement = agreement;
        this.indicator = indicator;
        this.changes = changes;
        this.names = names;
        this.words = words;
        measures = new MeasureWords(words, indicator);
        Article card = getContent();
        card.setId(indicator.id().value());
        card.addClassNames("indicator-card", "terms-card");
        card.getElement().setAttribute("aria-labelledby", indicator.id() + "-name");
        details.setSummary(createSummary());
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                fill();
            }
        });
        card.add(details);
    }

    /** Unfolds it. */
    void open() {
        details.setOpened(true);
    }

    private Component createSummary() {
        H3 name = new H3(indicator.id() + " " + indicator.name().th());
        name.setId(indicator.id() + "-name");
        Div summary = new Div(name);
        summary.addClassName("terms-summary");
        words.reading(indicator.name())
                .ifPresent(english -> {
                    Span reading = new Span(english);
                    reading.addClassName("reading");
                    summary.add(reading);
                });
        summary.add(fact(indicator.isWatchedOnly() ? words.of("watched") : weight()));
        changes.ifPresent(all -> {
            long counting = all.stream().filter(RuleChange::affectsScores).count();
            if (counting > 0) {
                Div mark = fact(words.of("terms.changes", words.number(counting)));
                mark.addClassName("terms-changed");
                summary.add(mark);
            }
        });
        return summary;
    }

    private String weight() {
        SectionTerms terms = agreement.section(agreement.sectionOf(indicator.id())).orElseThrow();
        String weight = new WeightWords(terms, words).weight(indicator);
        return words.of(terms.isOutOfHundred() ? "terms.weight" : "terms.weight.out-of", weight);
    }

    /** Made once it is asked for. */
    private void fill() {
        if (details.getContent().findAny().isPresent()) {
            return;
        }
        details.add(createFacts(), createLevels());
        if (!indicator.stages().isEmpty()) {
            details.add(new StageList(indicator, words));
        }
        if (!indicator.districts().isEmpty()) {
            details.add(
                    new DistrictTermsList(
                            indicator, words.of("district-terms.terms"), names, words));
        }
        details.add(createMeasures());
        if (!indicator.notes().isEmpty()) {
            details.add(new Notes(indicator.notes(), words));
        }
        changes.ifPresent(all -> {
            Div beside = new Div();
            beside.setId("before-" + indicator.id());
            beside.add(new Paragraph(words.of(all.isEmpty() ? "terms.as-before" : "terms.before")));
            if (!all.isEmpty()) {
                beside.add(new RuleChangeList(all, words));
            }
            details.add(beside);
        });
    }

    private Component createFacts() {
        Div facts = new Div();
        facts.addClassName("facts");
        facts.add(
                fact(
                        words.of(
                                "terms.unit",
                                new UnitWords(words).shortNames(agreement.units(indicator)))));
        Div ladder =
                fact(
                        switch (indicator.ladder().value()) {
                            case CUMULATIVE -> words.of("terms.cumulative");
                            case HIGHEST -> words.of("terms.highest");
                        });
        ladder.add(new BasisMark(indicator.ladder().basis(), words));
        facts.add(ladder);
        if (indicator.interpolation().value() == Interpolation.LINEAR) {
            Div interpolation = fact(words.of("terms.linear"));
            interpolation.add(new BasisMark(indicator.interpolation().basis(), words));
            facts.add(interpolation);
        }
        indicator
                .ownBelowLevelOne()
                .ifPresent(own -> {
                    Div below =
                            fact(
                                    words.of("rules.below")
                                            + " "
                                            + new BelowLevelOneWords(words).of(own.value()));
                    below.add(new BasisMark(own.basis(), words));
                    facts.add(below);
                });
        return facts;
    }

    private static Div fact(String text) {
        Div fact = new Div(new Span(text));
        fact.addClassName("fact");
        return fact;
    }

    private Component createLevels() {
        DataTable table =
                new DataTable(
                                "levels-" + indicator.id(),
                                words.of("terms.caption", indicator.id()),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("terms.level"))
                .column(words.of("terms.text"))
                .column(words.of("terms.reading"))
                .column(words.of("terms.basis"));
        for (Level level : indicator.levels()) {
            table.row()
                    .header(LevelMark.of(indicator, level.number(), words))
                    .cell(text(level))
                    .cell(conditions(level))
                    .cell(new BasisMark(level.basis(), words));
        }
        return table;
    }

    private Component text(Level level) {
        Div cell = new Div();
        Paragraph thai = new Paragraph(level.text().th());
        thai.addClassName("verbatim");
        thai.getElement().setAttribute("lang", "th");
        cell.add(thai);
        words.reading(level.text())
                .ifPresent(english -> {
                    Paragraph reading = new Paragraph(english);
                    reading.addClassName("reading");
                    cell.add(reading);
                });
        if (!level.notes().isEmpty()) {
            cell.add(new Notes(level.notes(), words));
        }
        return cell;
    }

    private Component conditions(Level level) {
        UnorderedList list = new UnorderedList();
        list.addClassName("conditions");
        for (Condition condition : level.conditions()) {
            Span reading = new Span(measures.condition(condition));
            reading.setTitle(measures.conditionInWords(condition));
            list.add(new ListItem(reading));
        }
        return list;
    }

    private Component createMeasures() {
        UnorderedList list = new UnorderedList();
        list.addClassName("measures");
        for (Measure measure : indicator.measures()) {
            Span code = new Span(indicator.key(measure.id()).toString());
            code.addClassName("code");
            ListItem item = new ListItem(code, new Span(" " + description(measure)));
            measure.baseline()
                    .ifPresent(day ->
                            item.add(new Span(" " + words.of("terms.baseline", words.date(day)))));
            if (measure.evidenceReceipt()) {
                item.add(new Span(" " + words.of("terms.receipt")));
            }
            list.add(item);
        }
        indicator.computedMeasures().forEach(measure -> list.add(computed(measure)));
        return list;
    }

    private ListItem computed(ComputedMeasure measure) {
        ComputationWords computations = new ComputationWords(words, indicator);
        Span code = new Span(indicator.key(measure.id()).toString());
        code.addClassName("code");
        ListItem item =
                new ListItem(
                        code,
                        new Span(
                                " "
                                        + words.of(
                                                "kind.computed",
                                                words.of(measure.name()),
                                                computations.rule(measure))));
        List<String> steps = computations.steps(measure);
        if (!steps.isEmpty()) {
            UnorderedList list = new UnorderedList();
            steps.forEach(step -> list.add(new ListItem(step)));
            item.add(list);
        }
        return item;
    }

    private String description(Measure measure) {
        String name = words.of(measure.name());
        return switch (measure.kind()) {
            case SHARE -> words.of("kind.share", name, of(measure));
            case GROWTH -> words.of("kind.growth", name, of(measure));
            case REDUCTION -> words.of("kind.reduction", name, of(measure));
            case COUNT -> words.of("kind.count", name);
            case NUMBER -> words.of("kind.number", name);
            case DONE -> words.of("kind.done", name);
            case DATE -> words.of("kind.date", name);
        };
    }

    private String of(Measure measure) {
        return measure.comparedWith().map(words::of).orElse("");
    }
}
