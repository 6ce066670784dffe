package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the round that a request for a table names, as of its day, and answers with the table. */
@Component
class RequestedRound {

    private static final String AS_OF = "asOf";
    static final String BYTE_ORDER_MARK = "bom";

    static final String DISTRICT = "district";

    private final ScoreboardQuery scoreboards;

    RequestedRound(ScoreboardQuery scoreboards) {
        this.scoreboards = scoreboards;
    }

    /** A round and what else the request says. */
    record Asked(Scoreboard board, Parameters parameters) {

        /**
         * The district that the request names.
         *
         * @throws ProblemException if it names none, or one that the round does not have
         */
        DistrictCode district() {
            DistrictCode code =
                    parameters.required(
                            DISTRICT,
                            DistrictCode::of,
                            new LocalizedText(
                                    "ต้องเป็นรหัสอำเภอสี่หลัก เช่น 4301",
                                    "it must be a district code of four digits, such as 4301."));
            if (board.district(code).isEmpty()) {
                throw new ProblemException(
                        Problem.unknownDistrict(code.value(), board.stored().agreement().round()));
            }
            return code;
        }

        /** The district, where the request names one. */
        Optional<DistrictCode> chosenDistrict() {
            return parameters.has(DISTRICT) ? Optional.of(district()) : Optional.empty();
        }
    }

    /** Answers with a table as CSV or JSON. */
    <R> ResponseEntity<byte[]> answer(
            HttpServletRequest request, String round, RoundTable<R> table, Download.Form form) {
        Set<String> known = new HashSet<>(table.parameters());
        known.add(AS_OF);
        known.add(BYTE_ORDER_MARK);
        Parameters parameters = Parameters.of(request, known);
        boolean byteOrderMark = parameters.flag(BYTE_ORDER_MARK);
        Asked asked = new Asked(scoreboard(round, parameters), parameters);
        List<R> rows = table.rows().apply(asked);
        String file = fileName(table.name(), asked);
        return switch (form) {
            case CSV -> Download.of(file, form, table.columns().csv(rows, byteOrderMark));
            case JSON -> Download.of(file, form, table.columns().json(rows));
            case YAML, XLSX -> throw new IllegalArgumentException("No table is served as " + form);
        };
    }

    /**
     * A round as of the day that the parameters say.
     *
     * @throws ProblemException if there is no such round
     */
    Scoreboard scoreboard(String round, Parameters parameters) {
        RoundId id = id(round);
        return parameters
                .day(AS_OF)
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

    /** The name to save a table under, without its ending. */
    private static String fileName(String table, Asked asked) {
        String district = asked.chosenDistrict().map(code -> "-" + code).orElse("");
        String day = asked.parameters().day(AS_OF).map(asOf -> "-as-of-" + asOf).orElse("");
        return table + district + "-" + asked.board().stored().agreement().round() + day;
    }
}
