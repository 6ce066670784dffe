package districtkpi.export.workbook;

import districtkpi.importer.template.WrittenSheet;
import java.util.ArrayList;
import java.util.List;

/** A formula of the workbook, taken apart. */
sealed interface Formula {

    record Constant(Object value) implements Formula {}

    /**
     * A cell, or several below each other. Rows and columns are counted from 0.
     *
     * @param lastRow that of the first for one cell
     */
    record Cells(String sheet, int column, int firstRow, int lastRow) implements Formula {

        boolean isOne() {
            return firstRow == lastRow;
        }
    }

    record Operation(String operator, Formula left, Formula right) implements Formula {}

    record Call(String function, List<Formula> arguments) implements Formula {}

    /**
     * Takes a formula apart.
     *
     * @param sheet that it stands in
     * @throws IllegalArgumentException if it is none that the program writes
     */
    static Formula parse(String text, String sheet) {
        Parser parser = new Parser(text, sheet);
        Formula formula = parser.comparison();
        if (parser.at < text.length()) {
            throw parser.unexpected();
        }
        return formula;
    }

    /** Reads from the left to the right. */
    final class Parser {

        private final String text;
        private final String sheet;
        private int at;

        private Parser(String text, String sheet) {
            this.text = text;
            this.sheet = sheet;
        }

        private IllegalArgumentException unexpected() {
            return new IllegalArgumentException("Unexpected at " + at + " of " + text);
        }

        private char next() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean takes(String token) {
            boolean found = text.startsWith(token, at);
            at += found ? token.length() : 0;
            return found;
        }

        private Formula comparison() {
            Formula left = sum();
            for (String operator : List.of("<=", ">=", "=", "<", ">")) {
                if (takes(operator)) {
                    return new Operation(operator, left, sum());
                }
            }
            return left;
        }

        private Formula sum() {
            Formula left = product();
            while (next() == '+' || next() == '-') {
                left = new Operation(String.valueOf(text.charAt(at++)), left, product());
            }
            return left;
        }

        private Formula product() {
            Formula left = power();
            while (next() == '*' || next() == '/') {
                left = new Operation(String.valueOf(text.charAt(at++)), left, power());
            }
            return left;
        }

        private Formula power() {
            Formula left = single();
            while (takes("^")) {
                left = new Operation("^", left, single());
            }
            return left;
        }

        private Formula single() {
            if (takes("-")) {
                return new Operation("-", new Constant(0.0), single());
            }
            if (takes("(")) {
                Formula inside = comparison();
                end(")");
                return inside;
            }
            if (next() == '"') {
                return constant();
            }
            if (Character.isDigit(next())) {
                int from = at;
                while (Character.isDigit(next()) || next() == '.') {
                    at++;
                }
                return new Constant(Double.valueOf(text.substring(from, at)));
            }
            return named();
        }

        private void end(String token) {
            if (!takes(token)) {
                throw unexpected();
            }
        }

        /** A text in quotes, of which each within it stands twice. */
        private Formula constant() {
            StringBuilder value = new StringBuilder();
            do {
                int end = text.indexOf('"', at + 1);
                value.append(text, at + 1, end);
                at = end + 1;
                if (next() == '"') {
                    value.append('"');
                }
            } while (next() == '"');
            return new Constant(value.toString());
        }

        private Formula named() {
            String name = word();
            if (takes("(")) {
                List<Formula> arguments = new ArrayList<>();
                do {
                    arguments.add(comparison());
                } while (takes(","));
                end(")");
                return new Call(name, arguments);
            }
            if (name.equals("TRUE") || name.equals("FALSE")) {
                return new Constant(name.equals("TRUE"));
            }
            return takes("!") ? reference(name, word()) : reference(sheet, name);
        }

        /** Letters, digits and what else names have. */
        private String word() {
            int from = at;
            while (Character.isLetterOrDigit(next()) || next() == '_' || next() == '$') {
                at++;
            }
            return text.substring(from, at);
        }

        private Formula reference(String of, String first) {
            int last = WrittenSheet.row(takes(":") ? word() : first);
            return new Cells(of, WrittenSheet.column(first), WrittenSheet.row(first), last);
        }
    }
}
