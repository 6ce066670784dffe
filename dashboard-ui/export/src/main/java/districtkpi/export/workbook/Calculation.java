package districtkpi.export.workbook;

import districtkpi.importer.template.FinishedWorkbook;
import districtkpi.importer.template.WrittenSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Works out what the formulas of the workbook give, as a spreadsheet program does: in binary
 * numbers of double precision. Nothing of the program depends on it; it only writes down what
 * whoever calculates would see. It knows what the workbook uses, and fails at anything else.
 */
final class Calculation implements FinishedWorkbook.Results {

    /** What an empty cell has: 0, an empty text, or not counted, as it is asked. */
    private static final Object EMPTY = new Object();

    /** By their names; results take the place of formulas once they are worked out. */
    private final Map<String, WrittenSheet> sheets;

    Calculation(List<WrittenSheet> sheets) {
        this.sheets =
                sheets.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        WrittenSheet::name, Function.identity()));
    }

    @Override
    public Object of(String sheet, String address) {
        Object value = at(sheet, WrittenSheet.row(address), WrittenSheet.column(address));
        return value == EMPTY ? Double.valueOf(0) : value;
    }

    private Object at(String name, int row, int column) {
        WrittenSheet sheet = sheets.get(name);
        if (sheet == null) {
            throw new IllegalArgumentException("No sheet " + name);
        }
        Optional<String> formula = sheet.formula(row, column);
        if (formula.isEmpty()) {
            return sheet.value(row, column).orElse(EMPTY);
        }
        Object result = value(Formula.parse(formula.get(), name));
        sheet.result(row, column, result);
        return result;
    }

    private Object value(Formula formula) {
        return switch (formula) {
            case Formula.Constant(Object value) -> value;
            case Formula.Cells cells when cells.isOne() ->
                    at(cells.sheet(), cells.firstRow(), cells.column());
            case Formula.Cells cells ->
                    throw new IllegalArgumentException("Not one value: " + cells);
            case Formula.Operation(String operator, Formula left, Formula right) ->
                    value(operator, value(left), value(right));
            case Formula.Call(String function, List<Formula> arguments) ->
                    value(function, arguments);
        };
    }

    private static Object value(String operator, Object left, Object right) {
        return switch (operator) {
            case "+" -> number(left) + number(right);
            case "-" -> number(left) - number(right);
            case "*" -> number(left) * number(right);
            case "/" -> {
                if (number(right) == 0) {
                    throw new IllegalArgumentException("Divided by 0");
                }
                yield number(left) / number(right);
            }
            case "^" -> Math.pow(number(left), number(right));
            case "=" -> compare(left, right) == 0;
            case "<" -> compare(left, right) < 0;
            case ">" -> compare(left, right) > 0;
            case "<=" -> compare(left, right) <= 0;
            case ">=" -> compare(left, right) >= 0;
            default -> throw new IllegalArgumentException("Unknown operator " + operator);
        };
    }

    private static double number(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value == EMPTY) {
            return 0;
        }
        throw new IllegalArgumentException("No number: " + value);
    }

    /** An empty cell is what the other is; any number is less than any text. */
    private static int compare(Object left, Object right) {
        if (left instanceof String || right instanceof String) {
            if (left instanceof Double || right instanceof Double) {
                return left instanceof Double ? -1 : 1;
            }
            return text(left).compareTo(text(right));
        }
        return Double.compare(number(left), number(right));
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == EMPTY) {
            return "";
        }
        throw new IllegalArgumentException("No text: " + value);
    }

    private Object value(String function, List<Formula> arguments) {
        return switch (function) {
            case "IF" -> value(arguments.get(isTrue(value(arguments.getFirst())) ? 1 : 2));
            case "AND" -> values(arguments).allMatch(Calculation::isTrue);
            case "OR" -> values(arguments).anyMatch(Calculation::isTrue);
            case "NOT" -> !isTrue(value(arguments.getFirst()));
            case "ISNUMBER" -> value(arguments.getFirst()) instanceof Double;
            case "CHOOSE" -> value(arguments.get((int) number(arguments, 0)));
            case "ABS" -> Math.abs(number(arguments, 0));
            case "INT" -> Math.floor(number(arguments, 0));
            case "ROUND" -> rounded(arguments, RoundingMode.HALF_UP);
            case "ROUNDUP" -> rounded(arguments, RoundingMode.UP);
            case "ROUNDDOWN" -> rounded(arguments, RoundingMode.DOWN);
            case "SUM" -> numbers(arguments).reduce(0, Double::sum);
            case "MAX" -> numbers(arguments).max().orElse(0);
            case "MIN" -> numbers(arguments).min().orElse(0);
            case "COUNT" -> (double) numbers(arguments).count();
            case "COUNTA" -> (double) values(arguments).filter(value -> value != EMPTY).count();
            case "COUNTIF" -> {
                Object wanted = value(arguments.get(1));
                yield (double) values(arguments.subList(0, 1)).filter(wanted::equals).count();
            }
            case "SUMIF" -> sumIf(arguments);
            case "SMALL" ->
                    numbers(arguments.subList(0, 1))
                            .sorted()
                            .skip((long) number(arguments, 1) - 1)
                            .findFirst()
                            .orElseThrow();
            case "RANK" -> {
                double own = number(arguments, 0);
                yield (double) numbers(arguments.subList(1, 2)).filter(other -> other > own).count()
                        + 1;
            }
            default -> throw new IllegalArgumentException("Unknown function " + function);
        };
    }

    private static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("Neither true nor false: " + value);
    }

    private double number(List<Formula> arguments, int index) {
        return number(value(arguments.get(index)));
    }

    private double rounded(List<Formula> arguments, RoundingMode mode) {
        return BigDecimal.valueOf(number(arguments, 0))
                .setScale((int) number(arguments, 1), mode)
                .doubleValue();
    }

    private double sumIf(List<Formula> arguments) {
        List<Object> looked = values(arguments.subList(0, 1)).toList();
        Object wanted = value(arguments.get(1));
        List<Object> added = values(arguments.subList(2, 3)).toList();
        double sum = 0;
        for (int i = 0; i < looked.size(); i++) {
            if (looked.get(i).equals(wanted)) {
                sum += number(added.get(i));
            }
        }
        return sum;
    }

    /** What is no number is passed over, as in cells. */
    private DoubleStream numbers(List<Formula> arguments) {
        return values(arguments).filter(Double.class::isInstance).mapToDouble(Double.class::cast);
    }

    /** The values of all arguments, of ranges those of each cell. */
    private Stream<Object> values(List<Formula> arguments) {
        return arguments.stream()
                .flatMap(argument ->
                        argument instanceof Formula.Cells cells
                                ? IntStream.rangeClosed(cells.firstRow(), cells.lastRow())
                                        .mapToObj(row -> at(cells.sheet(), row, cells.column()))
                                : Stream.of(value(argument)));
    }
}
