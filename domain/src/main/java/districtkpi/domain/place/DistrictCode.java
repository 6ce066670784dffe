package districtkpi.domain.place;

import java.util.regex.Pattern;

/**
 * The four-digit code of a district from the Department of Provincial Administration, such as
 * {@code 4301}; its first two digits are the province.
 *
 * <p>Districts are listed by code, which is also the customary order.
 */
public record DistrictCode(String value) implements Comparable<DistrictCode> {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}");

    public DistrictCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A district code has four digits: " + value);
        }
    }

    public static DistrictCode of(String value) {
        return new DistrictCode(value);
    }

    public String provinceCode() {
        return value.substring(0, 2);
    }

    @Override
    public int compareTo(DistrictCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
