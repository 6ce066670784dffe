package districtkpi.importer;

import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * SHA-256 of what somebody was shown, field by field, so that an act can say whether it would do
 * anything else. Each field has its length before it, and each list its size: no two different
 * contents give the same bytes.
 */
public final class BasisDigest {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    /** Adds a text. */
    public BasisDigest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** Adds a whole number. */
    public BasisDigest number(long number) {
        return text(Long.toString(number));
    }

    /** Adds what is wrong or doubtful, in the order in which it is shown. */
    BasisDigest issues(List<Issue> issues) {
        return all(
                issues,
                issue ->
                        text(issue.severity().name())
                                .text(issue.code())
                                .text(issue.sheet())
                                .number(issue.line())
                                .text(issue.column())
                                .text(issue.value())
                                .text(issue.message().th())
                                .text(issue.message().en()));
    }

    /** Adds figures, levels and ranks before and after. */
    public BasisDigest effect(ImportEffect effect) {
        return all(effect.changes(), this::change)
                .all(effect.levels(), this::level)
                .all(effect.impact(), this::impact);
    }

    /**
     * Gives the digest of all that was added.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void change(Change change) {
        text(change.kind().name())
                .text(change.round().toString())
                .text(change.district().value())
                .text(change.measure().toString())
                .text(change.asOf().toString())
                .text(change.sheet())
                .number(change.line())
                .optional(change.before(), this::figure)
                .optional(change.after(), this::figure);
    }

    private void figure(Figure figure) {
        value(figure.value())
                .text(figure.asOf().toString())
                .number(figure.importId().orElse(0))
                .text(figure.sheet())
                .number(figure.line());
    }

    /** Numbers as they are written: 5.0 in the place of 5 is shown as another figure. */
    private BasisDigest value(MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal part, BigDecimal of) ->
                    text("ratio").text(part.toPlainString()).text(of.toPlainString());
            case MeasuredValue.Percentage(BigDecimal percent) ->
                    text("percentage").text(percent.toPlainString());
            case MeasuredValue.Count(BigDecimal count) -> text("count").text(count.toPlainString());
            case MeasuredValue.Quantity(BigDecimal number) ->
                    text("quantity").text(number.toPlainString());
            case MeasuredValue.Done done ->
                    text("done").optional(done.day(), day -> text(day.toString()));
            case MeasuredValue.NotDone _ -> text("not done");
            case MeasuredValue.Day day -> text("day").text(day.day().toString());
            case MeasuredValue.NotApplicable(String note) -> text("not applicable").text(note);
        };
    }

    private void level(LevelChange change) {
        text(change.round().toString())
                .text(change.district().value())
                .text(change.indicator().value())
                .whole(change.levelBefore())
                .whole(change.levelAfter())
                .optional(change.pointsBefore(), this::fraction)
                .optional(change.pointsAfter(), this::fraction);
    }

    private void impact(Impact impact) {
        text(impact.round().toString())
                .text(impact.district().value())
                .optional(impact.totalBefore(), this::fraction)
                .optional(impact.totalAfter(), this::fraction)
                .whole(impact.rankBefore())
                .whole(impact.rankAfter());
    }

    private void fraction(BigFraction fraction) {
        text(fraction.getNumerator().toString()).text(fraction.getDenominator().toString());
    }

    private BasisDigest whole(OptionalInt number) {
        return text(number.isPresent() ? Integer.toString(number.getAsInt()) : "");
    }

    private <T> BasisDigest optional(Optional<T> value, Consumer<T> present) {
        number(value.isPresent() ? 1 : 0);
        value.ifPresent(present);
        return this;
    }

    private <T> BasisDigest all(Collection<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
        return this;
    }
}
