package districtkpi.ui.api;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the parameters of a request strictly: a misspelt {@code dryRun} must not commit a file, and
 * a misspelt {@code asOf} must not show another day.
 */
final class Parameters {

    /** Years from here on are Buddhist era: somebody meant 543 years earlier. */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    private static final int MAX_REVISIONS = 1_000_000;

    private final HttpServletRequest request;

    private Parameters(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * @param known all parameters that the address has
     * @param repeatable those of them that may be given several times
     * @throws ProblemException if the request has another one, or one too often
     */
    static Parameters of(HttpServletRequest request, Set<Query> known, Set<Query> repeatable) {
        request.getParameterMap()
                .forEach((name, values) -> {
                    Query query =
                            Query.named(name)
                                    .filter(known::contains)
                                    .orElseThrow(() ->
                                            new ProblemException(
                                                    Problem.unknownParameter(name, names(known))));
                    if (values.length > 1 && !repeatable.contains(query)) {
                        throw new ProblemException(
                                Problem.wrongParameter(name, ServerTexts.text("parameter.once")));
                    }
                });
        return new Parameters(request);
    }

    static Parameters of(HttpServletRequest request, Set<Query> known) {
        return of(request, known, Set.of());
    }

    private static Set<String> names(Set<Query> known) {
        return known.stream().map(Query::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /** All values that are given for a parameter, each once, in their order. */
    <T> Set<T> all(Query query, Function<String, T> reader, LocalizedText form) {
        String[] values = request.getParameterValues(query.wireName());
        Set<T> read = new LinkedHashSet<>();
        if (values != null) {
            for (String value : values) {
                try {
                    read.add(reader.apply(value));
                } catch (IllegalArgumentException _) {
                    throw wrong(query.wireName(), value, form);
                }
            }
        }
        return read;
    }

    /** False where it is not given. */
    boolean flag(Query query) {
        String name = query.wireName();
        return text(name)
                .map(text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw wrong(name, text, ServerTexts.text("parameter.flag"));
                        })
                .orElse(false);
    }

    Optional<RoundId> round(Query query) {
        String name = query.wireName();
        return text(name)
                .map(text -> {
                    try {
                        return RoundId.parse(text);
                    } catch (IllegalArgumentException _) {
                        throw wrong(name, text, ServerTexts.text("parameter.round"));
                    }
                });
    }

    Optional<LocalDate> day(Query query) {
        String name = query.wireName();
        return text(name)
                .map(text -> {
                    try {
                        LocalDate day = LocalDate.parse(text);
                        if (day.getYear() < FIRST_BUDDHIST_YEAR) {
                            return day;
                        }
                    } catch (DateTimeException _) {
                        // Said below, like a Buddhist-era year.
                    }
                    throw wrong(name, text, ServerTexts.text("parameter.day"));
                });
    }

    /** The revision of a round; absent for the round as it is now. */
    Optional<Integer> revision() {
        if (!has(Query.REVISION)) {
            return Optional.empty();
        }
        if (has(Query.AS_OF)) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            Query.REVISION.wireName(),
                            ServerTexts.text("parameter.revision-with-as-of")));
        }
        return Optional.of(number(Query.REVISION, 1, MAX_REVISIONS, 1));
    }

    /** A whole number within bounds, or the one that counts where none is given. */
    int number(Query query, int least, int most, int otherwise) {
        String name = query.wireName();
        return text(name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException _) {
                        // Said below, like a number out of bounds.
                    }
                    throw wrong(name, text, ServerTexts.text("parameter.number", least, most));
                })
                .orElse(otherwise);
    }

    /** Whether the request gives a parameter that is not empty. */
    boolean has(Query query) {
        return text(query.wireName()).filter(text -> !text.isEmpty()).isPresent();
    }

    /**
     * What the request says.
     *
     * @throws ProblemException if it says nothing
     */
    String required(Query query) {
        String name = query.wireName();
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.wrongParameter(
                                        name, ServerTexts.text("parameter.required"))));
    }

    /**
     * Why it is done; empty where the request does not say.
     *
     * @throws ProblemException if it is too long
     */
    String reason() {
        String reason = text(Query.REASON.wireName()).orElse("");
        if (ReasonText.isTooLong(reason)) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            Query.REASON.wireName(),
                            ServerTexts.text("parameter.too-long", ReasonText.MAX_LENGTH)));
        }
        return reason;
    }

    /**
     * What the request has to say, read.
     *
     * @throws ProblemException if it says nothing, or what the reader refuses
     */
    <T> T required(Query query, Function<String, T> reader, LocalizedText form) {
        required(query);
        return read(query, reader, form).orElseThrow();
    }

    /**
     * What the request says, read.
     *
     * @param reader throws {@link IllegalArgumentException} for what cannot be
     * @param form how it is written, in both languages
     */
    <T> Optional<T> read(Query query, Function<String, T> reader, LocalizedText form) {
        String name = query.wireName();
        return text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    try {
                        return reader.apply(text);
                    } catch (IllegalArgumentException _) {
                        throw wrong(name, text, form);
                    }
                });
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static ProblemException wrong(String name, String text, LocalizedText wanted) {
        return new ProblemException(
                Problem.wrongParameter(name, ServerTexts.text("parameter.wrong", text, wanted)));
    }
}
