package districtkpi.ui.state;

import com.vaadin.flow.router.QueryParameters;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.ui.words.Translations;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page is looking at, as its address says it: {@code
 * ?round=2565-1&asOf=2022-03-04&section=team&unit=promotion&import=12&lang=en}. Whatever is absent
 * was not chosen.
 *
 * @param asOf figures of later days do not count
 * @param section only the indicators of this section
 * @param unit only the indicators that this responsible unit answers for
 * @param importId the import that is shown in detail
 * @param locale the language of the page
 */
public record PageState(
        @Nullable RoundId round,
        @Nullable LocalDate asOf,
        @Nullable Section section,
        @Nullable UnitId unit,
        @Nullable Long importId,
        @Nullable Locale locale) {

    /** Nothing chosen. */
    public static final PageState EMPTY = new PageState(null, null, null, null, null, null);

    private static final String ROUND = "round";
    private static final String AS_OF = "asOf";
    private static final String SECTION = "section";
    private static final String UNIT = "unit";
    private static final String IMPORT = "import";
    private static final String LANGUAGE = "lang";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it says something that cannot be: showing anything else
     *     under that address would mislead
     */
    public static PageState parse(QueryParameters query) {
        return new PageState(
                read(query, ROUND, RoundId::parse),
                read(query, AS_OF, PageState::day),
                read(query, SECTION, Section::parse),
                read(query, UNIT, UnitId::of),
                read(query, IMPORT, Long::valueOf),
                read(query, LANGUAGE, PageState::language));
    }

    private static <T> @Nullable T read(
            QueryParameters query, String name, Function<String, T> reader) {
        Optional<String> text = query.getSingleParameter(name).filter(value -> !value.isEmpty());
        return text.isPresent() ? reader.apply(text.get()) : null;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a day: " + text, e);
        }
    }

    private static Locale language(String text) {
        return switch (text) {
            case "th" -> Translations.THAI;
            case "en" -> Translations.ENGLISH;
            default -> throw new IllegalArgumentException("A language is th or en: " + text);
        };
    }

    /** The address that {@link #parse} reads. */
    public QueryParameters toQuery() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        write(parameters, ROUND, round);
        write(parameters, AS_OF, asOf);
        write(parameters, SECTION, section == null ? null : section.key());
        write(parameters, UNIT, unit);
        write(parameters, IMPORT, importId);
        write(parameters, LANGUAGE, locale == null ? null : locale.getLanguage());
        return new QueryParameters(parameters);
    }

    private static void write(
            Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    public Optional<RoundId> chosenRound() {
        return Optional.ofNullable(round);
    }

    public Optional<LocalDate> chosenDay() {
        return Optional.ofNullable(asOf);
    }

    public Optional<Section> chosenSection() {
        return Optional.ofNullable(section);
    }

    public Optional<UnitId> chosenUnit() {
        return Optional.ofNullable(unit);
    }

    public Optional<Long> chosenImport() {
        return Optional.ofNullable(importId);
    }

    public Optional<Locale> chosenLocale() {
        return Optional.ofNullable(locale);
    }

    /** Another round; a day or a unit of the old one means nothing there. */
    public PageState withRound(RoundId other) {
        return new PageState(other, null, section, null, null, locale);
    }

    public PageState withDay(@Nullable LocalDate day) {
        return new PageState(round, day, section, unit, importId, locale);
    }

    public PageState withPart(@Nullable Section otherSection, @Nullable UnitId otherUnit) {
        return new PageState(round, asOf, otherSection, otherUnit, importId, locale);
    }

    public PageState withImport(long id) {
        return new PageState(round, asOf, section, unit, id, locale);
    }

    public PageState withLocale(Locale other) {
        return new PageState(round, asOf, section, unit, importId, other);
    }

    /** Only what every page understands: round, day and language. */
    public PageState shared() {
        return new PageState(round, asOf, null, null, null, locale);
    }
}
