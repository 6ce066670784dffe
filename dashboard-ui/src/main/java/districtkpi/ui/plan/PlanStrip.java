package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.MoveSet;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.parts.StripItem;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Whose plan it is, what the total is, what it can become at all, and what it becomes by plan. */
class PlanStrip extends Composite<Div> {

    private final Plan plan;
    private final PageState state;
    private final Words words;

    /**
     * @param set of the plan; absent where nothing is planned
     */
    PlanStrip(String title, Plan plan, Optional<MoveSet> set, PageState state, Words words) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        RoundHeading heading =
                new RoundHeading(title, plan.scoreboard(), state, words).beside(ways());
        Div figures = new Div(createNow(), createReachable());
        figures.addClassName("strip-figures");
        figures.getElement().setAttribute("role", "group");
        figures.getElement().setAttribute("aria-label", words.of("plan.afterwards"));
        set.ifPresent(
                found -> figures.add(createTotal(found), createRank(found), createEffort(found)));
        if (!EarlierRound.isOver(plan.scoreboard())) {
            figures.add(createDays());
        }
        getContent().setId("plan-strip");
        getContent().addClassName("district-strip");
        getContent().add(heading, figures);
    }

    /** To the district, and to the plans of its neighbours in rank. */
    private Component[] ways() {
        List<Ranking.Row> rows = plan.scoreboard().ranking().rows();
        int place = rows.indexOf(plan.row());
        List<Component> ways = new ArrayList<>();
        if (place > 0) {
            ways.add(neighbour(rows.get(place - 1), "◂", "district.ahead", "to-ahead"));
        }
        if (place + 1 < rows.size()) {
            ways.add(neighbour(rows.get(place + 1), "▸", "district.behind", "to-behind"));
        }
        Anchor district =
                DistrictNavigation.link(
                        state, plan.district().code(), words.of("plan.to-district"));
        district.setId("to-district");
        ways.add(district);
        return ways.toArray(Component[]::new);
    }

    private Component neighbour(Ranking.Row other, String sign, String key, String id) {
        DistrictCode code = other.scorecard().district();
        String name = new DistrictNames(plan.scoreboard(), words).of(code);
        String label =
                other.rank().isPresent()
                        ? words.of(key, words.number(other.rank().getAsInt()), name)
                        : name;
        Anchor link = PlanNavigation.link(state, code, sign);
        link.setId(id);
        link.addClassName("neighbour");
        link.setTitle(label);
        link.setAriaLabel(label);
        return link;
    }

    private Optional<BigFraction> points() {
        return plan.row().scorecard().total().points();
    }

    private Component createNow() {
        return new StripItem(
                "plan-now",
                words.of("district.total"),
                points().map(words::total).orElse("–"),
                plan.row().rank().isPresent()
                        ? words.of("plan.rank-of", words.number(plan.row().rank().getAsInt()))
                        : NoRank.reason(plan.row().isRankWithheld(), words));
    }

    /** With the highest level of each indicator that can still be reached. */
    private Component createReachable() {
        BigFraction gains =
                plan.row().scorecard().lines().stream()
                        .map(line -> plan.moves().of(line.score().indicator().id()))
                        .filter(moves -> !moves.isEmpty())
                        .map(moves ->
                                moves.stream()
                                        .map(PlanStrip::most)
                                        .max(BigFraction::compareTo)
                                        .orElse(BigFraction.ZERO))
                        .reduce(BigFraction.ZERO, BigFraction::add);
        return new StripItem(
                "plan-reachable",
                words.of(
                        EarlierRound.isOver(plan.scoreboard())
                                ? "plan.would-have-been"
                                : "plan.reachable"),
                points().map(gains::add).map(words::total).orElse("–"),
                words.difference(gains));
    }

    private static BigFraction most(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.gain();
            case Move.ReportFirst report -> report.gainAtHighest();
        };
    }

    private Component createTotal(MoveSet set) {
        return new StripItem(
                "plan-total",
                words.of("plan.by-plan"),
                set.points().map(words::total).orElse("–"),
                words.of("plan.gained", words.difference(set.gain())));
    }

    private Component createRank(MoveSet set) {
        return new StripItem(
                "plan-rank",
                words.of("plan.rank"),
                set.rank().isPresent() && !plan.row().isRankWithheld()
                        ? words.number(set.rank().getAsInt())
                        : "–",
                plan.row().rank().isPresent()
                        ? words.of("plan.rank-now", words.number(plan.row().rank().getAsInt()))
                        : NoRank.reason(plan.row().isRankWithheld(), words));
    }

    private Component createEffort(MoveSet set) {
        return new StripItem(
                "plan-cost",
                words.of("plan.effort"),
                words.effort(set.effort()),
                plan.effort().unit(words));
    }

    private Component createDays() {
        return new StripItem(
                "plan-days",
                words.of("plan.days-left"),
                words.number(
                        ChronoUnit.DAYS.between(
                                plan.scoreboard().asOf(), plan.scoreboard().agreement().lastDay())),
                words.of("plan.until", words.shortDate(plan.scoreboard().agreement().lastDay())));
    }
}
