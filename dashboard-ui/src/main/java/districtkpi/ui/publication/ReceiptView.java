package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.publication.Publication;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.NamedPlace;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.ResultInShort;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.recording.RecordingWords;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The receipt of a district's scores, to be printed: from its rank down to the row of the file that
 * each figure came from.
 */
@Route(PublicationNavigation.RECEIPT)
@Requires(Permission.READ)
class ReceiptView extends DistrictPage {

    private final PublicationRepository publications;
    private final ImportRepository imports;
    private final ReviewRepository reviews;
    private final ImportLinks links;

    ReceiptView(
            Preferences preferences,
            Rounds rounds,
            PublicationRepository publications,
            ImportRepository imports,
            ReviewRepository reviews,
            ImportLinks links) {
        super(preferences, rounds);
        this.publications = publications;
        this.imports = imports;
        this.reviews = reviews;
        this.links = links;
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("receipt.title", words.of(shown.district().name()));
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(title(shown, words), shown.scoreboard(), state, words)
                        .beside(
                                DistrictNavigation.link(
                                        state, shown.district().code(), words.of("receipt.back")),
                                FormsNavigation.evaluation(state, shown.district().code(), words)));
        RoundBefore before = RoundBefore.of(shown.scoreboard(), rounds());
        content.add(createPlace(shown, before, words));
        content.add(createProof(shown.scoreboard(), words));
        content.add(createFiles(shown, state, words));
        Nav index = createIndex(shown, state, words);
        content.add(index);
        Map<IndicatorId, String> reviewedBy = reviewedBy(shown, words);
        Map<MeasureKey, MeasuredValue> values = shown.scoreboard().values(shown.district().code());
        Map<String, ReceiptScore> scores = new HashMap<>();
        Div list = new Div();
        for (Scorecard.Line line : shown.row().scorecard().lines()) {
            ReceiptScore score =
                    new ReceiptScore(
                            shown.scoreboard(),
                            shown.district().code(),
                            line,
                            levelBefore(shown, before, values, line.score(), words),
                            reviewedBy.getOrDefault(
                                    line.score().indicator().id(),
                                    words.of("receipt.not-reviewed")),
                            links,
                            state,
                            words);
            scores.put(line.score().indicator().id().value(), score);
            list.add(score);
        }
        content.add(list);
        NamedPlace.listen(
                index,
                place -> {
                    Optional<ReceiptScore> named = Optional.ofNullable(scores.get(place));
                    named.ifPresent(ReceiptScore::open);
                    return named;
                });
        return content;
    }

    /** The level of the round before, where the indicator was measured likewise. */
    private static Optional<String> levelBefore(
            Shown shown,
            RoundBefore before,
            Map<MeasureKey, MeasuredValue> values,
            IndicatorScore score,
            Words words) {
        return new ResultInShort(
                        shown.scoreboard(),
                        before.comparable(),
                        shown.district().code(),
                        values,
                        score,
                        words)
                .levelBefore()
                .flatMap(then ->
                        before.name(words)
                                .map(round ->
                                        words.of(
                                                "receipt.level-before",
                                                round,
                                                words.level(then.levelScore()))));
    }

    /** Who brought the files in that the district's figures came from, by import. */
    private Map<Long, String> broughtBy(Shown shown, Words words) {
        return shown.scoreboard().imports(shown.district().code()).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Function.identity(),
                                id ->
                                        imports.find(id)
                                                .flatMap(StoredImport::broughtBy)
                                                .map(AccountName::value)
                                                .orElseGet(() -> words.of("receipt.by-program"))));
    }

    /** How each indicator stood in the review when the round was published, or stands now. */
    private Map<IndicatorId, String> reviewedBy(Shown shown, Words words) {
        Instant until =
                shown.scoreboard().publication().map(Publication::publishedAt).orElse(Instant.MAX);
        List<ReviewStep> steps =
                reviews.find(shown.scoreboard().agreement().round(), shown.district().code());
        return ReviewStep.newest(steps, until).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                ReviewStep::indicator, new RecordingWords(words)::step));
    }

    /** What it was published as, and whether it comes out the same today. */
    private Component createProof(Scoreboard scoreboard, Words words) {
        Optional<Publication> publication = scoreboard.publication();
        if (publication.isEmpty()) {
            return new Remark("receipt-proof", words.of("receipt.unpublished"));
        }
        Publication published = publication.get();
        Div proof = new Div();
        proof.setId("receipt-proof");
        proof.add(
                new Paragraph(
                        words.of(
                                "receipt.published",
                                words.number(published.revision()),
                                words.dateTime(published.publishedAt()),
                                published.sha256())),
                new Paragraph(
                        words.of(
                                "receipt.agreement",
                                words.number(scoreboard.stored().version()),
                                scoreboard.stored().file(),
                                scoreboard.stored().sha256())),
                new Paragraph(
                        words.of(
                                "receipt.engine",
                                words.number(published.engineVersion()),
                                words.number(Scorer.VERSION))),
                publications.isReproduced(published)
                        ? new Paragraph(words.of("receipt.reproduced"))
                        : new Remark(words.of("receipt.not-reproduced")));
        proof.addClassName("receipt-proof");
        return proof;
    }

    private static Nav createIndex(Shown shown, PageState state, Words words) {
        Nav index = new Nav();
        index.setId("receipt-index");
        index.addClassName("receipt-index");
        index.setAriaLabel(words.of("record.index"));
        for (Scorecard.Line line : shown.row().scorecard().lines()) {
            String id = line.score().indicator().id().value();
            index.add(
                    PageLink.to(
                            PublicationNavigation.RECEIPT + "/" + shown.district().code(),
                            state,
                            id,
                            id));
        }
        return index;
    }

    /** One line for a file, however many figures came from it. */
    private Component createFiles(Shown shown, PageState state, Words words) {
        Map<Long, String> broughtBy = broughtBy(shown, words);
        Map<Long, List<Origin>> files =
                shown.scoreboard()
                        .agreement()
                        .indicators()
                        .flatMap(indicator ->
                                indicator.measures().stream()
                                        .map(measure -> indicator.key(measure.id())))
                        .flatMap(key ->
                                shown
                                        .scoreboard()
                                        .measurement(shown.district().code(), key)
                                        .stream())
                        .map(Measurement::origin)
                        .collect(
                                Collectors.groupingBy(
                                        Origin::importId, TreeMap::new, Collectors.toList()));
        DataTable table =
                new DataTable("receipt-files", words.of("receipt.files"), DataTable.Narrow.STACK);
        table.column(words.of("receipt.file"))
                .column(words.of("receipt.brought-by"))
                .numbers(words.of("receipt.file.figures"))
                .column(words.of("receipt.file.digest"));
        files.forEach((id, origins) -> {
            Span digest = new Span(origins.getFirst().sha256());
            digest.addClassName("digest");
            table.row()
                    .header(links.toFile(origins.getFirst(), state))
                    .cell(broughtBy.getOrDefault(id, ""))
                    .number(words.number(origins.size()))
                    .cell(digest);
        });
        return table;
    }

    private static String before(RoundBefore before, String value, Words words) {
        return before.name(words)
                .map(round -> " · " + words.of("receipt.before", round, value))
                .orElse("");
    }

    private static Component createPlace(Shown shown, RoundBefore before, Words words) {
        Optional<Ranking.Row> then =
                before.comparable()
                        .flatMap(earlier -> earlier.ranking().row(shown.district().code()));
        Scorecard.Total total = shown.row().scorecard().total();
        Div figures = new Div();
        figures.setId("receipt-place");
        figures.addClassName("figures");
        figures.add(
                new Figure(
                        "receipt-rank",
                        words.of("ranking.rank"),
                        shown.row().rank().isPresent()
                                ? words.number(shown.row().rank().getAsInt())
                                : "–",
                        words.of(
                                        "district.of-districts",
                                        words.number(shown.scoreboard().ranking().rows().size()))
                                + then.filter(row -> row.rank().isPresent())
                                        .map(row -> words.number(row.rank().getAsInt()))
                                        .map(rank -> before(before, rank, words))
                                        .orElse("")),
                new Figure(
                        "receipt-total",
                        words.of("district.total"),
                        total.points().map(words::total).orElse("–"),
                        total.points()
                                        .map(points ->
                                                words.of(
                                                        "district.of-five",
                                                        words.outOfFive(points)))
                                        .orElse("")
                                + then.flatMap(row -> row.scorecard().total().points())
                                        .map(words::total)
                                        .map(points -> before(before, points, words))
                                        .orElse("")));
        for (Scorecard.SectionTotal section : shown.row().scorecard().sections()) {
            figures.add(
                    new Figure(
                            "receipt-" + section.section().value(),
                            words.of(section.terms().name()),
                            section.total().points().map(words::total).orElse("–")));
        }
        return figures;
    }
}
