package districtkpi.ui.state;

import com.vaadin.flow.router.QueryParameters;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.office.words.Translations;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page is looking at, as its address says it: {@code
 * ?round=2565-1&asOf=2022-03-04&section=team&unit=promotion&lang=en}. Whatever is absent was not
 * chosen.
 *
 * @param asOf figures of later days do not count; not together with a revision
 * @param revision the published revision; from 1
 * @param section only the indicators of this section
 * @param unit only the indicators that this responsible unit answers for
 * @param locale the language of the page
 * @param own what else the address says, by name, for the page that knows the {@link Parameter}
 */
public record PageState(
        @Nullable RoundId round,
        @Nullable LocalDate asOf,
        @Nullable Integer revision,
        @Nullable SectionId section,
        @Nullable UnitId unit,
        @Nullable Locale locale,
        Map<String, String> own) {

    /** Nothing chosen. */
    public static final PageState EMPTY =
            new PageState(null, null, null, null, null, null, Map.of());

    private static final String ROUND = "round";
    private static final String AS_OF = "asOf";
    private static final String REVISION = "revision";
    private static final String SECTION = "section";
    private static final String UNIT = "unit";
    private static final String LANGUAGE = "lang";
    private static final Set<String> COMMON =
            Set.of(ROUND, AS_OF, REVISION, SECTION, UNIT, LANGUAGE);

    public PageState {
        if (revision != null && (round == null || asOf != null)) {
            throw new IllegalArgumentException("A revision is of a round, as it was published");
        }
        own = Collections.unmodifiableMap(new TreeMap<>(own));
    }

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
                read(query, REVISION, PageState::number),
                read(query, SECTION, SectionId::of),
                read(query, UNIT, UnitId::of),
                read(query, LANGUAGE, PageState::language),
                own(query));
    }

    private static Map<String, String> own(QueryParameters query) {
        Map<String, String> own = new TreeMap<>();
        for (String name : query.getParameters().keySet()) {
            if (!COMMON.contains(name)) {
                query.getSingleParameter(name)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> own.put(name, value));
            }
        }
        return own;
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

    private static Integer number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("Not a revision: " + text);
        }
        return Integer.valueOf(text);
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
        write(parameters, REVISION, revision);
        write(parameters, SECTION, section == null ? null : section.value());
        write(parameters, UNIT, unit);
        write(parameters, LANGUAGE, locale == null ? null : locale.getLanguage());
        own.forEach((name, value) -> write(parameters, name, value));
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

    public Optional<Integer> chosenRevision() {
        return Optional.ofNullable(revision);
    }

    public Optional<SectionId> chosenSection() {
        return Optional.ofNullable(section);
    }

    public Optional<UnitId> chosenUnit() {
        return Optional.ofNullable(unit);
    }

    public Optional<Locale> chosenLocale() {
        return Optional.ofNullable(locale);
    }

    /**
     * What a page of its own asks for.
     *
     * @throws IllegalArgumentException if the address says something that cannot be
     */
    public <T> Optional<T> chosen(Parameter<T> parameter) {
        return Optional.ofNullable(own.get(parameter.name())).map(parameter.reader());
    }

    /** Another choice of a page of its own; none where the value is absent. */
    public <T> PageState with(Parameter<T> parameter, @Nullable T value) {
        Map<String, String> changed = new TreeMap<>(own);
        if (value == null) {
            changed.remove(parameter.name());
        } else {
            changed.put(parameter.name(), parameter.writer().apply(value));
        }
        return new PageState(round, asOf, revision, section, unit, locale, changed);
    }

    /** Another round; a day, a revision or a unit of the old one means nothing there. */
    public PageState withRound(RoundId other) {
        return new PageState(other, null, null, section, null, locale, own);
    }

    /** The figures up to a day, or all there are now. */
    public PageState withDay(@Nullable LocalDate day) {
        return new PageState(round, day, null, section, unit, locale, own);
    }

    /** A round as it was published, or as it is now. */
    public PageState withRevision(RoundId of, @Nullable Integer published) {
        return new PageState(of, null, published, section, unit, locale, own);
    }

    public PageState withPart(@Nullable SectionId otherSection, @Nullable UnitId otherUnit) {
        return new PageState(round, asOf, revision, otherSection, otherUnit, locale, own);
    }

    public PageState withLocale(Locale other) {
        return new PageState(round, asOf, revision, section, unit, other, own);
    }

    /** Only what every page understands: round, day or revision, and language. */
    public PageState shared() {
        return new PageState(round, asOf, revision, null, null, locale, Map.of());
    }
}
