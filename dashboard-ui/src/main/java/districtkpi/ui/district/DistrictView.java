package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The scorecard of one district, named by its code in the address. */
@Route(DistrictNavigation.PATH)
@Requires(Permission.READ)
class DistrictView extends DistrictPage {

    private final Analyses analyses;
    private final ExtractRepository extracts;
    private final ImportLinks links;
    private final List<DistrictBlock> blocks;
    private final List<IndicatorActions> actions;

    DistrictView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            ExtractRepository extracts,
            ImportLinks links,
            List<DistrictBlock> blocks,
            List<IndicatorActions> actions) {
        super(preferences, rounds);
        this.analyses = analyses;
        this.extracts = extracts;
        this.links = links;
        this.blocks = List.copyOf(blocks);
        this.actions = List.copyOf(actions);
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("district.name", words.of(shown.district().name()));
    }

    @Override
    protected Scope scope() {
        return Scope.DAY;
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(
                        words.of("district.name", words.of(shown.district().name())),
                        shown.scoreboard(),
                        state,
                        words));
        content.add(new ScorecardSummary(shown.row(), shown.scoreboard().ranking(), words));
        for (DistrictBlock block : blocks) {
            content.add(block.of(shown.scoreboard(), shown.district(), state, words));
        }
        Workings workings = Workings.of(shown.scoreboard(), shown.district().code(), extracts);
        List<Function<IndicatorScore, Optional<Component>>> offered =
                actions.stream()
                        .map(one -> one.of(shown.scoreboard(), shown.district().code(), words))
                        .toList();
        for (SectionTerms terms : shown.scoreboard().stored().agreement().sections()) {
            content.add(createSection(shown, terms, workings, offered, state, words));
        }
        content.add(createNeighbours(shown, state, words));
        return content;
    }

    private Component createSection(
            Shown shown,
            SectionTerms terms,
            Workings workings,
            List<Function<IndicatorScore, Optional<Component>>> offered,
            PageState state,
            Words words) {
        Section section = terms.section();
        com.vaadin.flow.component.html.Section block = new com.vaadin.flow.component.html.Section();
        block.addClassName("block");
        block.setId("section-" + section.key());
        String points =
                shown.row()
                        .scorecard()
                        .section(section)
                        .flatMap(Scorecard.Total::points)
                        .map(words::total)
                        .orElse("–");
        block.add(new H2(words.of("district.section", words.of(section.label()), points)));
        for (Scorecard.Line line : shown.row().scorecard().lines()) {
            if (line.section() == section) {
                block.add(
                        new IndicatorCard(
                                shown.scoreboard(),
                                shown.district().code(),
                                line,
                                workings,
                                links,
                                offered.stream()
                                        .flatMap(one -> one.apply(line.score()).stream())
                                        .toList(),
                                state,
                                words));
            }
        }
        return block;
    }

    private static Component createNeighbours(Shown shown, PageState state, Words words) {
        Nav nav = new Nav();
        nav.setId("districts");
        nav.addClassName("district-links");
        nav.getElement().setAttribute("aria-label", words.of("district.others"));
        nav.add(new H2(words.of("district.others")));
        for (District district : shown.scoreboard().districts()) {
            if (!district.equals(shown.district())) {
                nav.add(DistrictNavigation.link(state, district.code(), words.of(district.name())));
            }
        }
        return nav;
    }
}
