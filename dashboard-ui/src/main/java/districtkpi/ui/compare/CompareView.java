package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Up to five districts side by side, and each beside the province. */
@Route(CompareNavigation.PATH)
@StyleSheet("context://analysis.css")
@Menu(title = "nav.compare", order = 21, icon = "vaadin:split-h")
@Requires(Permission.READ)
class CompareView extends RoundPage {

    private final Analyses analyses;

    CompareView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences, rounds, "nav.compare");
        this.analyses = analyses;
    }

    @Override
    protected Scope scope() {
        return Scope.PART;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(
                CompareNavigation.DISTRICTS, CompareNavigation.LEARNER, CompareNavigation.TAB);
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        List<DistrictCode> chosen = CompareNavigation.chosen(state);
        if (chosen.isEmpty() || chosen.size() > Comparison.MAX) {
            return List.of();
        }
        return List.of(
                TableLink.csv(
                        "comparison",
                        scoreboard.agreement().round(),
                        state,
                        "&districts=" + CompareNavigation.DISTRICTS.writer().apply(chosen),
                        words.of("compare.download")));
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<DistrictCode> chosen = CompareNavigation.chosen(state);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("compare.title"), scoreboard, state, words));
        Part part = Part.of(scoreboard.agreement(), state);
        content.add(new DistrictPicker(scoreboard, analyses, state, words));
        if (part.indicators().isEmpty()) {
            content.add(PartRemark.empty(part, CompareNavigation.PATH, state, words));
            return content;
        }
        if (chosen.size() > Comparison.MAX) {
            content.add(tooMany(chosen, state, words));
            return content;
        }
        Comparison comparison = analyses.comparison(scoreboard, chosen);
        if (!comparison.notRanked().isEmpty()) {
            content.add(unknown(comparison, words));
        }
        if (comparison.districts().isEmpty()) {
            content.add(new Suggestions(scoreboard, analyses, state, words));
            return content;
        }
        if (scoreboard.ranking().statistics().isEmpty()) {
            content.add(new Remark("compare-empty", words.of("compare.empty")));
        }
        content.addAll(compared(scoreboard, comparison, part, state, words));
        return content;
    }

    private List<Component> compared(
            Scoreboard scoreboard, Comparison comparison, Part part, PageState state, Words words) {
        List<DistrictCode> districts = codes(comparison);
        List<Component> content = new ArrayList<>();
        if (!part.isWhole()) {
            content.add(PartRemark.shown(part, CompareNavigation.PATH, state, words));
        }
        if (districts.size() == 1) {
            content.add(new Remark("compare-one", words.of("compare.one")));
        }
        DistrictNames names = new DistrictNames(scoreboard, words);
        content.add(new TotalsTable(comparison, part, names, state, words));
        content.add(new IndicatorStrips(scoreboard, comparison, part, names, state, words));
        DistrictCode learner =
                state.chosen(CompareNavigation.LEARNER)
                        .filter(districts::contains)
                        .orElse(districts.getFirst());
        CompareNavigation.Tab tab = CompareNavigation.tab(state);
        Optional<Scoreboard> before = rounds().before(scoreboard);
        content.add(new CompareTabs(tab, state, words));
        switch (tab) {
            case FIGURES -> {
                content.add(
                        new ComparisonTable(
                                scoreboard,
                                comparison,
                                part,
                                id -> analyses.examples(scoreboard, before, learner, id),
                                analyses,
                                names,
                                state,
                                words));
                content.add(
                        new NativeDetails(
                                words.of("compare.reading"),
                                new Paragraph(
                                        words.of(
                                                part.isWhole()
                                                        ? "compare.explanation"
                                                        : "compare.part.explanation"))));
            }
            case PROVINCE -> {
                if (scoreboard.ranking().statistics().isPresent()) {
                    content.add(new ProvinceChart(comparison, part, names, state, words));
                    content.add(
                            new StrengthTable(
                                    scoreboard, analyses, districts, part, names, state, words));
                }
            }
            case LEARN ->
                    content.add(
                            new Block(
                                    words.of("compare.learn"),
                                    new Paragraph(words.of("compare.learn.explanation")),
                                    new LearnerLinks(districts, learner, names, state, words),
                                    new SimilarTable(
                                            scoreboard, analyses, learner, names, state, words),
                                    new ExamplesTable(
                                            scoreboard,
                                            before,
                                            analyses,
                                            learner,
                                            part,
                                            names,
                                            state,
                                            words)));
        }
        return content;
    }

    private static List<DistrictCode> codes(Comparison comparison) {
        return comparison.districts().stream()
                .map(Ranking.Row::scorecard)
                .map(scorecard -> scorecard.district())
                .toList();
    }

    private static Component tooMany(List<DistrictCode> chosen, PageState state, Words words) {
        Remark message =
                new Remark(
                        "compare-too-many",
                        words.of(
                                "compare.too-many",
                                words.number(Comparison.MAX),
                                words.number(chosen.size())));
        message.add(" ");
        message.add(
                CompareNavigation.again(
                        state,
                        chosen.subList(0, Comparison.MAX),
                        words.of("compare.too-many.first", words.number(Comparison.MAX))));
        return message;
    }

    private static Component unknown(Comparison comparison, Words words) {
        String codes =
                comparison.notRanked().stream()
                        .map(DistrictCode::value)
                        .collect(Collectors.joining(", "));
        return new Remark("compare-unknown", words.of("compare.unknown", codes));
    }
}
