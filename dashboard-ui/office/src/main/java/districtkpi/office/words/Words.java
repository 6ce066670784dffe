package districtkpi.office.words;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.RoundId;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The language of one reader: texts, numbers and dates as that reader wants them. Immutable.
 *
 * <p>Rounding is half up and happens here only: totals to two places, weighted points to three (as
 * the office prints them).
 *
 * @param thaiDigits true for ๐–๙ in the program's own texts and numbers; never in English. Verbatim
 *     texts, names and file names keep the digits that they have.
 */
public record Words(Translations translations, Locale locale, boolean thaiDigits) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final char THAI_ZERO = '\u0E50';
    private static final int TOTAL_PLACES = 2;
    private static final int WEIGHTED_PLACES = 3;
    private static final int MAX_PLACES = 12;
    private static final int HUNDRED = 100;

    public Words {
        thaiDigits = thaiDigits && isThai(locale);
    }

    private static boolean isThai(Locale locale) {
        return Objects.equals(locale.getLanguage(), Translations.THAI.getLanguage());
    }

    public boolean isThai() {
        return isThai(locale);
    }

    /**
     * Language and digits as a tag of BCP 47, such as {@code th-u-nu-thai}: what formats numbers in
     * the browser understands it.
     */
    public String languageTag() {
        return locale.getLanguage() + (thaiDigits ? "-u-nu-thai" : "");
    }

    /** An interface text; arguments are put in as they are. */
    public String of(String key, Object... arguments) {
        return Translations.fill(digits(translations.template(key, locale)), arguments);
    }

    /** An interface text cut at the places of its arguments, for what is more than text. */
    public List<TextPiece> pieces(String key) {
        return Translations.pieces(digits(translations.template(key, locale)));
    }

    /**
     * The reading of a Thai text that is shown verbatim; absent for who reads Thai, and where there
     * is no other than the text itself.
     */
    public Optional<String> reading(LocalizedText text) {
        return isThai() || text.en().equals(text.th()) ? Optional.empty() : Optional.of(text.en());
    }

    public String of(LocalizedText text) {
        return text.in(locale);
    }

    /** The text with its digits in the reader's form. */
    public String digits(String text) {
        if (!thaiDigits) {
            return text;
        }
        StringBuilder thai = new StringBuilder(text.length());
        // A place for an argument, {0}, is no digit to read.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean place = i > 0 && text.charAt(i - 1) == '{';
            thai.append(c >= '0' && c <= '9' && !place ? (char) (c - '0' + THAI_ZERO) : c);
        }
        return thai.toString();
    }

    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /**
     * A line of a file, or of a sheet as spreadsheet programs write it.
     *
     * @param sheet empty where the file has none, or one
     */
    public String line(String sheet, int line) {
        return sheet.isEmpty() ? number(line) : sheet + "!" + number(line);
    }

    /**
     * The row of a file that a figure is from.
     *
     * @param sheet empty where the file has none, or one
     */
    public String fileRow(String sheet, int line) {
        return sheet.isEmpty()
                ? of("figures.line", number(line))
                : of("figures.line-of-sheet", sheet, number(line));
    }

    /** A number with thousands separated and as many places as it has. */
    public String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return decimal(plain, Math.max(0, plain.scale()));
    }

    /** An amount: no places where it is whole, otherwise the places of its unit. */
    public String amount(BigDecimal amount, int unitPlaces) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        int places = Math.max(unitPlaces, amount.stripTrailingZeros().scale());
        return decimal(amount, whole ? 0 : places);
    }

    /** A total out of 100: two places. */
    public String total(BigFraction points) {
        return decimal(round(points, TOTAL_PLACES), TOTAL_PLACES);
    }

    /** Weighted points of one indicator: three places, as the office prints them. */
    public String weighted(BigFraction points) {
        return decimal(round(points, WEIGHTED_PLACES), WEIGHTED_PLACES);
    }

    /** A total out of 5: a twentieth of the one out of 100, three places. */
    public String outOfFive(BigFraction total) {
        return weighted(total.divide(20));
    }

    /**
     * A level as people call it: by what it is worth, as the forms print it.
     *
     * @param level 0 is below level 1; one that the indicator has no more goes by its number
     */
    public String level(Indicator indicator, int level) {
        return level == 0 || level > indicator.topLevel()
                ? number(level)
                : level(indicator.level(level));
    }

    /**
     * A level as people call it; a dash without one.
     *
     * @param indicator of the agreement; without it there the level goes by its number
     */
    public String level(Agreement agreement, IndicatorId indicator, OptionalInt level) {
        if (level.isEmpty()) {
            return "–";
        }
        return agreement
                .indicator(indicator)
                .map(agreed -> level(agreed, level.getAsInt()))
                .orElseGet(() -> number(level.getAsInt()));
    }

    /** A level as people call it: by what it is worth. */
    public String level(Level level) {
        return level(Exact.fraction(level.score()));
    }

    /** What a level is worth: two places where that is no whole number. */
    public String level(BigFraction level) {
        return amount(round(level, TOTAL_PLACES), TOTAL_PLACES);
    }

    /** Why an indicator does not apply to a district, and what becomes of its weight. */
    public String notApplicable(IndicatorScore.NotApplicable score) {
        if (score.note().isPresent()) {
            return of("district.not-applicable", score.note().get());
        }
        return of(
                score.indicator().weight().signum() == 0
                        ? "district.not-applicable.agreed"
                        : "district.not-applicable.agreed-spread");
    }

    /** A difference with its sign, two places. */
    public String difference(BigFraction difference) {
        BigDecimal rounded = round(difference, TOTAL_PLACES);
        return sign(rounded) + decimal(rounded, TOTAL_PLACES);
    }

    /** A number with its sign and as many places as it needs, at most two. */
    public String signed(BigFraction number) {
        BigDecimal rounded = round(number, TOTAL_PLACES);
        return sign(rounded) + number(rounded);
    }

    private static String sign(BigDecimal rounded) {
        return rounded.signum() > 0 ? "+" : "";
    }

    /** Points gained with their sign, three places; for a score out of 5. */
    public String gain(BigFraction gained) {
        BigDecimal rounded = round(gained, WEIGHTED_PLACES);
        return (rounded.signum() > 0 ? "+" : "") + decimal(rounded, WEIGHTED_PLACES);
    }

    public String total(double value) {
        return decimal(BigDecimal.valueOf(value).setScale(TOTAL_PLACES, RoundingMode.HALF_UP), 2);
    }

    /**
     * An effort: two places where it is not whole; one that would be rounded to 0 reads as less
     * than 0.01.
     */
    public String effort(BigFraction effort) {
        BigDecimal rounded = round(effort, TOTAL_PLACES);
        return rounded.signum() == 0 && !effort.equals(BigFraction.ZERO)
                ? "< " + number(BigDecimal.ONE.movePointLeft(TOTAL_PLACES))
                : amount(rounded, TOTAL_PLACES);
    }

    /**
     * A part of something in percent: one place where it is not whole, and more where one would
     * show a whole number that it is not. So 99.97 never reads as all.
     */
    public String share(BigFraction percent) {
        return percent.getDenominator().equals(BigInteger.ONE)
                ? number(new BigDecimal(percent.getNumerator()))
                : percentage(percent, 1);
    }

    /** A weight that was agreed, in percent: as many places as it needs, at most two. */
    public String weight(BigFraction percent) {
        return number(round(percent, TOTAL_PLACES));
    }

    /**
     * A percentage that is compared with a threshold: two places, and more where two would show a
     * whole number that it is not. So 69.999 never reads as the 70.00 that it did not reach.
     */
    public String percentage(BigFraction percent) {
        return percentage(percent, TOTAL_PLACES);
    }

    private String percentage(BigFraction percent, int least) {
        int places = least;
        BigDecimal shown = round(percent, places);
        while (places < MAX_PLACES
                && shown.stripTrailingZeros().scale() <= 0
                && BigFraction.of(shown.toBigIntegerExact()).compareTo(percent) != 0) {
            places++;
            shown = round(percent, places);
        }
        return decimal(shown, places);
    }

    /** A part of 1 as a percentage: {@code 9.1 %}. */
    public String part(BigFraction part) {
        return of("value.percent", share(part.multiply(HUNDRED)));
    }

    /** Weights changed either way by a part of 1: {@code ±9.09 %}. */
    public String eitherWay(BigFraction part) {
        return "±" + of("value.percent", number(round(part.multiply(HUNDRED), TOTAL_PLACES)));
    }

    /** How many ranks: {@code 1 rank}, {@code 4 ranks}. */
    public String countOfRanks(int count) {
        return count == 1 ? of("movement.one-rank") : of("movement.ranks", number(count));
    }

    /** Ranks from one to another: {@code 2–5}, or {@code 2}. */
    public String ranks(int best, int worst) {
        return best == worst ? number(best) : number(best) + "–" + number(worst);
    }

    /** {@code 4 มีนาคม 2565}, {@code 4 March 2022 (2565 BE)}. */
    public String date(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.FULL, locale);
        return date(date, month);
    }

    /** {@code 4 มี.ค. 2565}, {@code 4 Mar 2022 (2565 BE)}. */
    public String shortDate(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.SHORT, locale);
        return date(date, month);
    }

    /** {@code 4 มี.ค.}, {@code 4 Mar}: where the year is known. */
    public String dayAndMonth(LocalDate date) {
        return digits(
                date.getDayOfMonth()
                        + " "
                        + date.getMonth().getDisplayName(TextStyle.SHORT, locale));
    }

    private String date(LocalDate date, String month) {
        int buddhistYear = ThaiBuddhistDate.from(date).get(ChronoField.YEAR_OF_ERA);
        return isThai()
                ? digits(date.getDayOfMonth() + " " + month + " " + buddhistYear)
                : String.format(
                        Locale.ROOT,
                        "%d %s %d (%d BE)",
                        date.getDayOfMonth(),
                        month,
                        date.getYear(),
                        buddhistYear);
    }

    /** Day and time in Bangkok. */
    public String dateTime(Instant instant) {
        ZonedDateTime time = instant.atZone(BANGKOK);
        String clock = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        return of("time.day-and-clock", shortDate(time.toLocalDate()), digits(clock));
    }

    /** {@code รอบที่ 1 ปีงบประมาณ พ.ศ. 2565}. */
    public String round(RoundId round) {
        return named(
                round,
                switch (round.period().length()) {
                    case HALF_YEAR -> "round.name.half";
                    case QUARTER -> "round.name.quarter";
                    case NINE_MONTHS -> "round.name.nine-months";
                    case YEAR -> "round.name.year";
                });
    }

    /** {@code 1/2565}: round and fiscal year, where there is little room. */
    public String shortRound(RoundId round) {
        return named(
                round,
                switch (round.period().length()) {
                    case HALF_YEAR -> "round.short.half";
                    case QUARTER -> "round.short.quarter";
                    case NINE_MONTHS -> "round.short.nine-months";
                    case YEAR -> "round.short.year";
                });
    }

    private String named(RoundId round, String key) {
        String name =
                of(key, digits("" + round.period().number()), digits("" + round.fiscalYear()));
        return switch (round.kind()) {
            case DISTRICT -> name;
            case PROVINCE -> of("round.of-kind", name, of("round.kind.province"));
            case DEPARTMENT -> of("round.of-kind", name, of("round.kind.department"));
        };
    }

    private String decimal(BigDecimal number, int places) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setParseBigDecimal(true);
        format.setNegativePrefix("−");
        return digits(format.format(number));
    }

    private static BigDecimal round(BigFraction fraction, int places) {
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()), places, RoundingMode.HALF_UP);
    }
}
