package districtkpi.db.publication;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A round as a text with a line for each fact, in an order of its own, so that equal rounds make
 * equal bytes: anybody can read it, compare two of them, and check their digests.
 *
 * <p>Fields are separated by tabs. Exact numbers are written as fractions in lowest terms.
 *
 * @param content UTF-8
 * @param sha256 64 lower-case hexadecimal digits
 */
record PublicationRecord(byte[] content, String sha256) {

    /** Changes whenever the form of the text does; old records keep theirs. */
    private static final String FORM = "district-kpi publication 1";

    static PublicationRecord of(Scoreboard scoreboard) {
        StringBuilder text = new StringBuilder();
        line(text, FORM);
        line(text, "round", scoreboard.agreement().round());
        line(text, "agreement", scoreboard.stored().version(), scoreboard.stored().sha256());
        for (District district : scoreboard.districts()) {
            line(text, "district", district.code(), district.name().th(), district.name().en());
        }
        scoreboard
                .measurements()
                .values()
                .forEach(figures -> figures.values().forEach(figure -> measurement(text, figure)));
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            row.scorecard().lines().forEach(score -> score(text, row.scorecard(), score));
            row.scorecard().lines().stream()
                    .flatMap(line -> line.score().overridden().stream())
                    .forEach(overridden -> override(text, overridden));
            total(text, row);
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        return new PublicationRecord(content, DigestUtils.sha256Hex(content));
    }

    private static void measurement(StringBuilder text, Measurement figure) {
        line(
                text,
                "measurement",
                figure.district(),
                figure.measure(),
                FigureText.of(figure.value()),
                "as of " + figure.asOf(),
                "import " + figure.origin().importId(),
                figure.origin().sha256(),
                "line " + figure.origin().line() + ofSheet(figure.origin()));
    }

    /** A line of a workbook with several sheets is one of a sheet. */
    private static String ofSheet(Origin origin) {
        return origin.sheet().isEmpty() ? "" : " of sheet " + origin.sheet();
    }

    private static void score(StringBuilder text, Scorecard scorecard, Scorecard.Line line) {
        IndicatorId indicator = line.score().indicator().id();
        String points = line.points().map(PublicationRecord::exact).orElse("-");
        switch (line.score()) {
            case IndicatorScore.Scored scored ->
                    line(
                            text,
                            "score",
                            scorecard.district(),
                            indicator,
                            "scored",
                            "level " + scored.level(),
                            points);
            case IndicatorScore.Incomplete incomplete ->
                    line(
                            text,
                            "score",
                            scorecard.district(),
                            indicator,
                            "incomplete",
                            String.format(
                                    Locale.ROOT,
                                    "level %d, %d-%d",
                                    incomplete.level(),
                                    incomplete.levelMin(),
                                    incomplete.levelMax()),
                            points);
            case IndicatorScore.NoResult _ ->
                    line(text, "score", scorecard.district(), indicator, "no result", "-", points);
            case IndicatorScore.NotApplicable _ ->
                    line(
                            text,
                            "score",
                            scorecard.district(),
                            indicator,
                            "not applicable",
                            "-",
                            points);
        }
    }

    private static void override(StringBuilder text, IndicatorScore.Overridden overridden) {
        line(
                text,
                "override",
                overridden.override().district(),
                overridden.override().indicator(),
                "level " + overridden.override().level(),
                "computed level " + overridden.computed().level(),
                overridden.override().at(),
                overridden.override().reason());
    }

    private static void total(StringBuilder text, Ranking.Row row) {
        Scorecard.Total total = row.scorecard().total();
        line(
                text,
                "total",
                row.scorecard().district(),
                "rank " + (row.rank().isPresent() ? row.rank().getAsInt() : "-"),
                optional(total.points()),
                exact(total.possibleMin()) + " to " + exact(total.possibleMax()));
    }

    private static String optional(Optional<BigFraction> number) {
        return number.map(PublicationRecord::exact).orElse("-");
    }

    private static String exact(BigFraction number) {
        return number.getDenominator().equals(BigInteger.ONE)
                ? number.getNumerator().toString()
                : number.getNumerator() + "/" + number.getDenominator();
    }

    private static void line(StringBuilder text, Object... fields) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        List.of(fields).forEach(field -> line.add(oneLine(field.toString())));
        text.append(line);
    }

    /** What people wrote can have line breaks. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }
}
