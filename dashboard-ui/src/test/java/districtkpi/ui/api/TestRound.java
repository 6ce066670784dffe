package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first round of some fiscal year with the terms and the days of 2565-1.
 *
 * @param fiscalYear Buddhist era
 */
record TestRound(ApiClient client, int fiscalYear) {

    static final String HEADER = "round,district,indicator,measure,value,of,as_of,source,note";

    /** The real round, which is there from the first start. */
    static TestRound real() {
        return new TestRound(ApiServer.client(), 2565);
    }

    TestRound open() {
        Answer answer = client.postFile("/api/v1/agreements", this + ".yaml", yaml());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return this;
    }

    /** The agreement of 2565-1 under the name of this round; the days stay those of 2565-1. */
    String yaml() {
        return client.get("/api/v1/rounds/2565-1/agreement.yaml")
                .text()
                .replace("round: 2565-1", "round: " + this);
    }

    /** A day of the last month of the round, whatever its name. */
    String march(int day) {
        return String.format(Locale.ROOT, "2022-03-%02d", day);
    }

    /**
     * A results file in the long form.
     *
     * @param rows of a district: {@code
     *     district,indicator,measure,value[,of[,as_of[,source[,note]]]]}; an as_of that is left out
     *     is 31 March
     */
    String file(String... rows) {
        return Arrays.stream(rows)
                .map(this::line)
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private String line(String row) {
        String[] cells = Arrays.copyOf(row.split(",", -1), 8);
        cells[5] = cells[5] == null || cells[5].isEmpty() ? march(31) : cells[5];
        return this
                + ","
                + Arrays.stream(cells)
                        .map(cell -> cell == null ? "" : cell)
                        .collect(Collectors.joining(","));
    }

    /** Commits results, which must be taken. */
    Answer commit(String... rows) {
        Answer answer = client.postFile("/api/v1/imports", "results.csv", file(rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    Answer get(String table) {
        return client.get("/api/v1/rounds/" + this + "/" + table);
    }

    @Override
    public String toString() {
        return fiscalYear + "-1";
    }
}
