package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.words.Words;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.parts.Pages;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The summary of all districts, at most four on a sheet, as the office adds them up. Of more
 * districts than one reads the screen shows some at a time; the whole form is for paper.
 */
@Route(FormsNavigation.SUMMARY)
@Requires(Permission.READ)
class SummaryFormView extends RoundPage {

    /** How much of a form that goes on and on. */
    enum Extent {
        WHOLE
    }

    static final Parameter<Extent> EXTENT = Parameter.choice("extent", Extent.class);

    private static final int MAX_ON_A_SHEET = 4;
    private static final int COLUMNS_OF_A_DISTRICT = 3;

    private final VisibleScoreboards scoreboards;
    private final OwnAddress address;

    SummaryFormView(
            Preferences preferences,
            Rounds rounds,
            VisibleScoreboards scoreboards,
            OwnAddress address) {
        super(preferences, rounds, "form.summary");
        this.scoreboards = scoreboards;
        this.address = address;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(EXTENT, Pages.NUMBER);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        if (scoreboards.areOfOneDistrict() && scoreboard.publication().isEmpty()) {
            return List.of(
                    new H1(words.of("form.summary")),
                    new Remark("form-withheld", words.of("form.summary.withheld")));
        }
        Words paper = Paper.words(words);
        Agreement agreement = scoreboard.agreement();
        ScoreOnPaper scores = new ScoreOnPaper(scoreboard.agreement(), paper);
        Pages<District> pages = Pages.of(scoreboard.districts(), state);
        Optional<Component> others =
                state.chosen(EXTENT).isPresent()
                        ? Optional.empty()
                        : pages.links(FormsNavigation.SUMMARY, state, words);
        List<Ranking.Row> ranked = scoreboard.ranking().rows();
        List<Component> content = new ArrayList<>();
        others.ifPresent(_ -> content.add(new Remark("form-part", words.of("form.summary.part"))));
        content.add(
                createOverview(
                        scoreboard,
                        others.isEmpty() ? ranked : Pages.of(ranked, state).shown(),
                        scores,
                        paper));
        for (List<District> some :
                sheets(others.isEmpty() ? scoreboard.districts() : pages.shown())) {
            Section sheet = new Section(createDetails(scoreboard, some, scores, paper));
            sheet.addClassName("form-new-page");
            content.add(sheet);
        }
        // On the last sheet, so that whoever signs has them before their eyes.
        content.add(scores.notes(scoreboard));
        if (others.isPresent()) {
            return List.of(
                    others.get(),
                    createPaper(scoreboard, content, state, words).partial(whole(state, words)));
        }
        Div signed =
                new Div(
                        new Signatures(
                                new Signatures.Signer(paper.of("form.compiler"), ""),
                                new Signatures.Signer(
                                        paper.of("form.certifier"),
                                        Parties.of(agreement, Optional.empty(), paper).assessor()),
                                paper));
        signed.addClassName("form-together");
        content.add(signed);
        return List.of(createPaper(scoreboard, content, state, words));
    }

    private Paper createPaper(
            Scoreboard scoreboard, List<Component> content, PageState state, Words words) {
        Words paper = Paper.words(words);
        Agreement agreement = scoreboard.agreement();
        return new Paper(
                Paper.Lie.ACROSS,
                paper.of("form.summary.short", paper.shortRound(agreement.round())),
                List.of(
                        paper.of("form.summary.title"),
                        RoundLine.of(agreement, paper),
                        paper.of("product.place")),
                Provenance.ofScores(scoreboard, state, address::publication, paper),
                content,
                words);
    }

    private static Component whole(PageState state, Words words) {
        Anchor link =
                PageLink.to(
                        FormsNavigation.SUMMARY,
                        state.with(Pages.NUMBER, null).with(EXTENT, Extent.WHOLE),
                        words.of("form.summary.whole"));
        link.setId("form-whole");
        return link;
    }

    /** The districts by code, as evenly on as few sheets as can be. */
    static List<List<District>> sheets(List<District> districts) {
        int sheets = Math.ceilDiv(districts.size(), MAX_ON_A_SHEET);
        List<List<District>> parts = new ArrayList<>();
        for (int i = 0; i < sheets; i++) {
            parts.add(
                    districts.subList(
                            i * districts.size() / sheets, (i + 1) * districts.size() / sheets));
        }
        return parts;
    }

    /**
     * One row for each district, by rank.
     *
     * @param shown the rows that are written
     */
    private static FormTable createOverview(
            Scoreboard scoreboard, List<Ranking.Row> shown, ScoreOnPaper scores, Words paper) {
        Agreement agreement = scoreboard.agreement();
        FormTable table = new FormTable("form-overview", paper.of("form.summary.caption"));
        FormTable.Row heading =
                table.heading().column(paper.of("ranking.rank")).column(paper.of("form.district"));
        int part = 0;
        for (SectionTerms terms : agreement.sections()) {
            part++;
            heading.column(
                    paper.of("form.sum-of-part", paper.number(part), paper.of(terms.name())));
        }
        List<OutOfFive> sums =
                scoreboard.ranking().rows().stream()
                        .map(row -> OutOfFive.of(agreement, row.scorecard()))
                        .toList();
        boolean equal = sums.stream().allMatch(OutOfFive::sharesAreEqual);
        if (equal) {
            heading.column(paper.of("form.sum-of-parts")).column(paper.of("form.average"));
        } else {
            for (int i = 0; i < agreement.sections().size(); i++) {
                heading.column(scores.byShare(i + 1, agreement.sections().get(i)));
            }
            heading.column(paper.of("form.sum-by-shares"));
        }
        heading.column(paper.of("form.total")).column(paper.of("form.scored"));
        for (Ranking.Row row : shown) {
            Scorecard scorecard = row.scorecard();
            OutOfFive own = OutOfFive.of(agreement, scorecard);
            FormTable.Row cells =
                    table.row()
                            .id("form-overview-" + scorecard.district())
                            .number(
                                    row.rank().isPresent()
                                            ? paper.number(row.rank().getAsInt())
                                            : "–")
                            .header(
                                    new Span(
                                            scoreboard
                                                    .district(scorecard.district())
                                                    .map(District::name)
                                                    .map(paper::of)
                                                    .orElseGet(scorecard.district()::value)));
            own.sections().forEach(section -> cells.number(scores.sum(section)));
            if (equal) {
                cells.number(scores.sum(own.sum()));
            } else {
                own.sections().forEach(section -> cells.number(scores.byShare(section)));
            }
            cells.number(scores.sum(own.average()))
                    .number(scores.total(scorecard.total().points()))
                    .number(paper.weight(scorecard.total().scoredWeight()));
        }
        return table;
    }

    /** Weight, score and weighted score of each indicator, of some districts side by side. */
    private static FormTable createDetails(
            Scoreboard scoreboard, List<District> districts, ScoreOnPaper scores, Words paper) {
        Agreement agreement = scoreboard.agreement();
        List<Scorecard> scorecards =
                districts.stream()
                        .flatMap(district -> scoreboard.ranking().row(district.code()).stream())
                        .map(Ranking.Row::scorecard)
                        .toList();
        List<OutOfFive> sums =
                scorecards.stream().map(one -> OutOfFive.of(agreement, one)).toList();
        int columns = 1 + COLUMNS_OF_A_DISTRICT * districts.size();
        FormTable table = new FormTable("form-details", paper.of("form.details.caption"));
        table.getContent().setId("form-details-" + districts.getFirst().code());
        FormTable.Row names = table.heading().tall(paper.of("form.indicator"), 2);
        FormTable.Row heads = table.heading();
        for (District district : districts) {
            names.wide(paper.of("district.name", paper.of(district.name())), COLUMNS_OF_A_DISTRICT);
            heads.column(paper.of("form.details.weight"))
                    .column(paper.of("form.details.score"))
                    .column(paper.of("form.details.weighted"));
        }
        for (int i = 0; i < agreement.sections().size(); i++) {
            int index = i;
            SectionTerms terms = agreement.sections().get(i);
            String section = paper.of(terms.name());
            table.group();
            table.row()
                    .style("form-part")
                    .title(paper.of("form.part", paper.number(i + 1L), section), columns);
            addIndicators(table, terms, scorecards, scores);
            FormTable.Row sum =
                    table.row()
                            .style("form-sum")
                            .header(paper.of("form.sum-of-part", paper.number(i + 1L), section), 1);
            sums.forEach(one ->
                    sum.number(paper.number(one.sections().get(index).weight()))
                            .number("")
                            .number(scores.sum(one.sections().get(index))));
        }
        table.group();
        addSums(table, sums, scores, paper);
        return table;
    }

    /** The sums in the end: shares that differ count in what stands in the last row. */
    private static void addSums(
            FormTable table, List<OutOfFive> sums, ScoreOnPaper scores, Words paper) {
        boolean equal = sums.stream().allMatch(OutOfFive::sharesAreEqual);
        if (equal) {
            FormTable.Row sum =
                    table.row().style("form-sum").header(paper.of("form.sum-of-parts"), 1);
            sums.forEach(one ->
                    sum.number(paper.number(one.weight()))
                            .number("")
                            .number(scores.sum(one.sum())));
        } else {
            for (int i = 0; i < sums.getFirst().sections().size(); i++) {
                int index = i;
                FormTable.Row share =
                        table.row()
                                .style("form-sum")
                                .header(
                                        scores.byShare(
                                                i + 1, sums.getFirst().sections().get(i).terms()),
                                        1);
                sums.forEach(one ->
                        share.number(paper.weight(one.sections().get(index).share()))
                                .number("")
                                .number(scores.byShare(one.sections().get(index))));
            }
        }
        FormTable.Row average =
                table.row()
                        .style("form-sum")
                        .header(
                                equal ? paper.of("form.average") : paper.of("form.sum-by-shares"),
                                1);
        sums.forEach(one -> average.number(scores.sum(one.average()), COLUMNS_OF_A_DISTRICT));
    }

    private static void addIndicators(
            FormTable table, SectionTerms terms, List<Scorecard> scorecards, ScoreOnPaper scores) {
        for (int i = 0; i < terms.indicators().size(); i++) {
            Indicator indicator = terms.indicators().get(i);
            FormTable.Row row = table.row().header(scores.name(i + 1, indicator));
            for (Scorecard scorecard : scorecards) {
                Scorecard.Line line = scorecard.line(indicator.id());
                row.number(scores.weight(line))
                        .styled("number", scores.level(line.score()))
                        .number(scores.weighted(line));
            }
        }
    }
}
