package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import districtkpi.importer.table.ThaiSpelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers and days of a level's text that something is compared with. */
final class PrintedFigures {

    private static final String NUMBER =
            "(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\\.[0-9]++)?+(?![0-9])";

    private static final String AT_LEAST =
            "ไม่น้อยกว่า|ไม่ต่ำกว่า|มากกว่าหรือเท่ากับ|อย่างน้อย|ตั้งแต่|at least"
                    + "|(?:not|no) (?:less|fewer) than";
    private static final String AT_MOST =
            "ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|น้อยกว่าหรือเท่ากับ|at most"
                    + "|(?:not|no) more than|not exceeding";
    private static final String MORE_THAN = "มากกว่า|เกินกว่า|เกิน|สูงกว่า|more than|above";
    private static final String LESS_THAN = "น้อยกว่า|ต่ำกว่า|(?:less|fewer) than|below";

    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?:(?<least>"
                            + AT_LEAST
                            + ")|(?<most>"
                            + AT_MOST
                            + ")|(?<not>ไม่เท่ากับ|not equal to)|(?<more>"
                            + MORE_THAN
                            + ")|(?<less>"
                            + LESS_THAN
                            + ")|(?<equal>เท่ากับ|equal to|exactly))? ?"
                            + "(?:จำนวน)? ?(?<share>ร้อยละ)? ?(?<number>-?"
                            + NUMBER
                            + ") ?(?<percent>%|percent|per cent)?(?! ?(?:-|ถึง|to) ?[0-9])"
                            + "(?: ?(?:(?<up>ขึ้นไป|or more|or above)"
                            + "|(?<down>ลงมา|or less|or below)))?");

    /** Two ends; a word such as more than before them leaves open which one it is about. */
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?:(?<operator>กว่า|เกิน|อย่างน้อย|เท่ากับ|than|at least|at most) ?)?"
                            + "(?<share>ร้อยละ)? ?(?<from>"
                            + NUMBER
                            + ") ?(?<percent>%|percent)? ?(?:-|ถึง|to) ?(?:ร้อยละ)? ?(?<to>"
                            + NUMBER
                            + ") ?(?<behind>%|percent)?");

    private static final String DAY = "[0-9]{1,2} [^0-9 /-]{3,20} ?(?:พ\\.ศ\\. ?)?[0-9]{4}";
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "(?:ภายใน|ไม่เกิน|(?:no|not) later than|by) ?(?:วันที่)? ?(?<day>" + DAY + ")");

    /** A day that nothing is done by: before it, or after it. */
    private static final Pattern OTHER_DAY =
            Pattern.compile("(?:ก่อน|หลัง|before|after) ?(?:วันที่)? ?" + DAY);

    /** Numbers that name a time, a part or an occasion and are not compared with anything. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "วันที่ ?"
                            + DAY
                            + "|[0-9]{1,2} [a-z]{3,9} [0-9]{4}"
                            + "|ไตรมาส(?:ที่)? ?[0-9](?: ?- ?[0-9])?|ที่ ?[0-9]{1,2}(?![0-9.])"
                            + "|(?:พ\\.ศ\\.|ปี|ปีงบประมาณ|year) ?[0-9]{4}"
                            + "|(?:quarters?|round|instalment) [0-9](?: ?- ?[0-9])?");

    /** Numbers in words are not read, and so are said to be left unread. */
    private static final Pattern ANY_NUMBER =
            Pattern.compile(
                    NUMBER
                            + "|ครึ่ง|กึ่ง|หนึ่ง|สอง|สาม(?!ารถ)"
                            + "|\\b(?:half|one|two|three|four|five|six|seven|eight|nine|ten)\\b");

    private final String text;
    private final List<Figure> figures = new ArrayList<>();
    private String rest;

    private PrintedFigures(String text) {
        this.text = text;
        this.rest = text;
    }

    /**
     * Where something is compared.
     *
     * @param start of its words, in the text
     * @param end behind its last character
     */
    record Figure(int start, int end, Meaning meaning) {}

    /** What is compared with. */
    sealed interface Meaning {}

    /** By the end of a day. */
    record By(LocalDate day) implements Meaning {}

    /**
     * Between two ends.
     *
     * @param percent whether it is said to be a percentage
     */
    record Between(BigDecimal from, BigDecimal to, boolean percent) implements Meaning {}

    /**
     * A number.
     *
     * @param operator absent where no word says it
     * @param percent whether it is said to be a percentage
     */
    record Compared(Optional<Operator> operator, BigDecimal number, boolean percent)
            implements Meaning {}

    /** A comparison that no condition can say. */
    record Unreadable() implements Meaning {}

    static PrintedFigures of(String printed) {
        String plain =
                ThaiSpelling.normal(CellText.asciiHyphens(CellText.asciiDigits(printed)))
                        .replaceAll("[\\p{Z}\\s]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        PrintedFigures found = new PrintedFigures(plain);
        found.take(DEADLINE, PrintedFigures::deadline);
        found.take(OTHER_DAY, _ -> Optional.of(new Unreadable()));
        found.take(NAMES, _ -> Optional.empty());
        found.take(RANGE, PrintedFigures::range);
        found.take(FIGURE, PrintedFigures::compared);
        found.figures.sort(Comparator.comparingInt(Figure::start));
        return found;
    }

    /** With Arabic digits, single spaces and small letters. */
    String text() {
        return text;
    }

    /** In the order of the text. */
    List<Figure> all() {
        return List.copyOf(figures);
    }

    /** Numbers that belong to no figure and name nothing. */
    List<String> unread() {
        return ANY_NUMBER.matcher(rest).results().map(MatchResult::group).toList();
    }

    /** Takes what a pattern finds out of the rest; what has no meaning is a name. */
    private void take(Pattern pattern, MeaningReader reader) {
        Matcher matcher = pattern.matcher(rest);
        StringBuilder left = new StringBuilder(rest);
        while (matcher.find()) {
            if (pattern == FIGURE && !isFigure(matcher)) {
                continue;
            }
            reader.read(matcher)
                    .ifPresent(meaning ->
                            figures.add(new Figure(matcher.start(), matcher.end(), meaning)));
            left.replace(
                    matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
        }
        rest = left.toString();
    }

    /** A number alone is one only where there is nothing else. */
    private boolean isFigure(Matcher matcher) {
        return matcher.group().length() == text.length()
                || !matcher.group().strip().equals(matcher.group("number"));
    }

    private static Optional<Meaning> deadline(Matcher matcher) {
        return Optional.of(
                DateReader.typed(matcher.group("day").replace("พ.ศ.", ""))
                        .<Meaning>map(By::new)
                        .orElseGet(Unreadable::new));
    }

    private static Optional<Meaning> range(Matcher matcher) {
        Optional<BigDecimal> from = number(matcher.group("from"));
        Optional<BigDecimal> to = number(matcher.group("to"));
        boolean percent =
                matcher.group("share") != null
                        || matcher.group("percent") != null
                        || matcher.group("behind") != null;
        return Optional.of(
                matcher.group("operator") != null
                                || from.isEmpty()
                                || to.isEmpty()
                                || from.get().compareTo(to.get()) > 0
                        ? new Unreadable()
                        : new Between(from.get(), to.get(), percent));
    }

    private static Optional<Meaning> compared(Matcher matcher) {
        if (matcher.group("not") != null) {
            return Optional.of(new Unreadable());
        }
        List<Operator> said = new ArrayList<>();
        addIf(matcher, "least", Operator.AT_LEAST, said);
        addIf(matcher, "most", Operator.AT_MOST, said);
        addIf(matcher, "more", Operator.MORE_THAN, said);
        addIf(matcher, "less", Operator.LESS_THAN, said);
        addIf(matcher, "equal", Operator.EQUAL_TO, said);
        addIf(matcher, "up", Operator.AT_LEAST, said);
        addIf(matcher, "down", Operator.AT_MOST, said);
        Optional<BigDecimal> number = number(matcher.group("number"));
        if (number.isEmpty() || said.stream().distinct().count() > 1) {
            return Optional.of(new Unreadable());
        }
        boolean percent = matcher.group("share") != null || matcher.group("percent") != null;
        return Optional.of(new Compared(said.stream().findFirst(), number.get(), percent));
    }

    private static void addIf(
            Matcher matcher, String group, Operator operator, List<Operator> said) {
        if (matcher.group(group) != null) {
            said.add(operator);
        }
    }

    private static Optional<BigDecimal> number(String digits) {
        // Of the right form already; the reader refuses what is longer than any result.
        return NumberReader.read(digits) instanceof Reading.Read<BigDecimal>(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** What a match means; nothing where it only names something. */
    @FunctionalInterface
    private interface MeaningReader {
        Optional<Meaning> read(Matcher matcher);
    }
}
