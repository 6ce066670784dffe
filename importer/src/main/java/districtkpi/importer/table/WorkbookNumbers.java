package districtkpi.importer.table;

import districtkpi.importer.table.NumberForms.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes the number of a workbook's cell as Excel shows it.
 *
 * <p>Excel keeps binary numbers of double precision and shows at most 15 digits of them. The text
 * in the file has up to 17, so that the binary number can be found again: 0.82340000000000003 is
 * the cell in which somebody typed 0.8234. Here the binary number is found again and rounded to 15
 * digits once, exactly; a number typed with up to 15 digits comes out as it was typed.
 */
final class WorkbookNumbers {

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    /** At most 15 digits and no 0 at the end, as some programs write it: nothing to round. */
    private static final Pattern SHORT =
            Pattern.compile(
                    "-?[1-9][0-9]{0,14}|0|-?(?=[0-9.]{3,16}+$)(?:[1-9][0-9]*|0)\\.[0-9]*[1-9]");

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    /** The 31st of December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    /** Excel has a 29th of February 1900, day 60, which never was. */
    private static final LocalDate DAY_0_BEFORE_IT = LocalDate.of(1899, 12, 31);

    private static final LocalDate DAY_0_AFTER_IT = LocalDate.of(1899, 12, 30);
    private static final int DAY_THAT_NEVER_WAS = 60;

    /** What Excel shows where a number is no day. */
    private static final String NO_DAY = "########";

    private WorkbookNumbers() {}

    /**
     * The text of a number.
     *
     * @param raw as the file has it
     * @param from1904 whether days are counted from 1904
     * @throws NumberFormatException if it is no number
     */
    static String text(String raw, Form form, boolean from1904) {
        return switch (form) {
            case NUMBER -> SHORT.matcher(raw).matches() ? raw : shown(raw).toPlainString();
            case PERCENT -> plain(shown(raw).movePointRight(2)) + "%";
            case DATE -> day(shown(raw), from1904);
            case TIME -> time(shown(raw));
        };
    }

    private static BigDecimal shown(String raw) {
        double binary = Double.parseDouble(raw);
        // Infinity and the like are refused as no numbers here.
        BigDecimal shown = new BigDecimal(binary).round(SHOWN).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String day(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY.add(BigDecimal.ONE)) >= 0) {
            return NO_DAY;
        }
        int day = serial.intValue();
        if (from1904) {
            return DAY_0_OF_1904.plusDays(day).toString();
        }
        if (day == 0 || day == DAY_THAT_NEVER_WAS) {
            return NO_DAY;
        }
        return (day < DAY_THAT_NEVER_WAS ? DAY_0_BEFORE_IT : DAY_0_AFTER_IT)
                .plusDays(day)
                .toString();
    }

    private static String time(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return NO_DAY;
        }
        long seconds =
                serial.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
