package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.office.register.RegisterService;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.RatingWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.RatingRange;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.parts.OwnTarget;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The evaluation sheet of one district: each level's target, the score, the weight, and both. */
@Route(FormsNavigation.EVALUATION)
@Requires(Permission.READ)
class EvaluationFormView extends DistrictPage {

    private final RegisterService register;
    private final CurrentAccount current;
    private final OwnAddress address;

    EvaluationFormView(
            Preferences preferences,
            Rounds rounds,
            RegisterService register,
            CurrentAccount current,
            OwnAddress address) {
        super(preferences, rounds);
        this.register = register;
        this.current = current;
        this.address = address;
    }

    private boolean mayRecord(DistrictCode district) {
        return current.get()
                .filter(who -> who.may(Permission.RECORD))
                .filter(who -> who.district().filter(own -> !own.equals(district)).isEmpty())
                .isPresent();
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("form.evaluation.of", words.of(shown.district().name()));
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        Words paper = Paper.words(words);
        Agreement agreement = shown.scoreboard().agreement();
        Scorecard scorecard = shown.row().scorecard();
        Parties parties = Parties.of(agreement, Optional.of(shown.district()), paper);
        ScoreOnPaper scores = new ScoreOnPaper(agreement, paper);
        String district = paper.of("district.name", paper.of(shown.district().name()));
        List<Component> content = new ArrayList<>();
        content.add(createTable(agreement, scorecard, scores, paper));
        if (!scorecard.total().isComplete()) {
            content.add(createOpen(scorecard.total(), paper));
        }
        content.add(scores.notes(shown.scoreboard()));
        Div signed = new Div(parties.signatures(paper));
        signed.addClassName("form-together");
        content.add(signed);
        List<Component> screen = new ArrayList<>();
        if (mayRecord(shown.district().code())) {
            screen.add(
                    new PrintedRecord(agreement.round(), shown.district().code(), register, words));
        }
        screen.add(
                new Paper(
                        Paper.Lie.ACROSS,
                        paper.of(
                                "form.evaluation.short",
                                district,
                                paper.shortRound(agreement.round())),
                        List.of(
                                paper.of("form.evaluation.title", district),
                                RoundLine.of(agreement, paper),
                                paper.of(
                                        "form.evaluation.who",
                                        parties.assessee(),
                                        parties.assessor())),
                        Provenance.ofScores(
                                shown.scoreboard(),
                                state,
                                published -> address.receipt(published, shown.district().code()),
                                paper),
                        content,
                        words));
        return screen;
    }

    private static FormTable createTable(
            Agreement agreement, Scorecard scorecard, ScoreOnPaper scores, Words paper) {
        FormTable table = FormTable.ofScores(agreement, paper.of("form.evaluation.caption"), paper);
        int columns = FormTable.columns(agreement);
        OutOfFive sums = OutOfFive.of(agreement, scorecard);
        for (int i = 0; i < agreement.sections().size(); i++) {
            SectionTerms terms = agreement.sections().get(i);
            String section = paper.of(terms.name());
            table.group();
            table.row()
                    .style("form-part")
                    .title(paper.of("form.part", paper.number(i + 1L), section), columns);
            int number = 0;
            for (Scorecard.Line line : scorecard.lines()) {
                if (line.section().equals(terms.section())) {
                    number++;
                    addLine(table, agreement, scorecard.district(), number, line, scores, paper);
                }
            }
            OutOfFive.SectionSum sum = sums.sections().get(i);
            table.row()
                    .id("form-sum-" + terms.section().value())
                    .style("form-sum")
                    .header(
                            paper.of("form.sum-of-part", paper.number(i + 1L), section),
                            columns - 2)
                    .number(paper.number(sum.weight()))
                    .number(scores.sum(sum));
        }
        table.group();
        addSums(table, columns, sums, scores, paper);
        table.row()
                .id("form-total")
                .style("form-sum")
                .header(paper.of("form.total"), columns - 2)
                .number("")
                .number(scores.total(scorecard.total().points()));
        RatingRange.of(agreement, scorecard.total())
                .ifPresent(rating ->
                        table.row()
                                .id("form-rating")
                                .style("form-sum")
                                .header(paper.of("rating"), columns - 2)
                                .cell("")
                                .cell(new RatingWords(paper).of(rating)));
        return table;
    }

    /** The sum in the end, by which districts are ranked: so shares that differ count in it. */
    private static void addSums(
            FormTable table, int columns, OutOfFive sums, ScoreOnPaper scores, Words paper) {
        if (sums.sharesAreEqual() && !scores.isAsPrinted()) {
            table.row()
                    .id("form-sum")
                    .style("form-sum")
                    .header(paper.of("form.sum-of-parts"), columns - 2)
                    .number(paper.number(sums.weight()))
                    .number(scores.sum(sums.sum()));
            table.row()
                    .id("form-average")
                    .style("form-sum")
                    .header(paper.of("form.average"), columns - 2)
                    .number("")
                    .number(scores.sum(sums.average()));
            return;
        }
        for (int i = 0; i < sums.sections().size(); i++) {
            OutOfFive.SectionSum sum = sums.sections().get(i);
            table.row()
                    .id("form-share-" + sum.section().value())
                    .style("form-sum")
                    .header(scores.byShare(i + 1, sum.terms()), columns - 2)
                    .number(paper.weight(sum.share()))
                    .number(scores.byShare(sum));
        }
        table.row()
                .id("form-average")
                .style("form-sum")
                .header(paper.of("form.sum-by-shares"), columns - 2)
                .number("")
                .number(scores.sum(sums.average()));
    }

    private static void addLine(
            FormTable table,
            Agreement agreement,
            DistrictCode district,
            int number,
            Scorecard.Line line,
            ScoreOnPaper scores,
            Words paper) {
        IndicatorScore score = line.score();
        Indicator indicator = score.indicator();
        Div name = scores.name(number, line);
        if (score instanceof IndicatorScore.NotApplicable none) {
            Paragraph reason = new Paragraph(paper.notApplicable(none));
            reason.addClassName("form-remark");
            name.add(reason);
        }
        ComputationWords computations = new ComputationWords(paper, indicator);
        for (ComputedFigure figure : score.computedFigures()) {
            Paragraph computed =
                    new Paragraph(
                            paper.of(
                                    "form.computed-number",
                                    paper.of(figure.measure().name()),
                                    computations.number(figure),
                                    computations.rule(figure.measure())));
            computed.addClassName("form-remark");
            name.add(computed);
        }
        score.overridden()
                .ifPresent(overridden -> {
                    LevelOverride override = overridden.override();
                    Paragraph why =
                            new Paragraph(
                                    paper.of(
                                            "override.why",
                                            override.reason(),
                                            override.by().isEmpty() ? "–" : override.by(),
                                            paper.dateTime(override.at())));
                    why.addClassName("form-remark");
                    name.add(why);
                });
        FormTable.Row row = table.row().id("form-" + indicator.id()).header(name);
        for (Level level : indicator.levels()) {
            List<Component> target = new ArrayList<>();
            Optional<String> marked = mark(score, level.number(), paper);
            marked.ifPresent(text -> {
                Paragraph mark = new Paragraph(text);
                mark.addClassName("form-mark");
                target.add(mark);
            });
            target.add(new Span(FormTable.target(agreement, level, paper)));
            OwnTarget.onPaper(indicator, level.number(), district, paper).ifPresent(target::add);
            Component[] content = target.toArray(Component[]::new);
            if (marked.isPresent()) {
                row.styled("form-reached", content);
            } else {
                row.cell(content);
            }
        }
        row.without(agreement.maxLevels() - indicator.topLevel());
        row.styled("number", scores.level(score))
                .number(scores.weight(line))
                .number(scores.weighted(line));
    }

    /** What is said at a level: that it was reached, or set, or only computed. */
    private static Optional<String> mark(IndicatorScore score, int level, Words paper) {
        if (!(score instanceof IndicatorScore.WithLevel known)) {
            return Optional.empty();
        }
        if (known.level() == level) {
            if (known.isFloor()) {
                return Optional.of(paper.of("form.floor.mark"));
            }
            return Optional.of(
                    paper.of(known.overridden().isPresent() ? "form.set" : "form.reached"));
        }
        return known.overridden()
                .filter(overridden -> overridden.computed().level() == level)
                .map(_ -> paper.of("form.computed"));
    }

    private static Component createOpen(Scorecard.Total total, Words paper) {
        Paragraph open =
                new Paragraph(
                        paper.of(
                                "form.open",
                                paper.weight(total.scoredWeight()),
                                paper.total(total.possibleMin()),
                                paper.total(total.possibleMax())));
        open.setId("form-open");
        return open;
    }
}
