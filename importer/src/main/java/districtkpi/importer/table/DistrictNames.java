package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the districts of a round by code and by name, as people write them. */
public final class DistrictNames {

    private static final Pattern THAI_WORD =
            Pattern.compile("^(?:กิ่ง)?(?:อำเภอ|อ\\.|อ(?=\\s))\\s*");
    private static final Pattern ENGLISH_WORD =
            Pattern.compile("^(?:amphoe|amphur|ampur|amphor|district of)\\b|\\bdistrict$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.'’\\-ฯ]+");
    private static final Pattern SARA_E_TWICE = Pattern.compile("เ{2,}");
    private static final Pattern OLD_CAPITAL = Pattern.compile("^muang");
    private static final Pattern TOTAL =
            Pattern.compile(
                    "รวม.*|ยอดรวม.*|ผลรวม.*|จังหวัด.*|สำนักงานพัฒนาชุมชนจังหวัด.*"
                            + "|(?:grand)?total|sum|province|provincialoffice");

    /** How the one district of the provincial capital is called for short. */
    private static final Set<String> CAPITAL = Set.of("เมือง", "mueang");

    private final Map<String, District> known = new HashMap<>();
    private final Map<String, District> suggestions = new LinkedHashMap<>();

    public DistrictNames(List<District> districts) {
        List<District> capitals = new ArrayList<>();
        for (District district : districts) {
            // A code one digit off is another district, not a slip: it is not suggested.
            known.put(district.code().value(), district);
            add(key(district.name().th()), district);
            add(key(district.name().en()), district);
            if (key(district.name().th()).startsWith("เมือง")) {
                capitals.add(district);
            }
        }
        if (capitals.size() == 1) {
            CAPITAL.forEach(name -> known.putIfAbsent(name, capitals.getFirst()));
        }
    }

    private void add(String key, District district) {
        known.put(key, district);
        suggestions.put(key, district);
    }

    public Optional<DistrictCode> find(String clean) {
        // Two เ look like แ, but may also be one that was typed twice.
        return Optional.ofNullable(known.get(key(clean)))
                .or(() ->
                        Optional.ofNullable(
                                known.get(key(SARA_E_TWICE.matcher(clean).replaceAll("เ")))))
                .map(District::code);
    }

    /** The district that was probably meant, with its code, for a message. */
    public Optional<LocalizedText> suggest(String clean) {
        return Nearest.to(key(clean), suggestions.keySet())
                .map(suggestions::get)
                .map(district ->
                        new LocalizedText(
                                district.name().th() + " (" + district.code() + ")",
                                district.name().en() + " (" + district.code() + ")"));
    }

    /** Whether the text names a sum or the whole province rather than a district. */
    public static boolean isTotal(String clean) {
        return TOTAL.matcher(key(clean)).matches();
    }

    private static String key(String clean) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(ThaiSpelling.normal(clean)));
        text = THAI_WORD.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
        text = ENGLISH_WORD.matcher(text).replaceAll("");
        text = BETWEEN_WORDS.matcher(text).replaceAll("");
        return OLD_CAPITAL.matcher(text).replaceFirst("mueang");
    }
}
