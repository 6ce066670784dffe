package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.SectionId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of drafts. */
final class DraftText {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "-?[0-9]{1,%s}(\\.[0-9]{1,%s})?"
                            .formatted(Draft.MAX_DIGITS, Draft.MAX_DECIMALS));
    private static final String INDICATOR = "([A-Za-z][A-Za-z0-9_]{0,19})";
    private static final Pattern WEIGHT = Pattern.compile(INDICATOR);
    private static final Pattern THRESHOLD =
            Pattern.compile(INDICATOR + "\\.l([1-9]|10)\\.([a-z][a-z0-9_]{0,59})(?:\\.([1-9]))?");

    private DraftText() {}

    static Draft parse(String text) {
        String[] parts = text.split(";", 3);
        return new Draft(
                part(parts, 0, DraftText::indicator),
                part(parts, 1, DraftText::threshold),
                part(parts, 2, DraftText::section));
    }

    /** A part that others follow may be empty; at the end it would be left out. */
    private static <K> Map<K, BigDecimal> part(
            String[] parts, int place, Function<String, Optional<K>> reader) {
        if (place >= parts.length) {
            return Map.of();
        }
        boolean mayBeEmpty = place == 0 || place < parts.length - 1;
        return mayBeEmpty && parts[place].isEmpty() ? Map.of() : items(parts[place], reader);
    }

    private static <K> Map<K, BigDecimal> items(String text, Function<String, Optional<K>> reader) {
        Map<K, BigDecimal> items = new HashMap<>();
        for (String item : text.split(",", -1)) {
            int colon = item.indexOf(':');
            K key =
                    (colon < 0 ? Optional.<K>empty() : reader.apply(item.substring(0, colon)))
                            .orElseThrow(() -> new DraftSyntaxException(DraftMessage.item(item)));
            String number = item.substring(colon + 1);
            if (!NUMBER.matcher(number).matches()) {
                throw new DraftSyntaxException(DraftMessage.number(item));
            }
            if (items.put(key, new BigDecimal(number)) != null) {
                throw new DraftSyntaxException(DraftMessage.twice(item));
            }
        }
        return items;
    }

    private static Optional<IndicatorId> indicator(String name) {
        return WEIGHT.matcher(name).matches()
                ? Optional.of(IndicatorId.of(name))
                : Optional.empty();
    }

    private static Optional<SectionId> section(String name) {
        try {
            return Optional.of(SectionId.of(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Threshold> threshold(String name) {
        Matcher matcher = THRESHOLD.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String position = matcher.group(4);
        return Optional.of(
                new Threshold(
                        IndicatorId.of(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        MeasureId.of(matcher.group(3)),
                        position == null ? 1 : Integer.parseInt(position)));
    }
}
