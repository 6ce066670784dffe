package districtkpi.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may be the 13-digit number of a citizen, in whatever digits and grouping it is
 * written.
 *
 * <p>The check digit is not looked at: a number with a slip is personal all the same. The digits
 * behind a decimal point are none, since spreadsheets write percentages with 13 decimals and more.
 */
public final class PersonalNumbers {

    /** Its digits. */
    public static final int LENGTH = 13;

    /** As printed on the card: 1-2345-67890-12-3. */
    private static final List<Integer> PRINTED = List.of(1, 4, 5, 2, 1);

    private static final List<Integer> ISO_DATE = List.of(4, 2, 2);

    private static final String DIGITS = "[\\p{Nd}&&[\\u0000-\\uFFFF]]++";
    private static final String SEPARATOR =
            "[\\p{Zs}\\-\u2010-\u2015\u2212" + InvisibleCharacters.RANGES + "]{1,3}+";
    private static final Pattern RUN = Pattern.compile(DIGITS + "(?:" + SEPARATOR + DIGITS + ")*+");
    private static final Pattern GROUP = Pattern.compile(DIGITS);

    private static final int HASH_LENGTH = 64;

    /** The SHA-256 of a file, as the program's own tables have it: its digits are nobody's. */
    private static final Pattern HASH =
            Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{" + HASH_LENGTH + "}(?![0-9A-Za-z])");

    private PersonalNumbers() {}

    /** A part of a text, by its first and after its last character. */
    public record Span(int start, int end) {

        public int length() {
            return end - start;
        }
    }

    /** Whether such a number is anywhere in a text. */
    public static boolean isIn(String text) {
        return !find(text).isEmpty();
    }

    /** The text with a dot for each digit of such a number. */
    public static String mask(String text) {
        List<Span> spans = find(text);
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isDigit(result.charAt(i))) {
                    result.setCharAt(i, '•');
                }
            }
        }
        return result.toString();
    }

    /** Where such numbers are in a text, in its order. */
    public static List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        if (!hasEnoughDigits(text)) {
            return found;
        }
        Matcher run = RUN.matcher(withoutHashes(text));
        while (run.find()) {
            if (run.end() - run.start() >= LENGTH) {
                findIn(text, run.start(), run.end(), found);
            }
        }
        return found;
    }

    /** Spares nearly every text the patterns. */
    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        for (int i = 0, end = text.length(); i < end && digits < LENGTH; i++) {
            char c = text.charAt(i);
            if (c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c)) {
                digits++;
            }
        }
        return digits == LENGTH;
    }

    /** The text with letters in place of hashes, so that every place stays where it is. */
    private static String withoutHashes(String text) {
        if (text.length() < HASH_LENGTH) {
            return text;
        }
        return HASH.matcher(text).replaceAll(hash -> "x".repeat(hash.end() - hash.start()));
    }

    private static void findIn(String text, int start, int end, List<Span> found) {
        List<Span> groups = groups(text, start, end);
        int digits = groups.stream().mapToInt(Span::length).sum();
        if (digits == LENGTH && groups.size() > 1 && !hasDate(text, groups)) {
            found.add(new Span(groups.getFirst().start(), groups.getLast().end()));
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            Span group = groups.get(i);
            if (group.length() == LENGTH) {
                found.add(group);
            } else if (haveLengths(groups, i, PRINTED)) {
                found.add(new Span(group.start(), groups.get(i + PRINTED.size() - 1).end()));
            }
        }
    }

    private static List<Span> groups(String text, int start, int end) {
        List<Span> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(text).region(start, end);
        while (group.find()) {
            groups.add(new Span(group.start(), group.end()));
        }
        boolean decimals =
                start >= 2
                        && text.charAt(start - 1) == '.'
                        && Character.isDigit(text.charAt(start - 2));
        if (decimals) {
            groups.removeFirst();
        }
        return groups;
    }

    /** Whether a date is part of it, such as in "2022-03-04 2565-1". */
    private static boolean hasDate(String text, List<Span> groups) {
        for (int i = 0; i + 3 <= groups.size(); i++) {
            int first = number(text, groups.get(i));
            int month = number(text, groups.get(i + 1));
            int last = number(text, groups.get(i + 2));
            boolean yearFirst = haveLengths(groups, i, ISO_DATE) && isDate(last, month, first);
            boolean yearLast = groups.get(i + 2).length() == 4 && isDate(first, month, last);
            if (yearFirst || yearLast) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDate(int day, int month, int year) {
        return day >= 1
                && day <= 31
                && month >= 1
                && month <= 12
                && ((year >= 1950 && year <= 2100) || (year >= 2493 && year <= 2643));
    }

    private static int number(String text, Span group) {
        return group.length() > 4
                ? -1
                : Integer.parseInt(text.substring(group.start(), group.end()));
    }

    private static boolean haveLengths(List<Span> groups, int from, List<Integer> lengths) {
        if (from + lengths.size() > groups.size()) {
            return false;
        }
        for (int i = 0; i < lengths.size(); i++) {
            if (groups.get(from + i).length() != lengths.get(i)) {
                return false;
            }
        }
        return true;
    }
}
