package districtkpi.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What analysts can take away: the package of the round, its tables, and lines that fetch them. */
@Route("data")
@Menu(title = "nav.data", order = 52, icon = "vaadin:database")
@Requires(Permission.READ)
class DataView extends RoundPage {

    /**
     * A table.
     *
     * @param key of what its rows are, in words
     * @param ofAllRounds as the API names it where it is of many rounds
     * @param wide whether it has a wide form
     */
    private record Offered(String table, String key, String ofAllRounds, boolean wide) {}

    private static final List<Offered> OFFERED =
            List.of(
                    new Offered("measurements", "data.table.measurements", "measurements", true),
                    new Offered("scores", "data.table.scores", "scores", true),
                    new Offered("ranking", "data.table.ranking", "ranking", false),
                    new Offered("trend", "data.table.trend", "trend", true),
                    new Offered("agreement", "data.table.agreement", "agreements", false));

    /** Of rounds whose ranking has no columns for their sections. */
    private static final Offered SECTIONS =
            new Offered("sections", "data.table.sections", "sections", false);

    /** Of rounds in which something was agreed otherwise for single districts. */
    private static final Offered TERMS = new Offered("terms", "data.table.terms", "terms", false);

    /** Of rounds whose targets grow. */
    private static final Offered STAGES =
            new Offered("stages", "data.table.stages", "stages", false);

    private static final Set<SectionId> IN_RANKING = Set.of(SectionId.TEAM, SectionId.INDIVIDUAL);

    private final OwnAddress ownAddress;

    DataView(Preferences preferences, Rounds rounds, OwnAddress ownAddress) {
        super(preferences, rounds, "nav.data");
        this.ownAddress = ownAddress;
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.agreement().round();
        Anchor archive =
                DataLink.file(
                        "rounds/" + round + "/package.zip", state, words.of("data.package.link"));
        archive.setId("package");
        return List.of(
                new RoundHeading(words.of("data.title"), scoreboard, state, words),
                new Block(
                        words.of("data.package"),
                        new Paragraph(words.of("data.package.explanation")),
                        new Paragraph(archive)),
                new Block(
                        words.of("data.tables"),
                        createTables(scoreboard.stored().agreement(), state, words)),
                createLines(words));
    }

    private static Stream<Offered> offered(Agreement agreement) {
        boolean named =
                agreement.sections().stream()
                        .map(SectionTerms::section)
                        .allMatch(IN_RANKING::contains);
        List<Offered> offered = new ArrayList<>(OFFERED);
        if (!named) {
            offered.add(SECTIONS);
        }
        if (!agreement.districtsWithTerms().isEmpty()) {
            offered.add(TERMS);
        }
        if (agreement.indicators().anyMatch(indicator -> !indicator.stages().isEmpty())) {
            offered.add(STAGES);
        }
        return offered.stream();
    }

    private static Component createTables(Agreement agreement, PageState state, Words words) {
        RoundId round = agreement.round();
        DataTable table =
                new DataTable(
                        "data-tables", words.of("data.tables.caption"), DataTable.Narrow.STACK);
        table.column(words.of("data.table"))
                .column(words.of("data.this-round"))
                .column(words.of("data.wide"))
                .column(words.of("data.all-rounds"));
        for (Offered offered : offered(agreement).toList()) {
            String name = offered.table();
            table.row()
                    .header(new Span(words.of(offered.key())))
                    .cell(DataLink.csv(round, name, state, name + ".csv"))
                    .cell(
                            offered.wide()
                                    ? DataLink.csv(
                                            round, name, state, "&form=wide", name + "-wide.csv")
                                    : new Span("–"))
                    .cell(
                            DataLink.ofAllRounds(
                                    offered.ofAllRounds(), state, name + "-all-rounds.csv"));
        }
        table.row()
                .header(new Span(words.of("data.table.issues")))
                .cell(new Span("–"))
                .cell(new Span("–"))
                .cell(DataLink.ofAllRounds("issues", state.withDay(null), "issues" + ".csv"));
        return table;
    }

    private Component createLines(Words words) {
        String address = ownAddress.get() + "/api/v1/scores.csv";
        Anchor description = new Anchor("api", words.of("data.api"));
        description.setId("api-page");
        description.setRouterIgnore(true);
        return new Block(
                words.of("data.lines"),
                new Paragraph(words.of("data.lines.explanation")),
                new H3("curl"),
                line(
                        "line-curl",
                        "curl -s -H \"Authorization: Bearer $DISTRICT_KPI_TOKEN\" \""
                                + address
                                + "\""),
                new H3("R"),
                line(
                        "line-r",
                        """
                        token <- paste("Bearer", Sys.getenv("DISTRICT_KPI_TOKEN"))
                        scores <- read.csv(url("%s", encoding = "UTF-8", headers = c(Authorization = token)))\
                        """
                                .formatted(address)),
                new H3("Python"),
                line(
                        "line-python",
                        """
                        import csv, io, os, urllib.request
                        token = {"Authorization": "Bearer " + os.environ["DISTRICT_KPI_TOKEN"]}
                        call = urllib.request.Request("%s", headers=token)
                        text = urllib.request.urlopen(call).read().decode("utf-8")
                        scores = list(csv.DictReader(io.StringIO(text)))
                        print(len(scores), scores[0]["indicator"], scores[0]["level"])\
                        """
                                .formatted(address)),
                new H3("Python, pandas"),
                line(
                        "line-pandas",
                        """
                        import os, pandas
                        token = {"Authorization": "Bearer " + os.environ["DISTRICT_KPI_TOKEN"]}
                        scores = pandas.read_csv("%s", dtype={"district": str}, storage_options=token)\
                        """
                                .formatted(address)),
                new Paragraph(description));
    }

    /** Lines to be copied, which are scrolled sideways where they do not fit. */
    private static Pre line(String id, String text) {
        Pre line = new Pre(text);
        line.setId(id);
        line.addClassName("code-lines");
        line.getElement().setAttribute("tabindex", "0");
        line.getElement().setAttribute("lang", "en");
        return line;
    }
}
