package districtkpi.ui.api;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail().en());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
