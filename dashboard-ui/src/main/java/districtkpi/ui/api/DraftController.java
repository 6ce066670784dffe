package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Note;
import districtkpi.importer.agreement.AgreementDocument;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftSyntaxException;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of the laboratory as agreement files. */
@RestController
@Requires(Permission.READ)
class DraftController {

    private final RequestedRound requested;
    private final Answers answers;

    DraftController(RequestedRound requested, Answers answers) {
        this.answers = answers;
        this.requested = requested;
    }

    /**
     * The agreement with a draft's weights, thresholds and shares: a file, which changes nothing.
     */
    @GetMapping(ApiPaths.VERSION_1 + "/rounds/{round}/draft.yaml")
    void draft(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, Set.of(Query.DRAFT));
        answers.send(request, response, () -> draft(round, parameters));
    }

    private Download draft(String round, Parameters parameters) {
        Agreement agreement = requested.scoreboard(round, parameters).stored().agreement();
        Draft draft = asked(parameters);
        return switch (draft.applyTo(agreement)) {
            case DraftedAgreement.Scorable(var drafted, var _) ->
                    Download.of(
                            "draft-" + agreement.round(),
                            Download.Form.YAML,
                            AgreementDocument.toYaml(marked(drafted, draft))
                                    .getBytes(StandardCharsets.UTF_8));
            case DraftedAgreement.Unscorable unscorable -> throw refusal(unscorable);
        };
    }

    /**
     * The draft that is asked for; the one that changes nothing where none is.
     *
     * @throws ProblemException if it cannot be read
     */
    static Draft asked(Parameters parameters) {
        try {
            return parameters.has(Query.DRAFT)
                    ? Draft.parse(parameters.required(Query.DRAFT))
                    : Draft.NONE;
        } catch (DraftSyntaxException e) {
            throw new ProblemException(Problem.wrongParameter(Query.DRAFT.wireName(), e.problem()));
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            Query.DRAFT.wireName(), ServerTexts.text("parameter.draft")));
        }
    }

    /** Why nothing can be scored with a draft. */
    static ProblemException refusal(DraftedAgreement.Unscorable unscorable) {
        return new ProblemException(
                Problem.wrongParameter(
                        Query.DRAFT.wireName(),
                        new LocalizedText(
                                unscorable.problems().stream()
                                        .map(LocalizedText::th)
                                        .collect(Collectors.joining(" ")),
                                unscorable.problems().stream()
                                        .map(LocalizedText::en)
                                        .collect(Collectors.joining(" ")))));
    }

    /** Nobody shall take a draft for what was signed. */
    private static Agreement marked(Agreement drafted, Draft draft) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(Note.Kind.EXPLANATION, ServerTexts.text("draft.note", changes(draft))));
        notes.addAll(drafted.notes());
        return new Agreement(
                drafted.round(),
                drafted.provinceCode(),
                ServerTexts.text("draft.title", drafted.title()),
                drafted.firstDay(),
                drafted.lastDay(),
                drafted.submissionDay(),
                drafted.demonstration(),
                drafted.parties(),
                drafted.units(),
                drafted.belowLevelOne(),
                drafted.ratings(),
                drafted.sections(),
                notes);
    }

    private static String changes(Draft draft) {
        return draft.equals(Draft.NONE) ? "–" : draft.toString();
    }
}
