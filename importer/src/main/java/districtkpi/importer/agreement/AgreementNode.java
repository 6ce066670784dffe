package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.importer.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A value of the file and where it stands.
 *
 * <p>Each way of reading it gives nothing, and leaves an issue, where the value is not of that
 * form.
 *
 * @param format by which the file is read
 */
record AgreementNode(YamlNode node, AgreementIssues issues, AgreementFormat format) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int BUDDHIST_ERA = 543;

    /** Of the file, from 1. */
    int line() {
        return node.line();
    }

    void report(AgreementIssueCode fault, Object... arguments) {
        issues.add(fault, line(), node.path(), node.scalar().orElse(""), arguments);
    }

    /** The fields of a mapping; duplicates are reported and the first one stays. */
    Optional<AgreementFields> fields() {
        Optional<YamlNode.Mapping> mapping = node.mapping();
        if (mapping.isEmpty()) {
            expected("agreement.mapping");
            return Optional.empty();
        }
        Map<String, YamlNode> fields = mapping.get().fields();
        mapping.get().nameless().forEach(key -> at(key).expected("agreement.field-name"));
        for (Map.Entry<String, YamlNode> again : mapping.get().repeated()) {
            String name = again.getKey();
            YamlNode first = fields.getOrDefault(name, node);
            at(again.getValue()).report(AgreementIssueCode.DUPLICATE_FIELD, name, first.line());
        }
        return Optional.of(new AgreementFields(this, fields));
    }

    /** What is read of the fields of a mapping; those that were not asked for are reported. */
    <T> Optional<T> with(Function<AgreementFields, Optional<T>> reader) {
        return fields().flatMap(fields -> {
            Optional<T> read = reader.apply(fields);
            fields.refuseOthers();
            return read;
        });
    }

    /** The items of a list; an empty list is reported. */
    Optional<List<AgreementNode>> items() {
        Optional<List<YamlNode>> items = node.items("id", "section", "level");
        if (items.isEmpty()) {
            expected("agreement.list");
        } else if (items.get().isEmpty()) {
            expected("agreement.list-not-empty");
        }
        return items.filter(list -> !list.isEmpty())
                .map(list -> list.stream().map(this::at).toList());
    }

    /** Another place of the same file. */
    AgreementNode at(YamlNode other) {
        return new AgreementNode(other, issues, format);
    }

    /** A text that is not blank, as it stands. */
    Optional<String> text() {
        Optional<String> text = node.scalar();
        if (text.isEmpty()) {
            expected("agreement.text");
        } else if (text.get().isBlank()) {
            expected("agreement.text-not-blank");
        }
        return text.filter(written -> !written.isBlank());
    }

    /** A Thai text with its English reading, where the format asks for one. */
    Optional<LocalizedText> localized() {
        return with(AgreementFields::localized);
    }

    /** An exact decimal with the places that it is written with. */
    Optional<BigDecimal> decimal() {
        Optional<String> text = text();
        if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
            report(AgreementIssueCode.NOT_A_NUMBER, AgreementIssues.shortened(text.get()));
            return Optional.empty();
        }
        return text.map(BigDecimal::new);
    }

    /** A decimal above (or at) a lower bound and at most an upper one. */
    Optional<BigDecimal> decimal(long least, boolean leastIncluded, long most) {
        Optional<BigDecimal> number = decimal();
        if (number.isEmpty()) {
            return number;
        }
        int atLeast = number.get().compareTo(BigDecimal.valueOf(least));
        if (atLeast < 0
                || (atLeast == 0 && !leastIncluded)
                || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            report(
                    AgreementIssueCode.OUT_OF_RANGE,
                    number.get().toPlainString(),
                    ImportTexts.text(
                            leastIncluded ? "agreement.range" : "agreement.range-above",
                            least,
                            most));
            return Optional.empty();
        }
        return number;
    }

    /** A whole number within bounds, both inclusive. */
    Optional<Integer> wholeNumber(int least, int most) {
        Optional<BigDecimal> number = decimal(least, true, most);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            expected("agreement.whole-number");
            return Optional.empty();
        }
        return number.map(BigDecimal::intValueExact);
    }

    /** A day of the common era, year-month-day. */
    Optional<LocalDate> day() {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (day.getYear() >= FIRST_BUDDHIST_YEAR) {
                report(AgreementIssueCode.BUDDHIST_YEAR, day, day.minusYears(BUDDHIST_ERA));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            report(AgreementIssueCode.NOT_A_DATE, AgreementIssues.shortened(text.get()));
            return Optional.empty();
        }
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> flag() {
        return choice(List.of(true, false), String::valueOf);
    }

    /** One of some values, by its key. */
    <T> Optional<T> choice(List<T> values, Function<T, String> key) {
        Optional<String> text = text();
        Optional<T> found =
                text.flatMap(written ->
                        values.stream()
                                .filter(value -> key.apply(value).equals(written))
                                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            report(
                    AgreementIssueCode.NOT_A_CHOICE,
                    AgreementIssues.shortened(text.get()),
                    AgreementIssues.listed(values.stream().map(key)));
        }
        return found;
    }

    /**
     * An id.
     *
     * @param parser throws {@link IllegalArgumentException} for what is not one
     * @param form the key of the text that says what an id is
     */
    <T> Optional<T> id(Function<String, T> parser, String form) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get()));
        } catch (IllegalArgumentException e) {
            report(
                    AgreementIssueCode.NOT_AN_ID,
                    AgreementIssues.shortened(text.get()),
                    ImportTexts.text(form));
            return Optional.empty();
        }
    }

    private void expected(String form) {
        report(AgreementIssueCode.WRONG_TYPE, ImportTexts.text(form));
    }
}
