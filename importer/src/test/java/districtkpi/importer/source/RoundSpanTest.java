package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.Filter;
import districtkpi.domain.agreement.RoundId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundSpanTest {

    private static final SourceDescription SOURCE =
            Sources.read(
                    """
                    id: odd
                    name: {th: แปลก, en: odd}
                    columns:
                      - {key: district, type: district, name: {th: อำเภอ, en: district}}
                      - {key: quarter, type: quarter, name: {th: ไตรมาส, en: quarter}}
                      - {key: time, type: time_of_year, name: {th: ครั้งที่, en: time}}
                    measures:
                      - id: channels
                        value:
                          count: rows
                          where: [{column: quarter, in: round}, {column: time, in: round}]
                        working: {th: "{value}", en: "{value}"}
                    """);

    @ParameterizedTest
    @CsvSource({
        "2565-1, 1 2 1-2, 1",
        "2565-2, 3 4 3-4, 2",
        "2565-q1, 1, 1",
        "2565-q4, 4, 2",
        "2565-9m, 1 2 3 1-2, 1 2",
        "2565-y, 1 2 3 4 1-2 3-4, 1 2",
        "2565-1-province, 1 2 1-2, 1"
    })
    void takesTheRowsOfThePeriod(String id, String quarters, String times) {
        RoundId round = RoundId.parse(id);
        FigureQuery query =
                new RoundSpan(round, round.firstDay(), round.lastDay())
                        .query(SOURCE, SOURCE.measures().getFirst());

        assertThat(query.value().where())
                .containsExactly(
                        new Filter.OneOf(new ColumnKey("quarter"), Set.of(quarters.split(" "))),
                        new Filter.OneOf(new ColumnKey("time"), Set.of(times.split(" "))));
    }
}
