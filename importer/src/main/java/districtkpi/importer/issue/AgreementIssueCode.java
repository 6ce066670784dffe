package districtkpi.importer.issue;

import static districtkpi.importer.Issue.Severity.ERROR;
import static districtkpi.importer.Issue.Severity.INFORMATION;
import static districtkpi.importer.Issue.Severity.WARNING;

import districtkpi.domain.TextBundle;
import districtkpi.importer.Issue.Severity;

/**
 * What can be wrong or doubtful in an agreement file. The names are part of the API and never
 * change.
 */
public enum AgreementIssueCode implements MessageCode {
    // The file as a whole.
    TOO_LARGE(ERROR),
    NOT_UTF8(ERROR),
    EMPTY_FILE(ERROR),
    NOT_YAML(ERROR),
    TOO_DEEP(ERROR),
    ALIAS_NOT_ALLOWED(ERROR),
    TAG_NOT_ALLOWED(ERROR),
    PERSONAL_NUMBER(ERROR),

    MORE_ISSUES(INFORMATION),

    // Fields.
    UNKNOWN_FIELD(ERROR),
    MISSING_FIELD(ERROR),
    DUPLICATE_FIELD(ERROR),
    WRONG_TYPE(ERROR),
    NOT_A_NUMBER(ERROR),
    OUT_OF_RANGE(ERROR),
    NOT_A_DATE(ERROR),
    BUDDHIST_YEAR(ERROR),
    NOT_A_CHOICE(ERROR),
    NOT_AN_ID(ERROR),
    UNKNOWN_FORMAT(ERROR),

    // Ids that have to be unique or known.
    DUPLICATE_SECTION(ERROR),
    DUPLICATE_UNIT(ERROR),
    DUPLICATE_INDICATOR(ERROR),
    DUPLICATE_CONCEPT(ERROR),
    DUPLICATE_MEASURE(ERROR),
    UNKNOWN_UNIT(ERROR),
    UNKNOWN_MEASURE(ERROR),

    // Sums.
    WEIGHTS_NOT_100(ERROR),
    SHARES_NOT_100(ERROR),

    // The round.
    ROUND_ENDS_BEFORE_START(ERROR),
    ROUND_DATES_UNUSUAL(WARNING),
    SUBMISSION_OUTSIDE_ROUND(WARNING),

    // Ratings.
    RATINGS_NOT_FALLING(ERROR),
    RATINGS_NOT_TO_ZERO(ERROR),

    // Measures.
    FIELD_NOT_FOR_KIND(ERROR),
    DUPLICATE_RECEIPT(ERROR),
    MEASURE_UNUSED(WARNING),

    // Terms of single districts.
    DISTRICT_TERMS_EMPTY(ERROR),
    DUPLICATE_DISTRICT(ERROR),
    DISTRICT_OUTSIDE_PROVINCE(ERROR),
    DISTRICT_TERMS_COUNT(ERROR),
    DISTRICT_TERMS_AMBIGUOUS(ERROR),
    DISTRICT_TARGETS_NOT_ALIKE(ERROR),
    DISTRICT_WEIGHTS_OFF(ERROR),

    // Levels and conditions.
    LEVEL_MISSING(ERROR),
    DUPLICATE_LEVEL(ERROR),
    LEVEL_OUT_OF_ORDER(ERROR),
    LEVEL_SCORE_NOT_RISING(ERROR),
    BELOW_LEVEL_ONE_TOO_HIGH(ERROR),
    LEVEL_TEXT_LONG(INFORMATION),
    CONDITION_UNCLEAR(ERROR),
    RANGE_REVERSED(ERROR),
    RANGES_NOT_IN_ORDER(ERROR),
    RANGES_OVERLAP(ERROR),
    RANGES_APART(ERROR),
    CONDITION_NOT_FOR_KIND(ERROR),
    COUNT_WITH_DECIMALS(ERROR),
    CONDITION_IMPOSSIBLE(ERROR),
    CONDITIONS_CONTRADICT(ERROR),
    CONTRADICTS_LOWER_LEVEL(ERROR),
    LEVEL_SHADOWED(ERROR),
    BETTER_RESULT_LOSES(ERROR),
    DEADLINE_BEFORE_ROUND(ERROR),
    DEADLINE_AFTER_ROUND(WARNING),
    INTERPOLATION_NOT_POSSIBLE(ERROR),
    INTERPOLATION_NOT_MONOTONE(ERROR),
    BELOW_LEVEL_ONE_NOT_LINEAR(ERROR),

    // What the database knows.
    UNKNOWN_PROVINCE(ERROR),
    UNKNOWN_DISTRICT(ERROR),
    PROVINCE_CHANGED(ERROR),
    KIND_CHANGED(ERROR),
    FIGURES_NO_LONGER_COUNT(WARNING),
    FIGURES_COUNT_AGAIN(WARNING),
    DISTRICT_NO_LONGER_COUNTS(WARNING),
    DISTRICT_COUNTS_AGAIN(WARNING),
    FIGURES_OUTSIDE_ROUND(WARNING),
    ROUND_OPENED(INFORMATION),
    UNUSUAL_ROUND(WARNING),
    NEW_VERSION(INFORMATION),
    ALREADY_IN_FORCE(INFORMATION),
    ROUND_PUBLISHED(ERROR),
    DATA_MOVED(ERROR);

    private static final TextBundle TEXTS =
            TextBundle.beside(AgreementIssueCode.class, "agreements");

    private final Severity severity;

    AgreementIssueCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public TextBundle texts() {
        return TEXTS;
    }
}
