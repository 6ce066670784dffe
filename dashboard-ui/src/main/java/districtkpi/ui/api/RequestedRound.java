package districtkpi.ui.api;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.export.table.RoundTable;
import districtkpi.export.table.TableRequest;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the rounds that a request for a table names, as of its day, and answers with the table. */
@Component
class RequestedRound {

    static final LocalizedText ROUND_FORM = ServerTexts.text("parameter.round");

    private final VisibleScoreboards scoreboards;
    private final AgreementRepository agreements;
    private final Answers answers;

    RequestedRound(
            VisibleScoreboards scoreboards, AgreementRepository agreements, Answers answers) {
        this.scoreboards = scoreboards;
        this.agreements = agreements;
        this.answers = answers;
    }

    /** The form that a table is asked for in. */
    private enum Shape {
        LONG,
        WIDE;

        static Shape parse(String text) {
            for (Shape shape : values()) {
                if (shape.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return shape;
                }
            }
            throw new IllegalArgumentException("No shape: " + text);
        }
    }

    /** Answers with a table of one round as CSV or JSON. */
    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String round,
            RoundTable<?> table,
            Download.Form form) {
        Parameters parameters =
                Parameters.of(
                        request, TableParameters.of(table), TableParameters.repeatable(table));
        answers.send(
                request,
                response,
                () ->
                        download(
                                List.of(scoreboard(round, parameters)),
                                parameters,
                                table,
                                round,
                                form));
    }

    /** Answers with a table of some rounds, or of all, as CSV or JSON. */
    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            RoundTable<?> table,
            Download.Form form) {
        Set<Query> known = EnumSet.copyOf(TableParameters.of(table));
        known.add(Query.ROUND);
        // Each round has revisions of its own.
        known.remove(Query.REVISION);
        Set<Query> repeatable = EnumSet.of(Query.ROUND);
        repeatable.addAll(TableParameters.repeatable(table));
        Parameters parameters = Parameters.of(request, known, repeatable);
        Set<RoundId> named = parameters.all(Query.ROUND, RoundId::parse, ROUND_FORM);
        answers.send(
                request,
                response,
                () ->
                        download(
                                boards(named, parameters),
                                parameters,
                                table,
                                named.isEmpty()
                                        ? "all-rounds"
                                        : named.stream()
                                                .sorted()
                                                .map(RoundId::toString)
                                                .collect(Collectors.joining("-")),
                                form));
    }

    private static Download download(
            List<Scoreboard> boards,
            Parameters parameters,
            RoundTable<?> table,
            String rounds,
            Download.Form form) {
        boolean byteOrderMark = parameters.flag(Query.BYTE_ORDER_MARK);
        Shape shape =
                parameters
                        .read(Query.FORM, Shape::parse, ServerTexts.text("parameter.form"))
                        .orElse(Shape.LONG);
        TableRequest asked = TableParameters.read(parameters, table, boards);
        RoundTable.Rows<?> rows = table.answer(asked, shape == Shape.WIDE);
        String wide = shape == Shape.WIDE ? "-wide" : "";
        String district = asked.chosenDistrict().map(code -> "-" + code).orElse("");
        String day = parameters.day(Query.AS_OF).map(asOf -> "-as-of-" + asOf).orElse("");
        String revision = parameters.revision().map(one -> "-revision-" + one).orElse("");
        return Download.of(
                table.name() + wide + district + "-" + rounds + day + revision,
                form,
                out -> rows.write(form.ofTable(), byteOrderMark, out));
    }

    private List<Scoreboard> boards(Set<RoundId> named, Parameters parameters) {
        Stream<RoundId> rounds =
                named.isEmpty()
                        ? agreements.findAllInForce().stream()
                                .map(stored -> stored.agreement().round())
                        : named.stream();
        return rounds.sorted().map(round -> scoreboard(round.toString(), parameters)).toList();
    }

    /**
     * A round as of the day, or in the revision, that the parameters say.
     *
     * @throws ProblemException if there is no such round or revision
     */
    Scoreboard scoreboard(String round, Parameters parameters) {
        RoundId id = id(round);
        Optional<Integer> revision = parameters.revision();
        if (revision.isPresent()) {
            return scoreboards
                    .find(id, revision.get().intValue())
                    .orElseThrow(() ->
                            new ProblemException(Problem.unknownRevision(round, revision.get())));
        }
        return parameters
                .day(Query.AS_OF)
                .map(day -> scoreboards.find(id, day))
                .orElseGet(() -> scoreboards.find(id))
                .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
    }

    /**
     * The round that an address names.
     *
     * @throws ProblemException if the text is no round
     */
    static RoundId id(String round) {
        try {
            return RoundId.parse(round);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(Problem.unknownRound(round));
        }
    }
}
