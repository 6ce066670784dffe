package districtkpi.importer.agreement;

import districtkpi.db.agreement.AgreementFormat;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.issue.AgreementIssueCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads agreement files: YAML in UTF-8, as {@code docs/agreement-format.md} describes it.
 *
 * <p>All faults of a file are found in one go, each with its line. Only what keeps a file from
 * being read at all (encoding, YAML, personal numbers) is reported alone. Safe for use by several
 * threads.
 */
@Component
public class AgreementReader implements AgreementFormat {

    /** Reads and checks a file. */
    public AgreementReading read(byte[] content) {
        AgreementIssues issues = new AgreementIssues();
        Optional<String> document = AgreementFile.decode(content, issues);
        Optional<AgreementParser.Parsed> parsed = document.flatMap(text -> parse(text, issues));
        parsed.ifPresent(AgreementReader::check);
        return new AgreementReading(
                parsed.flatMap(AgreementParser.Parsed::agreement).filter(_ -> issues.errors() == 0),
                document.orElse(""),
                issues.inOrder(),
                parsed.flatMap(AgreementParser.Parsed::dates)
                        .flatMap(AgreementParser.Dates::roundAt)
                        .map(AgreementNode::line)
                        .orElse(0),
                parsed.map(AgreementReader::measureLines).orElse(Map.of()),
                parsed.map(AgreementReader::districtLines).orElse(Map.of()),
                parsed.map(AgreementParser.Parsed::indicators).orElse(0),
                parsed.map(AgreementParser.Parsed::faulty).orElse(0));
    }

    /**
     * Reads a stored document.
     *
     * <p>It was checked when it was posted. The checks of its levels are not repeated, so that a
     * check that is added later does not lock away what was agreed before.
     *
     * @throws IllegalArgumentException if it is not an agreement
     */
    @Override
    public Agreement read(String document) {
        AgreementIssues issues = new AgreementIssues();
        return parse(document, issues)
                .flatMap(AgreementParser.Parsed::agreement)
                .orElseThrow(() ->
                        new IllegalArgumentException("Not an agreement: " + issues.inOrder()));
    }

    private static Optional<AgreementParser.Parsed> parse(String document, AgreementIssues issues) {
        return AgreementFile.compose(document, issues).map(new AgreementParser(issues)::parse);
    }

    private static Map<MeasureKey, Integer> measureLines(AgreementParser.Parsed parsed) {
        Map<MeasureKey, Integer> lines = new HashMap<>();
        for (IndicatorParser.Placed placed : parsed.placed()) {
            placed.measures()
                    .forEach(measure ->
                            lines.putIfAbsent(
                                    placed.indicator().key(measure.measure().id()),
                                    measure.at().line()));
        }
        return lines;
    }

    private static Map<DistrictCode, Integer> districtLines(AgreementParser.Parsed parsed) {
        Map<DistrictCode, Integer> lines = new HashMap<>();
        parsed.placed().stream()
                .flatMap(placed -> placed.districts().stream())
                .forEach(terms ->
                        lines.putIfAbsent(terms.terms().district(), terms.district().line()));
        return lines;
    }

    private static void check(AgreementParser.Parsed parsed) {
        parsed.dates().ifPresent(AgreementReader::checkDates);
        parsed.placed()
                .forEach(placed -> {
                    LadderCheck.check(placed, parsed.belowLevelOne(), parsed.dates());
                    TextCheck.check(placed);
                });
    }

    private static void checkDates(AgreementParser.Dates dates) {
        if (dates.round().isPresent()) {
            RoundId round = dates.round().get();
            LocalDate first = round.firstDay();
            LocalDate last = round.lastDay();
            if (!dates.first().equals(first) || !dates.last().equals(last)) {
                dates.firstAt()
                        .report(
                                AgreementIssueCode.ROUND_DATES_UNUSUAL,
                                round,
                                first,
                                last,
                                dates.first(),
                                dates.last());
            }
        }
        if (dates.submission().isPresent()) {
            LocalDate submission = dates.submission().get();
            if (submission.isBefore(dates.first()) || submission.isAfter(dates.last())) {
                dates.submissionAt()
                        .orElseThrow()
                        .report(AgreementIssueCode.SUBMISSION_OUTSIDE_ROUND, submission);
            }
        }
    }
}
