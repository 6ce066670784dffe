package districtkpi.ui.api;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.office.refusal.Refused;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;

/** Examples of the problems that a call can answer, made by what makes the problems. */
final class ApiRefusals {

    private static final String NEVER = "2599-1";
    private static final String MAX = "20 MB";
    private static final int SOME_SECONDS = 12;

    private ApiRefusals() {}

    /** Examples for a call, by status. */
    static List<Problem> of(ApiCall call) {
        List<Problem> problems = new ArrayList<>();
        problems.add(
                Problem.unknownParameter(
                        "unheard", call.queries().stream().map(Query::wireName).toList()));
        problems.add(Problem.notSignedIn());
        problems.add(Problem.signInRefused(SignInException.Reason.TOKEN));
        problems.add(Problem.notPermitted());
        if (!call.isReading()) {
            problems.add(Problem.foreignPage("https://example.org"));
        }
        problems.addAll(unknown(call));
        problems.addAll(conflicts(call));
        if (call.takesFile()) {
            problems.add(Problem.notOneFile(0));
            problems.add(Problem.nameTooLong("8 kB"));
            problems.add(Problem.tooLarge(MAX));
            problems.add(Problem.notAForm());
        }
        problems.add(Problem.signInRefused(SignInException.Reason.TOO_MANY));
        if (!call.isReading()) {
            problems.add(Problem.busy(SOME_SECONDS));
        }
        problems.add(Problem.ownFault());
        problems.add(Problem.of(DatabaseFailure.AWAY));
        if (!call.isReading()) {
            problems.add(Problem.of(DatabaseFailure.FULL));
        }
        return problems;
    }

    private static List<Problem> unknown(ApiCall call) {
        List<Problem> problems = new ArrayList<>();
        if (call.path().contains("{round}")) {
            problems.add(Problem.unknownRound(NEVER));
        }
        if (call.path().contains("{revision}")) {
            problems.add(Problem.unknownRevision(Query.ROUND.example(), "99"));
        }
        if (call.path().contains("{source}")) {
            problems.add(Problem.unknownSource("unheard"));
        }
        if (call.path().endsWith("/rows.csv")) {
            problems.add(Problem.unknownExtract("0"));
        } else if (call.path().contains("{id}")) {
            problems.add(Problem.unknownImport("0"));
        }
        return problems;
    }

    private static List<Problem> conflicts(ApiCall call) {
        return switch (call.path()) {
            case ApiCalls.PUBLICATIONS ->
                    List.of(
                            Problem.notPublishable(
                                    Query.ROUND.example(), Refused.Reason.NOT_AS_SHOWN));
            case ApiCalls.UNDO ->
                    List.of(
                            Problem.notUndoable(
                                    NotUndoableException.Cause.ALREADY_UNDONE,
                                    ServerTexts.text("api.example-undone")));
            default -> List.of();
        };
    }
}
