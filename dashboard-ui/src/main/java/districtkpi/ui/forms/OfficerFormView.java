package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.SheetScore;
import districtkpi.ui.parts.OwnTarget;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.OfficerPage;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sheet of one officer: each indicator's target and weight as they were handed over, and the
 * level that the district reached, where there is a result.
 */
@Route(FormsNavigation.OFFICER)
@Requires(Permission.READ)
class OfficerFormView extends OfficerPage {

    private final AgreementRepository agreements;
    private final OwnAddress address;

    OfficerFormView(
            Preferences preferences,
            Rounds rounds,
            VisibleCascade cascade,
            AgreementRepository agreements,
            OwnAddress address) {
        super(preferences, rounds, cascade);
        this.agreements = agreements;
        this.address = address;
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("form.officer.of", shown.officer().data().name());
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        return shown.sheet()
                .map(sheet -> List.<Component>of(createPaper(shown, sheet, state, words)))
                .orElseGet(() ->
                        List.of(
                                new H1(title(shown, words)),
                                new Remark("form-withheld", words.of("form.officer.none"))));
    }

    private Component createPaper(Shown shown, OfficerSheet sheet, PageState state, Words words) {
        Words paper = Paper.words(words);
        Agreement agreed =
                agreements
                        .find(sheet.round(), sheet.agreementVersion())
                        .orElseThrow()
                        .agreement()
                        .in(shown.district().code());
        Parties parties = Parties.of(agreed, Optional.of(shown.district()), paper);
        SheetScore scores = score(shown, sheet, agreed);
        List<Component> content = new ArrayList<>();
        content.add(createTable(agreed, sheet, scores, paper));
        content.add(createNotes(shown, sheet, scores, paper));
        Div signed =
                new Div(
                        new Signatures(
                                new Signatures.Signer(
                                        paper.of("form.assessee"), sheet.officer().post()),
                                new Signatures.Signer(
                                        paper.of("form.assessor"), parties.assessee()),
                                paper));
        signed.addClassName("form-together");
        content.add(signed);
        return new Paper(
                Paper.Lie.ACROSS,
                paper.of(
                        "form.officer.short",
                        sheet.officer().name(),
                        paper.shortRound(sheet.round())),
                List.of(
                        paper.of("form.officer.title"),
                        RoundLine.of(agreed, paper),
                        paper.of(
                                "form.officer.who",
                                sheet.officer().name(),
                                sheet.officer().post(),
                                paper.of(shown.district().name())),
                        paper.of("form.officer.assessor", parties.assessee())),
                Provenance.ofSheet(shown.scoreboard(), state, sheet, address.sheet(sheet), paper),
                content,
                words);
    }

    /** In the order of the agreement that the sheet was made from. */
    private static SheetScore score(Shown shown, OfficerSheet sheet, Agreement agreed) {
        Map<IndicatorId, BigDecimal> given =
                sheet.assignments().stream()
                        .collect(Collectors.toMap(Assignment::indicator, Assignment::weight));
        SequencedMap<IndicatorId, BigDecimal> weights = new LinkedHashMap<>();
        agreed.indicators()
                .map(Indicator::id)
                .filter(given::containsKey)
                .forEach(id -> weights.put(id, Objects.requireNonNull(given.get(id))));
        return SheetScore.of(
                weights,
                shown.scoreboard()
                        .ranking()
                        .row(shown.district().code())
                        .orElseThrow()
                        .scorecard());
    }

    private static FormTable createTable(
            Agreement agreed, OfficerSheet sheet, SheetScore scores, Words paper) {
        Map<IndicatorId, Assignment> assignments =
                sheet.assignments().stream()
                        .collect(Collectors.toMap(Assignment::indicator, Function.identity()));
        FormTable table = FormTable.ofScores(agreed, paper.of("form.officer.caption"), paper);
        int number = 0;
        for (SheetScore.Line line : scores.lines()) {
            number++;
            addLine(
                    table,
                    agreed,
                    sheet.district(),
                    number,
                    agreed.indicator(line.indicator()).orElseThrow(),
                    Objects.requireNonNull(assignments.get(line.indicator())),
                    line,
                    paper);
        }
        table.group();
        table.row()
                .id("form-sum")
                .style("form-sum")
                .header(paper.of("form.officer.sum"), FormTable.columns(agreed) - 2)
                .number(paper.number(Assignment.total(sheet.assignments())))
                .number(new ScoreOnPaper(paper).sum(scores.sum()));
        return table;
    }

    private static void addLine(
            FormTable table,
            Agreement agreed,
            DistrictCode district,
            int number,
            Indicator indicator,
            Assignment assignment,
            SheetScore.Line line,
            Words paper) {
        ScoreOnPaper scores = new ScoreOnPaper(paper);
        Div name = scores.name(number, indicator, false);
        if (!assignment.targetText().isEmpty()) {
            Paragraph target =
                    new Paragraph(paper.of("form.officer.target-text", assignment.targetText()));
            target.addClassName("form-remark");
            name.add(target);
        }
        FormTable.Row row = table.row().id("form-" + indicator.id()).header(name);
        for (Level level : indicator.levels()) {
            List<Component> cell = new ArrayList<>();
            if (level.number() == assignment.targetLevel()) {
                cell.add(mark(paper.of("form.officer.target")));
            }
            boolean reached =
                    line.score()
                            .filter(score ->
                                    score instanceof IndicatorScore.WithLevel known
                                            && known.level() == level.number())
                            .isPresent();
            if (reached) {
                cell.add(mark(paper.of("form.reached")));
            }
            cell.add(new Span(FormTable.target(agreed, level, paper)));
            OwnTarget.onPaper(indicator, level.number(), district, paper).ifPresent(cell::add);
            Component[] content = cell.toArray(Component[]::new);
            if (reached) {
                row.styled("form-reached", content);
            } else {
                row.cell(content);
            }
        }
        row.without(agreed.maxLevels() - indicator.topLevel());
        row.styled(
                        "number",
                        line.score()
                                .map(scores::level)
                                .orElseGet(() -> new Span(paper.of("form.officer.dropped"))))
                .number(paper.number(assignment.weight()))
                .number(scores.sum(line.product()));
    }

    private static Paragraph mark(String text) {
        Paragraph mark = new Paragraph(text);
        mark.addClassName("form-mark");
        return mark;
    }

    private static Component createNotes(
            Shown shown, OfficerSheet sheet, SheetScore scores, Words paper) {
        List<String> notes = new ArrayList<>();
        notes.add(paper.of("form.officer.note.district"));
        notes.add(paper.of("form.officer.note.weighted"));
        notes.add(paper.of("form.officer.note.scored", paper.weight(scores.scoredWeight())));
        if (sheet.agreementVersion() != shown.scoreboard().stored().version()) {
            notes.add(
                    paper.of(
                            "form.officer.note.version",
                            paper.number(sheet.agreementVersion()),
                            paper.number(shown.scoreboard().stored().version())));
        }
        notes.add(paper.of("form.note.rounding"));
        Div block = new Div();
        block.addClassName("form-notes");
        block.add(new Paragraph(paper.of("form.notes")));
        notes.forEach(note -> block.add(new Paragraph(note)));
        return block;
    }
}
