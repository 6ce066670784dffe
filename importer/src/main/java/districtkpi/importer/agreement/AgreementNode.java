package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
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
    private static final Pattern PRINTED_NUMBER =
            Pattern.compile(
                    "-?(?:[0-9]{1,15}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\\.[0-9]{1,6})?");
    private static final Pattern PRINTED_DAY =
            Pattern.compile("[0-9]{1,2} +[^0-9/.-][^0-9/-]{0,30}[0-9]{4}");
    private static final Pattern BUDDHIST_DAY =
            Pattern.compile("(2[4-9][0-9]{2})(-[0-9]{2}-[0-9]{2})");
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
        Optional<List<YamlNode>> items = node.items("id", "section", "level", "district");
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

    /**
     * An exact decimal with the places that it is written with; in format 2 also in Thai digits,
     * and with commas between full groups of three.
     */
    Optional<BigDecimal> decimal() {
        Optional<String> text = text();
        Optional<String> number = text.flatMap(this::number);
        if (text.isPresent() && number.isEmpty()) {
            report(AgreementIssueCode.NOT_A_NUMBER, AgreementIssues.shortened(text.get()));
        }
        return number.map(BigDecimal::new);
    }

    private Optional<String> number(String written) {
        String digits = printedDigits(written);
        Pattern form = format.readsPrintedNumbers() ? PRINTED_NUMBER : NUMBER;
        return form.matcher(digits).matches()
                ? Optional.of(digits.replace(",", ""))
                : Optional.empty();
    }

    /** A text whose Thai digits are Arabic ones, where the format reads both. */
    private String printedDigits(String written) {
        return format.readsPrintedNumbers() ? CellText.asciiDigits(written) : written;
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

    /**
     * A day, year-month-day of the common era; in format 2 also of the Buddhist era, in Thai
     * digits, or as it is printed, such as {@code ๔ มีนาคม ๒๕๖๕}.
     */
    Optional<LocalDate> day() {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (format.readsPrintedNumbers()) {
            Optional<LocalDate> day = printedDay(CellText.asciiDigits(text.get()));
            if (day.isEmpty()) {
                report(AgreementIssueCode.NOT_A_DATE, AgreementIssues.shortened(text.get()));
            }
            return day;
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

    private static Optional<LocalDate> printedDay(String digits) {
        if (PRINTED_DAY.matcher(digits).matches()) {
            return DateReader.typed(digits);
        }
        Matcher buddhist = BUDDHIST_DAY.matcher(digits);
        // The year first: 2567 has a 29 February, as 2024 does, and as a year 2567 it has none.
        String day =
                buddhist.matches()
                        ? Integer.parseInt(buddhist.group(1)) - BUDDHIST_ERA + buddhist.group(2)
                        : digits;
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
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
     * @param parser of the text, in which Thai digits are Arabic ones where the format reads them;
     *     throws {@link IllegalArgumentException} for what is not one
     * @param form the key of the text that says what an id is
     */
    <T> Optional<T> id(Function<String, T> parser, String form) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(printedDigits(text.get())));
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
