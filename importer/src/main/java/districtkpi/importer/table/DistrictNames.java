package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows the districts of a round by code and by name, as people write them. */
public final class DistrictNames {

    /** The office of a district, which is called after it. */
    private static final Pattern THAI_OFFICE =
            Pattern.compile(
                    "^(?:(?:(?:สำนักงาน|สนง\\.?|ที่ทำการ)\\s*)?(?:พัฒนาชุมชน|พช\\.)\\s*(?:ประจำ)?"
                            + "|สพอ\\.?\\s*|(?:ที่ว่าการ|ที่ทำการ|พัฒนาการ)(?=อำเภอ|อ\\.))");

    private static final Pattern ENGLISH_OFFICE =
            Pattern.compile(
                    "^(?:district\\s+)?community development office(?:\\s+of)?\\s+"
                            + "|\\s+community development office$");
    private static final Pattern PROVINCE_BEHIND =
            Pattern.compile("(.*\\S)\\s*(?:จังหวัด|จว\\.|จ\\.)\\s*(\\S.*)");
    private static final Pattern PROVINCE_BEFORE =
            Pattern.compile(
                    "(?:จังหวัด|จว\\.|จ\\.)\\s*([^\\s]+?)\\s*((?:อำเภอ|อ\\.|สพอ|สำนักงาน).*)");
    private static final Pattern ENGLISH_PROVINCE_BEHIND =
            Pattern.compile(
                    "(.*\\S)\\s*,\\s*(?:changwat\\s+)?(\\S.*?)(?:\\s+province)?",
                    Pattern.CASE_INSENSITIVE);

    /** The code beside the name, before or behind it. */
    private static final Pattern CODE_AND_NAME =
            Pattern.compile("([0-9]{4})(?:\\.0+)?[\\s\\-:./_)]*([^\\s\\-:./_)0-9].*)");

    private static final Pattern NAME_AND_CODE =
            Pattern.compile("([^0-9]*[^0-9\\s(\\[:-])[\\s(\\[:-]+([0-9]{4})[)\\]]?");

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

    /** What the name of the capital's district begins with; the rest is the province's name. */
    private static final Pattern CAPITAL_OF = Pattern.compile("^(?:เมือง|mueang)");

    private final Map<String, District> known = new HashMap<>();
    private final Set<String> provinces = new HashSet<>();
    private final Map<String, District> suggestions = new LinkedHashMap<>();

    /** Districts that ended within the round, by the same names. */
    private final Optional<DistrictNames> ended;

    private final Map<DistrictCode, District> byCode = new HashMap<>();

    public DistrictNames(List<District> districts) {
        this(districts, List.of());
    }

    /**
     * @param ended districts that ended before the last day of the round and so are none of it
     */
    public DistrictNames(List<District> districts, List<District> ended) {
        this.ended = ended.isEmpty() ? Optional.empty() : Optional.of(new DistrictNames(ended));
        districts.forEach(district -> byCode.put(district.code(), district));
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
            LocalizedText capital = capitals.getFirst().name();
            provinces.add(CAPITAL_OF.matcher(key(capital.th())).replaceFirst(""));
            provinces.add(CAPITAL_OF.matcher(key(capital.en())).replaceFirst(""));
            CAPITAL.forEach(name -> known.putIfAbsent(name, capitals.getFirst()));
        }
    }

    private void add(String key, District district) {
        known.put(key, district);
        suggestions.put(key, district);
    }

    /**
     * The district that a text names: by code or name, with the word for a district, as the office
     * there calls itself, with the province, or by code and name, which must agree.
     */
    public Optional<DistrictCode> find(String clean) {
        String text = CellText.code(ThaiSpelling.normal(clean));
        return named(clean)
                .or(() -> named(text))
                .or(() -> withoutProvince(text).flatMap(this::named))
                .or(() -> byCodeAndName(CODE_AND_NAME.matcher(text), 1, 2))
                .or(() -> byCodeAndName(NAME_AND_CODE.matcher(text), 2, 1));
    }

    /** The last day of the district that a text names, if it ended within the round. */
    public Optional<LocalDate> endOf(String clean) {
        return ended.flatMap(
                names -> names.find(clean).map(names.byCode::get).flatMap(District::lastDay));
    }

    /** Of those that a province ever had, those that ended within a round. */
    public static List<District> endedWithin(
            List<District> all, LocalDate firstDay, LocalDate lastDay) {
        return all.stream()
                .filter(district -> !district.isValidOn(lastDay))
                .filter(district ->
                        district.lastDay().filter(end -> !end.isBefore(firstDay)).isPresent())
                .toList();
    }

    private Optional<DistrictCode> named(String text) {
        // Two เ look like แ, but may also be one that was typed twice.
        return Optional.ofNullable(known.get(key(text)))
                .or(() ->
                        Optional.ofNullable(
                                known.get(key(SARA_E_TWICE.matcher(text).replaceAll("เ")))))
                .map(District::code);
    }

    /** What is left without the name of the own province; absent where there is none. */
    private Optional<String> withoutProvince(String text) {
        Matcher before = PROVINCE_BEFORE.matcher(text);
        if (before.matches() && provinces.contains(key(before.group(1)))) {
            return Optional.of(before.group(2));
        }
        return Stream.of(PROVINCE_BEHIND, ENGLISH_PROVINCE_BEHIND)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .filter(behind -> provinces.contains(key(behind.group(2))))
                .map(behind -> behind.group(1))
                .findFirst();
    }

    private Optional<DistrictCode> byCodeAndName(Matcher matcher, int code, int name) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String called = matcher.group(name);
        return named(matcher.group(code))
                .filter(one ->
                        named(called)
                                .or(() -> withoutProvince(called).flatMap(this::named))
                                .filter(one::equals)
                                .isPresent());
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
        text = THAI_OFFICE.matcher(text).replaceFirst("");
        text = THAI_WORD.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
        text = ENGLISH_OFFICE.matcher(text).replaceAll("").strip();
        text = ENGLISH_WORD.matcher(text).replaceAll("");
        text = BETWEEN_WORDS.matcher(text).replaceAll("");
        return OLD_CAPITAL.matcher(text).replaceFirst("mueang");
    }
}
