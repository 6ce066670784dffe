package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Comparison;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.importer.agreement.PrintedFigures.Between;
import districtkpi.importer.agreement.PrintedFigures.By;
import districtkpi.importer.agreement.PrintedFigures.Compared;
import districtkpi.importer.agreement.PrintedFigures.Figure;
import districtkpi.importer.agreement.PrintedFigures.Unreadable;
import districtkpi.importer.agreement.PrintedReading.Finding;
import districtkpi.importer.agreement.PrintedReading.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Proposes the machine reading of a level from its text, Thai or English, as agreements print it.
 *
 * <p>A proposal only: whoever writes the agreement sees what was read, how sure it is, and what was
 * left unread. Where a text fits several measures all of them are given.
 */
public final class PrintedConditionReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern JOINED = Pattern.compile("และ|แต่| and | but ");
    private static final Pattern EITHER = Pattern.compile("หรือ(?!เท่ากับ)| or ");
    private static final Pattern NEGATED = Pattern.compile("ไม่มี|ไม่ได้|ยังไม่|ไม่ครบ|\\bnot?\\b");
    private static final Pattern UNCHANGED = Pattern.compile("เท่าเดิม|unchanged");
    private static final Pattern ALL = Pattern.compile("ครบทุก|ทุกหมู่บ้าน|ทุกตำบล|ทุกแห่ง| all ");
    private static final Pattern RISEN = Pattern.compile("เพิ่มขึ้น|increase");
    private static final Pattern FALLEN = Pattern.compile("ลดลง|decrease|reduc");

    private final String text;
    private final MeasureNames names;

    private PrintedConditionReader(String text, MeasureNames names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Reads the text of a level.
     *
     * @param text of a level, in one language
     * @param measures of its indicator
     */
    public static PrintedReading propose(String text, List<Measure> measures) {
        PrintedFigures figures = PrintedFigures.of(text);
        if (figures.text().isEmpty()) {
            return new PrintedReading(List.of(), List.of());
        }
        PrintedConditionReader reader =
                new PrintedConditionReader(figures.text(), new MeasureNames(measures));
        List<Part> parts =
                figures.all().isEmpty()
                        ? List.of(reader.withoutFigure())
                        : reader.withFigures(figures.all());
        return new PrintedReading(parts, figures.unread());
    }

    private List<Part> withFigures(List<Figure> figures) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int next = i + 1 < figures.size() ? figures.get(i + 1).start() : text.length();
            boolean last = next == text.length() && i + 1 == figures.size();
            Optional<Integer> joint = joint(figure.end(), next, last);
            if (joint.isEmpty() && !last) {
                return List.of(new Part(text, List.of(), Finding.UNREADABLE));
            }
            int end = joint.orElse(text.length());
            parts.add(part(text.substring(start, end), figure));
            start = end;
        }
        if (start < text.length()) {
            parts.add(step(text.substring(start)));
        }
        return parts;
    }

    /**
     * Where a figure's part ends: at the last joining word before the next figure; behind the last
     * figure at the first one, if a step of the indicator follows.
     */
    private Optional<Integer> joint(int from, int to, boolean last) {
        List<Integer> joints =
                JOINED.matcher(text)
                        .region(from, to)
                        .results()
                        .map(found -> found.start())
                        .toList();
        if (joints.isEmpty()) {
            return Optional.empty();
        }
        if (!last) {
            return Optional.of(joints.getLast());
        }
        return joints.stream()
                .findFirst()
                .filter(joint -> names.isNamed(text.substring(joint), kind(MeasureKind.DONE)));
    }

    private Part part(String part, Figure figure) {
        if (EITHER.matcher(part).find()) {
            return new Part(part, List.of(), Finding.UNREADABLE);
        }
        return switch (figure.meaning()) {
            case Unreadable() -> new Part(part, List.of(), Finding.UNREADABLE);
            case By(var day) ->
                    chosen(
                            part,
                            kind(MeasureKind.DATE),
                            Finding.STATED,
                            measure -> plain(new Condition.DoneBy(measure.id(), day)));
            case Between(BigDecimal from, BigDecimal to, boolean percent) ->
                    chosen(
                            part,
                            compared(part, figure, percent),
                            Finding.STATED,
                            measure -> new PrintedCondition.Range(measure.id(), from, to));
            case Compared(Optional<Operator> operator, BigDecimal number, boolean percent) ->
                    chosen(
                            part,
                            compared(part, figure, percent),
                            operator.isPresent() ? Finding.STATED : Finding.OPERATOR_ASSUMED,
                            measure -> comparison(measure, operator, number));
        };
    }

    /** Without a number: no change, all of something, or a step that was done. */
    private Part withoutFigure() {
        if (UNCHANGED.matcher(text).find()) {
            return chosen(
                    text,
                    measure ->
                            measure.kind() == MeasureKind.GROWTH
                                    || measure.kind() == MeasureKind.REDUCTION,
                    Finding.OPERATOR_ASSUMED,
                    measure -> comparison(measure, Optional.empty(), BigDecimal.ZERO));
        }
        if (NEGATED.matcher(text).find()) {
            return new Part(text, List.of(), Finding.UNREADABLE);
        }
        if (ALL.matcher(text).find()) {
            return chosen(
                    text,
                    measure -> measure.kind() == MeasureKind.DONE || measure.isPartOfWhole(),
                    Finding.STATED,
                    measure ->
                            measure.kind() == MeasureKind.DONE
                                    ? plain(new Condition.Done(measure.id()))
                                    : comparison(measure, Optional.empty(), HUNDRED));
        }
        return step(text);
    }

    private Part step(String part) {
        return chosen(
                part,
                kind(MeasureKind.DONE),
                Finding.STATED,
                measure -> plain(new Condition.Done(measure.id())));
    }

    private Part chosen(
            String part,
            Predicate<Measure> fits,
            Finding finding,
            Function<Measure, PrintedCondition> condition) {
        List<Measure> measures = names.named(part, fits);
        List<PrintedCondition> candidates = measures.stream().map(condition).toList();
        if (candidates.size() != 1) {
            return new Part(
                    part,
                    candidates,
                    candidates.isEmpty() ? Finding.NO_MEASURE : Finding.SEVERAL_MEASURES);
        }
        Measure measure = measures.getFirst();
        return new Part(
                part,
                candidates,
                names.isClear(part, measure, fits) && isOfItsDirection(part, measure)
                        ? finding
                        : Finding.MEASURE_ASSUMED);
    }

    /** Whether a rise or a fall, where the text says one, is what the measure is of. */
    private static boolean isOfItsDirection(String part, Measure measure) {
        return !measure.kind().isNumeric()
                || ((!RISEN.matcher(part).find() || measure.kind() == MeasureKind.GROWTH)
                        && (!FALLEN.matcher(part).find()
                                || measure.kind() == MeasureKind.REDUCTION));
    }

    private static PrintedCondition plain(Condition condition) {
        return new PrintedCondition.Plain(condition);
    }

    private static PrintedCondition comparison(
            Measure measure, Optional<Operator> operator, BigDecimal number) {
        return plain(new Comparison(measure.id(), operator.orElse(Operator.AT_LEAST), number));
    }

    private static Predicate<Measure> kind(MeasureKind kind) {
        return measure -> measure.kind() == kind;
    }

    /**
     * What a number can be about: a percentage is of a ratio, and without that word only where the
     * text is the number alone; a fall is no rise.
     */
    private Predicate<Measure> compared(String part, Figure figure, boolean percent) {
        boolean risen = RISEN.matcher(part).find();
        boolean fallen = FALLEN.matcher(part).find();
        boolean alone = figure.end() - figure.start() == text.length();
        return measure ->
                measure.kind().isNumeric()
                        && (alone
                                || measure.kind() == MeasureKind.NUMBER
                                || measure.kind().isRatio() == percent)
                        && !(risen && measure.kind() == MeasureKind.REDUCTION)
                        && !(fallen && measure.kind() == MeasureKind.GROWTH);
    }
}
