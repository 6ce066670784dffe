package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.DistrictTermsWords;
import districtkpi.office.words.StageWords;
import districtkpi.office.words.UnitWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.OwnTarget;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The agreement to be signed, with every level's text word for word in its annex. */
@Route(FormsNavigation.AGREEMENT)
@Requires(Permission.READ)
class AgreementFormView extends RoundPage {

    private static final int COLUMNS = 3;

    private final OwnAddress address;

    AgreementFormView(Preferences preferences, Rounds rounds, OwnAddress address) {
        super(preferences, rounds, "form.agreement");
        this.address = address;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(FormsNavigation.DISTRICT);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Optional<DistrictCode> asked = state.chosen(FormsNavigation.DISTRICT);
        Optional<District> district = asked.flatMap(scoreboard::district);
        if (asked.isPresent() && district.isEmpty()) {
            return List.of(
                    new H1(words.of("district.unknown")),
                    new Paragraph(words.of("district.unknown.text")));
        }
        Words paper = Paper.words(words);
        Agreement agreed = scoreboard.stored().agreement();
        Agreement agreement = district.map(own -> agreed.in(own.code())).orElse(agreed);
        Parties parties = Parties.of(agreement, district, paper);
        List<Component> content = new ArrayList<>();
        content.add(createAgreed(agreement, asked, parties, paper));
        content.add(createAnnex(agreement, scoreboard, asked, paper));
        Provenance provenance =
                Provenance.ofAgreement(
                        scoreboard,
                        published ->
                                district.map(own -> address.receipt(published, own.code()))
                                        .orElseGet(() -> address.publication(published)),
                        paper);
        return List.of(
                new Paper(
                        Paper.Lie.UPRIGHT,
                        paper.of("form.agreement.short", paper.shortRound(agreement.round())),
                        List.of(
                                paper.of("form.agreement.title"),
                                paper.of(
                                        "form.agreement.between",
                                        parties.assessor(),
                                        parties.assessee()),
                                RoundLine.of(agreement, paper)),
                        provenance,
                        content,
                        words));
    }

    /** What both sign: the indicators with their weights. */
    private static Component createAgreed(
            Agreement agreement, Optional<DistrictCode> district, Parties parties, Words paper) {
        Section agreed = new Section();
        Paragraph intro =
                new Paragraph(
                        paper.of(
                                "form.agreement.intro",
                                parties.assessor(),
                                parties.assessee(),
                                paper.round(agreement.round()),
                                paper.date(agreement.firstDay()),
                                paper.date(agreement.lastDay())));
        intro.addClassName("form-text");
        ScoreOnPaper scores = new ScoreOnPaper(agreement, paper);
        FormTable table = new FormTable("form-agreed", paper.of("form.agreement.caption"));
        table.heading()
                .column(paper.of("form.indicator"))
                .column(weight(agreement, paper))
                .column(paper.of("form.unit"));
        int part = 0;
        for (SectionTerms terms : agreement.sections()) {
            part++;
            table.group();
            table.row().style("form-part").title(part(part, terms, paper), COLUMNS);
            for (int i = 0; i < terms.indicators().size(); i++) {
                Indicator indicator = terms.indicators().get(i);
                table.row()
                        .header(
                                scores.name(
                                        i + 1,
                                        indicator,
                                        indicator.isWatchedOnly() && applies(indicator, district)))
                        .number(weight(indicator, district, paper))
                        .cell(new UnitWords(paper).shortNames(agreement.units(indicator)));
            }
            table.row()
                    .style("form-sum")
                    .header(new Span(paper.of("form.sum")))
                    .number(
                            paper.number(
                                    terms.indicators().stream()
                                            .map(Indicator::weight)
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)))
                    .cell("");
        }
        Paragraph consent = new Paragraph(paper.of("form.agreement.consent"));
        consent.addClassName("form-text");
        Div signed = new Div(consent, parties.signatures(paper));
        signed.addClassName("form-together");
        Paragraph shares = new Paragraph(scores.shares(agreement));
        shares.addClassName("form-shares");
        agreed.add(intro, table, shares, signed);
        return agreed;
    }

    /** The levels of each indicator, letter by letter. */
    private static Component createAnnex(
            Agreement agreement,
            Scoreboard scoreboard,
            Optional<DistrictCode> district,
            Words paper) {
        Section annex = new Section();
        annex.setId("form-annex");
        annex.addClassName("form-new-page");
        Paragraph title = new Paragraph(agreement.title().th());
        title.addClassName("form-subtitle");
        annex.add(new H2(paper.of("form.annex")), title);
        int part = 0;
        for (SectionTerms terms : agreement.sections()) {
            part++;
            FormTable table = new FormTable("form-levels", part(part, terms, paper));
            table.getContent().setId("form-levels-" + terms.section().value());
            table.heading()
                    .wide(paper.of("form.indicator-and-targets"), 2)
                    .column(weight(agreement, paper))
                    .column(paper.of("form.unit"));
            for (int i = 0; i < terms.indicators().size(); i++) {
                Indicator indicator = terms.indicators().get(i);
                table.group();
                boolean listed = district.isEmpty() && !indicator.districts().isEmpty();
                int rows =
                        1
                                + indicator.computedMeasures().size()
                                + indicator.levels().size()
                                + (listed ? 1 : 0)
                                + (indicator.stages().isEmpty() ? 0 : 1);
                table.row()
                        .style("form-indicator")
                        .title(name(i, indicator, paper), 2)
                        .tallNumber(weight(indicator, district, paper), rows)
                        .tallCell(
                                new UnitWords(paper).shortNames(agreement.units(indicator)), rows);
                ComputationWords computations = new ComputationWords(paper, indicator);
                for (ComputedMeasure measure : indicator.computedMeasures()) {
                    Div rule = new Div(computations.rule(measure));
                    computations.steps(measure).forEach(step -> rule.add(new Div(step)));
                    table.row().header(new Span(paper.of(measure.name()))).cell(rule);
                }
                for (Level level : indicator.levels()) {
                    List<Component> text = new ArrayList<>(List.of(new Span(level.text().th())));
                    district.flatMap(own ->
                                    OwnTarget.onPaper(
                                            indicator.on(agreement.lastDay()),
                                            level.number(),
                                            own,
                                            paper))
                            .ifPresent(text::add);
                    table.row()
                            .header(new Span(paper.of("form.level", paper.level(level))))
                            .cell(text.toArray(Component[]::new));
                }
                if (!indicator.stages().isEmpty()) {
                    table.row()
                            .header(new Span(paper.of("stage.list")))
                            .cell(stages(indicator, paper));
                }
                if (listed) {
                    table.row()
                            .header(new Span(paper.of("district-terms.differ")))
                            .cell(ofDistricts(indicator, scoreboard, paper));
                }
            }
            annex.add(table);
        }
        return annex;
    }

    /** The weight, or that the indicator is none of the district's. */
    private static String weight(
            Indicator indicator, Optional<DistrictCode> district, Words paper) {
        return applies(indicator, district)
                ? paper.number(indicator.weight())
                : paper.of("level.not-applicable");
    }

    private static boolean applies(Indicator indicator, Optional<DistrictCode> district) {
        return district.filter(own -> !indicator.appliesIn(own)).isEmpty();
    }

    /** The targets of other days, a line each. */
    private static Component stages(Indicator indicator, Words paper) {
        StageWords said = new StageWords(paper);
        Div lines = new Div();
        indicator.stages().forEach(stage -> lines.add(new Paragraph(said.of(indicator, stage))));
        return lines;
    }

    /** What was agreed otherwise for single districts, a line each. */
    private static Component ofDistricts(Indicator indicator, Scoreboard scoreboard, Words paper) {
        DistrictTermsWords said = new DistrictTermsWords(paper);
        Div lines = new Div();
        for (DistrictTerms terms : indicator.districts()) {
            lines.add(
                    new Paragraph(
                            paper.of(
                                    "district-terms.line",
                                    paper.of(
                                            "district.name",
                                            scoreboard
                                                    .district(terms.district())
                                                    .map(one -> paper.of(one.name()))
                                                    .orElse(terms.district().value())),
                                    said.of(indicator, terms))));
        }
        return lines;
    }

    private static String weight(Agreement agreement, Words paper) {
        return paper.of(agreement.isOutOfHundred() ? "form.weight-percent" : "form.weight-printed");
    }

    private static String part(int part, SectionTerms terms, Words paper) {
        return paper.of("form.part", paper.number(part), paper.of(terms.name()));
    }

    /** As the agreement numbers them: from 1 in each section. */
    private static String name(int index, Indicator indicator, Words paper) {
        return paper.of("form.numbered", paper.number(index + 1L), indicator.name().th());
    }
}
