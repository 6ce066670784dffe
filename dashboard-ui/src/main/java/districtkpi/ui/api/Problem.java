package districtkpi.ui.api;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.domain.LocalizedText;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.office.refusal.Refused;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.text.ServerTexts;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as {@code application/problem+json} says it (RFC 9457), in Thai and in
 * English.
 *
 * @param status of the answer
 * @param type what kind of problem it is: stable, lower case with hyphens
 * @param title the kind in words
 * @param detail what is wrong here and what to do
 */
record Problem(HttpStatus status, String type, LocalizedText title, LocalizedText detail) {

    private static final LocalizedText WRONG_PARAMETER =
            ServerTexts.text("problem.wrong-parameter");

    static Problem unknownRound(String round) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-round",
                ServerTexts.text("problem.unknown-round"),
                ServerTexts.text("problem.unknown-round.detail", round));
    }

    static Problem unknownRevision(String round, Object revision) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-revision",
                ServerTexts.text("problem.unknown-revision"),
                ServerTexts.text("problem.unknown-revision.detail", round, revision));
    }

    static Problem notPublishable(String round, Refused.Reason reason) {
        LocalizedText detail =
                switch (reason) {
                    case UNKNOWN -> unknownRound(round).detail();
                    case NO_RESULT -> ServerTexts.text("problem.not-publishable.no-result");
                    case ALREADY_PUBLISHED ->
                            ServerTexts.text("problem.not-publishable.already-published");
                    case NO_REASON -> ServerTexts.text("problem.not-publishable.no-reason");
                    default -> ServerTexts.text("problem.not-publishable.data-moved");
                };
        return new Problem(
                HttpStatus.CONFLICT,
                "not-publishable",
                ServerTexts.text("problem.not-publishable"),
                detail);
    }

    static Problem unknownDistrict(String district, String round) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-district",
                ServerTexts.text("problem.unknown-district"),
                ServerTexts.text("problem.unknown-district.detail", round, district));
    }

    static Problem unknownImport(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-import",
                ServerTexts.text("problem.unknown-import"),
                ServerTexts.text("problem.unknown-import.detail", id));
    }

    static Problem notUndoable(NotUndoableException.Cause because, LocalizedText text) {
        return new Problem(
                HttpStatus.CONFLICT,
                switch (because) {
                    case ALREADY_UNDONE -> "already-undone";
                    case CONFIRMATIONS_UNKNOWN -> "confirmations-unknown";
                    case SIGNED_OFF -> "round-signed-off";
                },
                ServerTexts.text("problem.not-undoable"),
                text);
    }

    static Problem unknownExtract(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-extract",
                ServerTexts.text("problem.unknown-extract"),
                ServerTexts.text("problem.unknown-extract.detail", id));
    }

    static Problem unknownSource(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-source",
                ServerTexts.text("problem.unknown-source"),
                ServerTexts.text("problem.unknown-source.detail", id));
    }

    static Problem unknownAddress(String path) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-address",
                ServerTexts.text("problem.unknown-address"),
                ServerTexts.text("problem.unknown-address.detail", path));
    }

    static Problem wrongMethod(String method, Collection<String> allowed) {
        String list = allowed.stream().sorted().collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.METHOD_NOT_ALLOWED,
                "wrong-method",
                ServerTexts.text("problem.wrong-method"),
                ServerTexts.text("problem.wrong-method.detail", method, list));
    }

    static Problem wrongParameter(String name, LocalizedText detail) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "wrong-parameter",
                WRONG_PARAMETER,
                new LocalizedText(name + ": " + detail.th(), name + ": " + detail.en()));
    }

    static Problem unknownParameter(String name, Collection<String> known) {
        String list = known.stream().sorted().collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                ServerTexts.text("problem.unknown-parameter"),
                known.isEmpty()
                        ? ServerTexts.text("problem.unknown-parameter.none", name)
                        : ServerTexts.text("problem.unknown-parameter.known", name, list));
    }

    static Problem notAForm() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "not-a-form",
                ServerTexts.text("problem.not-a-form"),
                ServerTexts.text("problem.not-a-form.detail"));
    }

    static Problem brokenForm() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "broken-form",
                ServerTexts.text("problem.broken-form"),
                ServerTexts.text("problem.broken-form.detail"));
    }

    /**
     * @param limit of everything that is said before the content of a file, its name among it
     */
    static Problem nameTooLong(String limit) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "name-too-long",
                ServerTexts.text("problem.name-too-long"),
                ServerTexts.text("problem.name-too-long.detail", limit));
    }

    static Problem tooManyParts() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "not-one-file",
                ServerTexts.text("problem.not-one-file"),
                ServerTexts.text("problem.too-many-parts.detail"));
    }

    static Problem notOneFile(int files) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "not-one-file",
                ServerTexts.text("problem.not-one-file"),
                ServerTexts.text("problem.not-one-file.detail", files));
    }

    static Problem tooLarge(String limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                ServerTexts.text("problem.too-large"),
                ServerTexts.text("problem.too-large.detail", limit));
    }

    static Problem foreignPage(String origin) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "foreign-page",
                ServerTexts.text("problem.foreign-page"),
                ServerTexts.text("problem.foreign-page.detail", origin));
    }

    static Problem notSignedIn() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                ServerTexts.text("problem.not-signed-in"),
                ServerTexts.text("problem.not-signed-in.detail"));
    }

    static Problem signInRefused(SignInException.Reason reason) {
        return switch (reason) {
            case WRONG, TOKEN ->
                    new Problem(
                            HttpStatus.UNAUTHORIZED,
                            "wrong-credentials",
                            ServerTexts.text("problem.wrong-credentials"),
                            reason == SignInException.Reason.TOKEN
                                    ? ServerTexts.text("problem.wrong-credentials.token")
                                    : ServerTexts.text("problem.wrong-credentials.password"));
            case LOCKED ->
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "locked",
                            ServerTexts.text("problem.locked"),
                            ServerTexts.text("problem.locked.detail"));
            case NO_ACCOUNT, DISABLED, UNREACHABLE, DECLINED, NOT_BEGUN, UNVERIFIED ->
                    throw new IllegalStateException("No call comes by an identity provider");
            case TOO_MANY ->
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-failures",
                            ServerTexts.text("problem.too-many-failures"),
                            ServerTexts.text("problem.too-many-failures.detail"));
        };
    }

    static Problem notPermitted() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "not-permitted",
                ServerTexts.text("problem.not-permitted"),
                ServerTexts.text("problem.not-permitted.detail"));
    }

    static Problem temporaryPassword() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "temporary-password",
                ServerTexts.text("problem.temporary-password"),
                ServerTexts.text("problem.temporary-password.detail"));
    }

    static Problem noOrigin() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "no-origin",
                ServerTexts.text("problem.no-origin"),
                ServerTexts.text("problem.no-origin.detail"));
    }

    static Problem busy(long seconds) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                ServerTexts.text("problem.busy"),
                ServerTexts.text("problem.busy.detail", seconds));
    }

    /** Whatever else Spring refuses; only the status is known. */
    static Problem refused(HttpStatus status) {
        return new Problem(
                status,
                "refused",
                ServerTexts.text("problem.refused"),
                ServerTexts.text(
                        "problem.refused.detail", status.value(), status.getReasonPhrase()));
    }

    static Problem of(DatabaseFailure failure) {
        return switch (failure) {
            case AWAY ->
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "database-away",
                            ServerTexts.text("problem.database-away"),
                            ServerTexts.text("problem.database-away.detail"));
            case FULL ->
                    new Problem(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "disk-full",
                            ServerTexts.text("problem.disk-full"),
                            ServerTexts.text("problem.disk-full.detail"));
        };
    }

    static Problem ownFault() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "own-fault",
                ServerTexts.text("problem.own-fault"),
                ServerTexts.text("problem.own-fault.detail"));
    }
}
