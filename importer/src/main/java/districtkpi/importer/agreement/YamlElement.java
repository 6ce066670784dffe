package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the file and where it stands.
 *
 * <p>Each way of reading it gives nothing, and leaves an issue, where the value is not of that
 * form.
 *
 * @param path from the root, items of lists named by their id
 * @param line of the file, from 1
 */
record YamlElement(Node node, String path, int line, AgreementIssues issues) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int BUDDHIST_ERA = 543;

    /** Fields that name an item of a list, in paths. */
    private static final List<String> NAMING_FIELDS = List.of("id", "section", "level");

    static YamlElement root(Node node, AgreementIssues issues) {
        return new YamlElement(node, "", lineOf(node), issues);
    }

    void report(AgreementFault fault, Object... arguments) {
        issues.add(fault, line, path, scalar(node).orElse(""), arguments);
    }

    /** True for an empty value, which counts as a field that is not there. */
    boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The fields of a mapping; duplicates are reported and the first one stays. */
    Optional<YamlFields> fields() {
        if (!(node instanceof MappingNode mapping)) {
            expected("ชุดรายการ (ชื่อ: ค่า)", "a mapping (name: value)");
            return Optional.empty();
        }
        Map<String, YamlElement> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<String> key = scalar(tuple.getKeyNode());
            int keyLine = lineOf(tuple.getKeyNode());
            if (key.isEmpty()) {
                new YamlElement(tuple.getKeyNode(), path, keyLine, issues)
                        .expected("ชื่อรายการ", "the name of a field");
                continue;
            }
            String name = key.get();
            YamlElement field =
                    new YamlElement(
                            tuple.getValueNode(),
                            path.isEmpty() ? name : path + "." + name,
                            keyLine,
                            issues);
            YamlElement first = fields.putIfAbsent(name, field);
            if (first != null) {
                field.report(AgreementFault.DUPLICATE_FIELD, name, first.line());
            }
        }
        return Optional.of(new YamlFields(this, fields));
    }

    /** The items of a list; an empty list is reported. */
    Optional<List<YamlElement>> items() {
        if (!(node instanceof SequenceNode sequence)) {
            expected("รายการแบบลำดับ (ขึ้นต้นด้วย -)", "a list (items start with -)");
            return Optional.empty();
        }
        if (sequence.getValue().isEmpty()) {
            expected("รายการอย่างน้อยหนึ่งรายการ", "a list with at least one item");
            return Optional.empty();
        }
        List<YamlElement> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String name = nameOf(item).orElse(String.valueOf(items.size() + 1));
            items.add(new YamlElement(item, path + "[" + name + "]", lineOf(item), issues));
        }
        return Optional.of(List.copyOf(items));
    }

    /** A text that is not blank, as it stands. */
    Optional<String> text() {
        Optional<String> text = scalar(node);
        if (text.isEmpty()) {
            expected("ข้อความ", "a text");
        } else if (text.get().isBlank()) {
            expected("ข้อความที่ไม่ว่าง", "a text that is not blank");
            return Optional.empty();
        }
        return text;
    }

    /** A Thai text with its English reading. */
    Optional<LocalizedText> localized() {
        Optional<YamlFields> fields = fields();
        Optional<LocalizedText> text = fields.flatMap(YamlFields::localized);
        fields.ifPresent(YamlFields::refuseOthers);
        return text;
    }

    /** An exact decimal with the places that it is written with. */
    Optional<BigDecimal> decimal() {
        Optional<String> text = text();
        if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
            report(AgreementFault.NOT_A_NUMBER, AgreementIssues.shortened(text.get()));
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
                    AgreementFault.OUT_OF_RANGE,
                    number.get().toPlainString(),
                    new LocalizedText(
                            (leastIncluded ? "ไม่น้อยกว่า " : "มากกว่า ")
                                    + least
                                    + " และไม่เกิน "
                                    + most,
                            (leastIncluded ? "at least " : "more than ")
                                    + least
                                    + " and at most "
                                    + most));
            return Optional.empty();
        }
        return number;
    }

    /** A whole number within bounds, both inclusive. */
    Optional<Integer> wholeNumber(int least, int most) {
        Optional<BigDecimal> number = decimal(least, true, most);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            expected("จำนวนเต็ม", "a whole number");
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
                report(AgreementFault.BUDDHIST_YEAR, day, day.minusYears(BUDDHIST_ERA));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            report(AgreementFault.NOT_A_DATE, AgreementIssues.shortened(text.get()));
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
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (T value : values) {
            if (key.apply(value).equals(text.get())) {
                return Optional.of(value);
            }
        }
        report(
                AgreementFault.NOT_A_CHOICE,
                AgreementIssues.shortened(text.get()),
                AgreementIssues.listed(values.stream().map(key)));
        return Optional.empty();
    }

    /**
     * An id.
     *
     * @param parser throws {@link IllegalArgumentException} for what is not one
     * @param thai what an id is, for the message
     * @param english the same in English
     */
    <T> Optional<T> id(Function<String, T> parser, String thai, String english) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get()));
        } catch (IllegalArgumentException e) {
            report(
                    AgreementFault.NOT_AN_ID,
                    AgreementIssues.shortened(text.get()),
                    new LocalizedText(thai, english));
            return Optional.empty();
        }
    }

    private void expected(String thai, String english) {
        report(AgreementFault.WRONG_TYPE, new LocalizedText(thai, english));
    }

    private static Optional<String> nameOf(Node item) {
        if (!(item instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<String> key = scalar(tuple.getKeyNode());
            if (key.isPresent() && NAMING_FIELDS.contains(key.get())) {
                return scalar(tuple.getValueNode())
                        .filter(name -> !name.isBlank())
                        .map(AgreementIssues::shortened);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
