package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.DistrictImprovement;
import districtkpi.scoring.movement.DistrictImprovement.Excluded;
import districtkpi.scoring.movement.DistrictImprovement.Reason;
import districtkpi.scoring.movement.Improvement;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.OptionLinks;
import districtkpi.ui.ranking.RankingNavigation.Improved;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Who improved most since the round before, on what can be compared. */
class ImprovementBlock extends Composite<Section> {

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;

    ImprovementBlock(Scoreboard scoreboard, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        Section block = getContent();
        block.setId("improvement-block");
        block.addClassName("block");
        block.add(new H2(words.of("improvement.title")));
    }

    /** Says why there is no table. */
    ImprovementBlock nothingBefore() {
        return notYet(words.of("improvement.nothing-before"));
    }

    /** Says why there is no table yet. */
    ImprovementBlock notYet(String why) {
        Paragraph text = new Paragraph(why);
        text.setId("improvement-none");
        getContent().add(text);
        return this;
    }

    /** The table. */
    ImprovementBlock show(Improvement improvement, DistrictChoice choice) {
        String before = words.round(improvement.earlier().round());
        Improved order = state.chosen(RankingNavigation.IMPROVED).orElse(Improved.GAIN);
        List<Improvement.Row> rows =
                switch (order) {
                    case GAIN -> improvement.byGain();
                    case SHARE -> improvement.byShare();
                };
        getContent().add(new Paragraph(words.of("improvement.explanation", before)));
        if (rows.stream().allMatch(row -> row.improvement().gain().isEmpty())) {
            Paragraph none = new Paragraph(words.of("improvement.nothing-comparable", before));
            none.setId("improvement-none");
            getContent().add(none);
        } else {
            getContent().add(orderChoice(order), table(rows, order, choice, before));
        }
        getContent().add(excludedForAll(rows));
        return this;
    }

    private OptionLinks orderChoice(Improved order) {
        OptionLinks links = new OptionLinks("improvement-order", words.of("improvement.order"));
        links.add(
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(RankingNavigation.IMPROVED, null),
                        words.of("improvement.order.gain")),
                order == Improved.GAIN);
        links.add(
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(RankingNavigation.IMPROVED, Improved.SHARE),
                        words.of("improvement.order.share")),
                order == Improved.SHARE);
        return links;
    }

    private DataTable table(
            List<Improvement.Row> rows, Improved order, DistrictChoice choice, String before) {
        DataTable table =
                new DataTable(
                                "improvement",
                                words.of("improvement.caption", before),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words);
        table.numbers(words.of("part.rank"))
                .atFirstSight()
                .column(words.of("ranking.district"))
                .numbers(words.of("improvement.before"))
                .numbers(words.of("improvement.after"))
                .numbers(words.of("improvement.gained"))
                .atFirstSight()
                .numbers(words.of("improvement.share"))
                .column(words.of("improvement.compared"));
        rows.stream()
                .filter(row -> choice.has(row.improvement().district()))
                .limit(DistrictChoice.MAX_ROWS)
                .forEach(row ->
                        scoreboard
                                .district(row.improvement().district())
                                .ifPresent(district -> addRow(table, row, order, district)));
        return table;
    }

    private void addRow(DataTable table, Improvement.Row row, Improved order, District district) {
        DistrictImprovement improvement = row.improvement();
        OptionalInt rank =
                switch (order) {
                    case GAIN -> row.rankByGain();
                    case SHARE -> row.rankByShare();
                };
        DataTable.Row cells =
                table.row()
                        .id("improvement-" + district.code())
                        .styled("rank", rank(rank, improvement))
                        .header(
                                TrendsNavigation.linkToMovement(
                                        state, district.code(), words.of(district.name())));
        improvement
                .gain()
                .ifPresentOrElse(
                        gain ->
                                cells.number(words.weighted(gain.before()))
                                        .number(words.weighted(gain.after()))
                                        .styled(
                                                "number gained",
                                                TrendsNavigation.linkToMovement(
                                                        state,
                                                        district.code(),
                                                        words.gain(gain.gained()))),
                        () -> cells.number("–").number("–").number("–"));
        cells.styled("number", share(improvement));
        cells.cell(compared(improvement, district.code()));
    }

    private Component rank(OptionalInt rank, DistrictImprovement improvement) {
        if (rank.isPresent()) {
            return new Span(words.number(rank.getAsInt()));
        }
        return new Span(
                new Span("–"),
                new HiddenText(
                        words.of(
                                improvement.keptTheTop()
                                        ? "improvement.kept-the-top"
                                        : "improvement.no-rank")));
    }

    private Component share(DistrictImprovement improvement) {
        if (improvement.share().isPresent()) {
            return new Span(words.part(improvement.share().get()));
        }
        if (improvement.keptTheTop()) {
            return new Span(words.of("improvement.kept-the-top"));
        }
        return new Span(
                improvement.gain().isPresent() ? words.of("improvement.fell-from-top") : "–");
    }

    private Component compared(DistrictImprovement improvement, DistrictCode district) {
        Span cell =
                new Span(
                        improvement
                                .gain()
                                .map(gain ->
                                        words.of(
                                                "improvement.compared.of",
                                                words.number(gain.indicators()),
                                                words.weight(gain.weight())))
                                .orElseGet(() -> words.of("improvement.compared.none")));
        List<Excluded> own =
                improvement.excluded().stream()
                        .filter(one -> one.reason() == Reason.NO_LEVEL)
                        .toList();
        if (!own.isEmpty()) {
            Span left = new Span(words.of("improvement.no-level") + " ");
            left.addClassName("soft");
            for (Excluded one : own) {
                Indicator indicator = one.pairing().after().orElseThrow();
                left.add(
                        DistrictNavigation.linkToIndicator(
                                state, district, indicator.id(), indicator.id().value()));
                left.add(" ");
            }
            cell.add(left);
        }
        return cell;
    }

    /** What no district can be compared in, with the reason. */
    private Component excludedForAll(List<Improvement.Row> rows) {
        List<Excluded> excluded =
                rows.stream()
                        .limit(1)
                        .flatMap(row -> row.improvement().excluded().stream())
                        .filter(one -> one.reason() != Reason.NO_LEVEL)
                        .toList();
        NativeDetails details = new NativeDetails();
        details.setId("improvement-excluded");
        details.addClassName("explanation");
        details.setSummaryText(words.of("improvement.excluded", words.number(excluded.size())));
        UnorderedList list = new UnorderedList();
        for (Excluded one : excluded) {
            list.add(new ListItem(name(one) + " — " + reason(one.reason())));
        }
        if (excluded.isEmpty()) {
            list.add(new ListItem(words.of("improvement.excluded.none")));
        }
        list.add(new ListItem(words.of("improvement.excluded.no-level")));
        details.setContent(list);
        return details;
    }

    private String name(Excluded excluded) {
        return excluded
                .pairing()
                .after()
                .or(excluded.pairing()::before)
                .map(indicator -> indicator.id() + " " + words.of(indicator.name()))
                .stream()
                .collect(Collectors.joining());
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case ADDED -> words.of("improvement.reason.added");
            case DROPPED -> words.of("improvement.reason.dropped");
            case REDEFINED -> words.of("improvement.reason.redefined");
            case NO_LEVEL -> words.of("improvement.no-level");
            case WATCHED_ONLY -> words.of("improvement.reason.watched");
        };
    }
}
