package districtkpi.ui.api;

/**
 * A {@link Problem} in the form of RFC 9457, with title and detail in Thai beside those in English.
 *
 * @param instance the path that was asked for
 */
record ProblemAnswer(
        String type,
        String title,
        String titleTh,
        int status,
        String detail,
        String detailTh,
        String instance) {

    private static final String TYPE_PREFIX = "urn:district-kpi:problem:";

    static ProblemAnswer of(Problem problem, String instance) {
        return new ProblemAnswer(
                TYPE_PREFIX + problem.type(),
                problem.title().en(),
                problem.title().th(),
                problem.status().value(),
                problem.detail().en(),
                problem.detail().th(),
                instance);
    }
}
