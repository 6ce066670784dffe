package districtkpi.ui.api;

import districtkpi.export.table.Choice;
import districtkpi.ui.text.ServerTexts;
import java.util.Optional;

/**
 * Everything that a request can ask with, declared once: {@link Parameters} reads nothing else, and
 * the description of the API says nothing else.
 */
enum Query {
    ROUND(
            "round",
            "2565-1",
            "A round: fiscal year of the Buddhist era, period (1, 2, q1 to q4, 9m, y), and kind."),
    DISTRICT("district", "4301", "The four-digit code of a district."),
    SECTION("section", "team", "Only this section: team or individual."),
    INDICATOR("indicator", "P1", "Only this indicator, as the agreement names it."),
    UNIT("unit", "promotion", "Only what this responsible unit answers for, by its id."),
    CONCEPT("concept", "household_poverty", "Only what measures this concept, by its id."),
    STATUS(
            "status",
            "INCOMPLETE",
            "Only rows of this status: SCORED, INCOMPLETE, NO_RESULT or NOT_APPLICABLE."),
    AS_OF(
            "asOf",
            "2022-03-31",
            "Only figures up to this day (ISO 8601, common era); left out: up to today."),
    REVISION(
            "revision",
            "1",
            "The round as it was published, from 1; left out: as it is now. Not with asOf."),
    BYTE_ORDER_MARK(
            "bom",
            "true",
            "true: the CSV starts with a byte order mark, for spreadsheets that guess the"
                    + " encoding."),
    FORM("form", "wide", "long: a row for each value; wide: a column for each."),
    DISTRICTS(
            "districts",
            "4301-4302",
            "One to five districts by their codes, with hyphens between them."),
    MEASURE("measure", "P1.households_developed", "Indicator and measure."),
    DRAFT("draft", "T1:50,T2:30,T3:20", "Other weights, thresholds and shares."),
    LIMIT("limit", "100", "How many rows at the most, 1 to 10000."),
    BEFORE("before", "12", "Only imports with a smaller number than this one."),
    KIND(
            "kind",
            "online",
            "Only what came in this way: results (a file), extract (of a source system) or online"
                    + " (recorded by a district)."),
    DRY_RUN("dryRun", "true", "true: check and say what it would do, write nothing."),
    DATE_ORDER(
            "dateOrder",
            "dmy",
            "dmy or mdy: what stands first in days of the common era such as 3/4/2022; left out: the"
                    + " day, unless it makes a difference, which is asked about (DAY_OR_MONTH). Of"
                    + " single columns: as_of:mdy;value:dmy, where a column of one sheet is"
                    + " sheet!column."),
    BASIS(
            "basis",
            "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
            "What a dry run answered: do exactly what it said, or nothing."),
    REASON("reason", "Wrong month", "Why, in the words of who does it."),
    SOURCE("source", "bpm", "The source system that an extract is of; see /sources.json."),
    COLUMNS(
            "columns",
            "activity:"
                    + ServerTexts.text("api.example-job").th()
                    + ";village:"
                    + ServerTexts.text("api.example-place").th(),
            "What headings mean that are not recognised, as column:heading, separated by ;."),
    SHEETS(
            "sheets",
            ServerTexts.text("api.example-sheet").th(),
            "A sheet whose rows count, where several have rows of one district; * for all of them."),
    TOTAL_ROWS(
            "totalRows",
            "leaveOut",
            "What becomes of rows that may be totals of others: leaveOut or count."),
    REPEATED_ROWS(
            "repeatedRows",
            "leaveOut",
            "What becomes of rows that say again what others say, or an earlier state of it:"
                    + " leaveOut (of each the newest counts) or count."),
    ACTION("action", "imported", "Only entries of this action, such as signed-in."),
    ACCOUNT("account", "admin", "Only what this account did."),
    FROM(
            "from",
            "2022-03-01",
            "Only from this day on (ISO 8601, common era; in Bangkok); left out: from the first."),
    TO(
            "to",
            "2022-03-31",
            "Only up to this day, itself included (ISO 8601, common era; in Bangkok); left out: up"
                    + " to now."),
    LANGUAGE("lang", "en", "th or en; left out: th.");

    private final String wireName;
    private final String example;
    private final String description;

    Query(String wireName, String example, String description) {
        this.wireName = wireName;
        this.example = example;
        this.description = description;
    }

    /** As in the address. */
    String wireName() {
        return wireName;
    }

    String example() {
        return example;
    }

    /** In English, one sentence. */
    String description() {
        return description;
    }

    /** How it is asked for what can be chosen of a table. */
    static Query of(Choice choice) {
        return switch (choice) {
            case DISTRICT -> DISTRICT;
            case SECTION -> SECTION;
            case INDICATOR -> INDICATOR;
            case UNIT -> UNIT;
            case CONCEPT -> CONCEPT;
            case STATUS -> STATUS;
            case DISTRICTS -> DISTRICTS;
            case MEASURE -> MEASURE;
            case DRAFT -> DRAFT;
        };
    }

    static Optional<Query> named(String wireName) {
        for (Query query : values()) {
            if (query.wireName.equals(wireName)) {
                return Optional.of(query);
            }
        }
        return Optional.empty();
    }
}
