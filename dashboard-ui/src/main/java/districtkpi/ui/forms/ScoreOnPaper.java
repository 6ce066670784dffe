package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.BelowLevelOneWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.SectionWeights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Scores in the words of the forms: two places for a level, three for what is weighted. */
final class ScoreOnPaper {

    private static final String NONE = "–";
    private static final BigDecimal FIVE = BigDecimal.valueOf(OutOfFive.MAX);

    private final Optional<Agreement> agreement;
    private final Words paper;

    private ScoreOnPaper(Optional<Agreement> agreement, Words paper) {
        this.agreement = agreement;
        this.paper = paper;
    }

    /** Of sheets that have weights of their own. */
    ScoreOnPaper(Words paper) {
        this(Optional.empty(), paper);
    }

    /** Of the weights of an agreement. */
    ScoreOnPaper(Agreement agreement, Words paper) {
        this(Optional.of(agreement), paper);
    }

    /**
     * Whether points are those that the agreement prints, of what the weights of a section total.
     * Where all weights are percentages they are out of 5, as the office adds them up.
     */
    boolean isAsPrinted() {
        return agreement.filter(one -> !one.isOutOfHundred()).isPresent();
    }

    /** The name of an indicator with its number; of one that is watched only, that it is. */
    Div name(int number, Indicator indicator) {
        return name(number, indicator, indicator.isWatchedOnly());
    }

    /** The same of a district, in which it may weigh something else. */
    Div name(int number, Scorecard.Line line) {
        return name(number, line.score().indicator(), line.isWatchedOnly());
    }

    /** The same where it is known whether it is watched only. */
    Div name(int number, Indicator indicator, boolean watchedOnly) {
        Div name =
                new Div(
                        new Span(
                                paper.of(
                                        "form.numbered",
                                        paper.number(number),
                                        indicator.name().th())));
        if (watchedOnly) {
            Paragraph watched = new Paragraph(paper.of("watched"));
            watched.addClassName("form-remark");
            name.add(watched);
        }
        return name;
    }

    /** The level, or why there is none: (ก). */
    Component level(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Scored scored -> level(scored, remark(scored));
            case IndicatorScore.Incomplete incomplete ->
                    level(
                            incomplete,
                            incomplete.isFloor()
                                    ? paper.of("form.floor.incomplete")
                                    : paper.of("level.incomplete"));
            case IndicatorScore.NoResult _ -> new Span(paper.of("level.no-result"));
            case IndicatorScore.NotApplicable _ -> new Span(paper.of("level.not-applicable"));
        };
    }

    private String remark(IndicatorScore.Scored scored) {
        if (scored.override().isPresent()) {
            IndicatorScore.WithLevel computed = scored.override().get().computed();
            return paper.of("form.overridden", paper.total(OutOfFive.score(computed)));
        }
        if (scored.isFloor()) {
            return paper.of("form.floor");
        }
        return scored.level() == 0 ? paper.of("level.below") : "";
    }

    private Component level(IndicatorScore.WithLevel score, String remark) {
        Div level = new Div(new Span(paper.total(OutOfFive.score(score))));
        if (score.indicator().maxScore().compareTo(FIVE) != 0) {
            Paragraph own =
                    new Paragraph(
                            paper.of(
                                    "form.own-scale",
                                    paper.level(score.levelScore()),
                                    paper.level(Exact.fraction(score.indicator().maxScore()))));
            own.addClassName("form-remark");
            level.add(own);
        }
        if (!remark.isEmpty()) {
            Paragraph small = new Paragraph(remark);
            small.addClassName("form-remark");
            level.add(small);
        }
        return level;
    }

    /** The weight as it counts: (ข); none for what does not apply. */
    String weight(Scorecard.Line line) {
        return line.score() instanceof IndicatorScore.NotApplicable
                ? NONE
                : paper.weight(printed(line, line.effectiveWeight()));
    }

    /** (ก×ข); none for what is watched only. */
    String weighted(Scorecard.Line line) {
        if (line.isWatchedOnly()) {
            return NONE;
        }
        return isAsPrinted()
                ? total(line.points().map(points -> printed(line, points)))
                : sum(OutOfFive.of(line));
    }

    private BigFraction printed(Scorecard.Line line, BigFraction percent) {
        return agreement
                .flatMap(one -> one.section(line.section()))
                .map(terms -> SectionWeights.printed(terms, percent))
                .orElse(percent);
    }

    /** What a section adds up to: out of 5, or of what its weights total. */
    String sum(OutOfFive.SectionSum section) {
        return isAsPrinted() ? total(section.printed()) : sum(section.sum());
    }

    /** What a section brings by its share: to the average, or to the total of 100. */
    String byShare(OutOfFive.SectionSum section) {
        return isAsPrinted() ? total(section.ofTotal()) : sum(section.byShare());
    }

    /** A sum out of 5 or 10. */
    String sum(Optional<BigFraction> sum) {
        return sum.map(paper::weighted).orElse(NONE);
    }

    /** A total out of 100. */
    String total(Optional<BigFraction> total) {
        return total.map(paper::total).orElse(NONE);
    }

    /** How the sections combine, and whether that was agreed or assumed. */
    String shares(Agreement agreement) {
        String shares =
                agreement.sections().stream()
                        .map(terms ->
                                paper.of(
                                        "form.share",
                                        paper.of(terms.name()),
                                        paper.number(terms.share().value())))
                        .collect(Collectors.joining(" : "));
        boolean assumed =
                agreement.sections().stream()
                        .map(SectionTerms::share)
                        .anyMatch(share -> share.basis() == Basis.ASSUMED);
        return paper.of(assumed ? "form.shares.assumed" : "form.shares", shares);
    }

    /** A section by its share, where the shares differ. */
    String byShare(int number, SectionTerms terms) {
        return paper.of("form.by-share", paper.number(number), paper.of(terms.name()));
    }

    /** How the numbers come about, for who signs under them. */
    Component notes(Scoreboard scoreboard) {
        List<String> notes = new ArrayList<>();
        notes.add(paper.of(isAsPrinted() ? "form.note.weighted-printed" : "form.note.weighted"));
        notes.add(shares(scoreboard.agreement()));
        BelowLevelOne below = scoreboard.agreement().belowLevelOne().value();
        if (below.equals(BelowLevelOne.ONE)) {
            notes.add(paper.of("form.note.floor"));
        } else if (!below.equals(BelowLevelOne.ZERO)) {
            notes.add(paper.of("form.note.below", new BelowLevelOneWords(paper).of(below)));
        }
        notes.add(paper.of("form.note.missing"));
        notes.add(paper.of("form.note.not-applicable"));
        notes.add(paper.of("form.note.rounding"));
        Div block = new Div();
        block.addClassName("form-notes");
        block.add(new Paragraph(paper.of("form.notes")));
        notes.forEach(note -> block.add(new Paragraph(note)));
        return block;
    }
}
