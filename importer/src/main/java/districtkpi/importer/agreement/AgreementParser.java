package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the parts of an agreement that stand above its indicators, and checks what spans several
 * parts: ids, sums, dates.
 */
final class AgreementParser {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The field that says what the weights of a section total. */
    static final String OUT_OF = "outOf";

    private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");

    /** The two sections of format 1, in this order. */
    private static final List<SectionId> SECTIONS_OF_FORMAT_1 =
            List.of(SectionId.TEAM, SectionId.INDIVIDUAL);

    private static final Parsed NOTHING =
            new Parsed(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, 0);

    private final AgreementIssues issues;
    private AgreementFormat format = AgreementFormat.NEWEST;
    private int indicators;
    private int faulty;

    AgreementParser(AgreementIssues issues) {
        this.issues = issues;
    }

    /**
     * What was read of a file.
     *
     * @param agreement present if all of it could be read; whether its levels make sense is checked
     *     elsewhere
     * @param belowLevelOne where it could be read
     * @param dates of the round, where they could be read
     * @param placed the indicators that could be read
     * @param indicators that the file has, faulty ones too
     * @param faulty of them
     */
    record Parsed(
            Optional<Agreement> agreement,
            Optional<BelowLevelOne> belowLevelOne,
            Optional<Dates> dates,
            List<IndicatorParser.Placed> placed,
            int indicators,
            int faulty) {}

    /** The dates of a round with their places. */
    record Dates(
            Optional<RoundId> round,
            Optional<AgreementNode> roundAt,
            LocalDate first,
            AgreementNode firstAt,
            LocalDate last,
            Optional<LocalDate> submission,
            Optional<AgreementNode> submissionAt) {}

    private record ParsedSection(
            AgreementNode at,
            Optional<SectionId> section,
            Optional<AgreementNode> sectionAt,
            Optional<LocalizedText> name,
            Optional<Rule<BigDecimal>> share,
            Optional<BigDecimal> outOf,
            List<IndicatorParser.Parsed> indicators) {}

    Parsed parse(AgreementNode root) {
        Optional<AgreementFields> fields = root.fields();
        if (fields.isEmpty()) {
            return NOTHING;
        }
        int errorsBefore = issues.errors();
        Optional<AgreementFormat> known = format(fields.get());
        if (known.isEmpty()) {
            // What else is wrong depends on the format.
            return NOTHING;
        }
        format = known.get();
        AgreementFields f = fields.get().by(format);
        Optional<AgreementNode> roundAt = f.required("round");
        Optional<RoundId> round =
                roundAt.flatMap(e -> e.id(RoundId::parse, "agreement.form-of-round"));
        Optional<String> province =
                f.required("province")
                        .flatMap(
                                e -> e.id(AgreementParser::province, "agreement.form-of-province"));
        Optional<LocalizedText> title = f.required("title").flatMap(AgreementNode::localized);
        Optional<Dates> dates = dates(f, round, roundAt);
        Optional<Boolean> demonstration = f.required("demonstration").flatMap(AgreementNode::flag);
        Optional<List<LocalizedText>> parties =
                f.required("parties")
                        .flatMap(e -> IndicatorParser.all(e, AgreementNode::localized));
        Map<UnitId, AgreementNode> unitPlaces = new LinkedHashMap<>();
        Optional<List<ResponsibleUnit>> units =
                f.required("units")
                        .flatMap(e -> IndicatorParser.all(e, item -> unit(item, unitPlaces)));
        Optional<Rule<BelowLevelOne>> belowLevelOne =
                f.required(IndicatorParser.BELOW_LEVEL_ONE).flatMap(IndicatorParser::belowLevelOne);
        Optional<AgreementNode> ratingsAt =
                switch (format) {
                    case ONE -> Optional.empty();
                    case TWO -> f.optional("ratings");
                };
        Optional<List<Rating>> ratings =
                ratingsAt.isEmpty()
                        ? Optional.of(List.of())
                        : ratingsAt.flatMap(AgreementParser::ratings);
        Optional<AgreementNode> sectionsAt = f.required("sections");
        List<ParsedSection> sections =
                sectionsAt.flatMap(AgreementNode::items).orElse(List.of()).stream()
                        .map(this::section)
                        .toList();
        Optional<List<Note>> notes = IndicatorParser.notes(f);
        f.refuseOthers();

        checkIds(sections, unitPlaces, units.isPresent());
        checkWeights(sections);
        sectionsAt.ifPresent(at -> checkShares(at, sections));
        province.ifPresent(code -> checkDistricts(code, sections));
        sections.forEach(AgreementParser::checkDistrictWeights);
        List<IndicatorParser.Placed> placed =
                sections.stream()
                        .flatMap(section -> section.indicators().stream())
                        .flatMap(indicator -> indicator.placed().stream())
                        .toList();
        Optional<Agreement> agreement = Optional.empty();
        if (issues.errors() == errorsBefore) {
            agreement =
                    Optional.of(
                            new Agreement(
                                    round.orElseThrow(),
                                    province.orElseThrow(),
                                    title.orElseThrow(),
                                    dates.orElseThrow().first(),
                                    dates.orElseThrow().last(),
                                    dates.orElseThrow().submission().orElse(null),
                                    demonstration.orElseThrow(),
                                    parties.orElseThrow(),
                                    units.orElseThrow(),
                                    belowLevelOne.orElseThrow(),
                                    ratings.orElseThrow(),
                                    terms(sections),
                                    notes.orElseThrow()));
        }
        return new Parsed(
                agreement, belowLevelOne.map(Rule::value), dates, placed, indicators, faulty);
    }

    /** Words for totals, from the highest to the one that begins at 0. */
    private static Optional<List<Rating>> ratings(AgreementNode at) {
        int errorsBefore = at.issues().errors();
        List<Rating> ratings = new ArrayList<>();
        for (AgreementNode item : at.items().orElse(List.of())) {
            item.with(
                            fields -> {
                                Optional<LocalizedText> name = fields.localized();
                                Optional<AgreementNode> fromAt = fields.required("from");
                                Optional<BigDecimal> from =
                                        fromAt.flatMap(e -> e.decimal(0, true, 100));
                                if (from.isPresent()
                                        && !ratings.isEmpty()
                                        && from.get().compareTo(ratings.getLast().from()) >= 0) {
                                    fromAt.get()
                                            .report(
                                                    AgreementIssueCode.RATINGS_NOT_FALLING,
                                                    from.get().toPlainString(),
                                                    ratings.getLast().from().toPlainString());
                                    return Optional.empty();
                                }
                                return name.flatMap(
                                        text -> from.map(bound -> new Rating(text, bound)));
                            })
                    .ifPresent(ratings::add);
        }
        if (at.issues().errors() == errorsBefore
                && (ratings.isEmpty() || ratings.getLast().from().signum() != 0)) {
            at.report(AgreementIssueCode.RATINGS_NOT_TO_ZERO);
        }
        return at.issues().errors() == errorsBefore ? Optional.of(ratings) : Optional.empty();
    }

    private static Optional<AgreementFormat> format(AgreementFields fields) {
        Optional<AgreementNode> at = fields.required("format");
        Optional<String> version = at.flatMap(AgreementNode::text);
        Optional<AgreementFormat> format = version.flatMap(AgreementFormat::of);
        if (version.isPresent() && format.isEmpty()) {
            at.get()
                    .report(
                            AgreementIssueCode.UNKNOWN_FORMAT,
                            AgreementIssues.shortened(version.get()),
                            AgreementIssues.listed(
                                    Stream.of(AgreementFormat.values())
                                            .map(AgreementFormat::version)));
        }
        return format;
    }

    private static String province(String text) {
        if (!PROVINCE.matcher(text).matches()) {
            throw new IllegalArgumentException("A province has two digits: " + text);
        }
        return text;
    }

    private static Optional<Dates> dates(
            AgreementFields fields, Optional<RoundId> round, Optional<AgreementNode> roundAt) {
        Optional<AgreementNode> firstAt = fields.required("firstDay");
        Optional<LocalDate> first = firstAt.flatMap(AgreementNode::day);
        Optional<AgreementNode> lastAt = fields.required("lastDay");
        Optional<LocalDate> last = lastAt.flatMap(AgreementNode::day);
        Optional<AgreementNode> submissionAt = fields.optional("submissionDay");
        Optional<LocalDate> submission = submissionAt.flatMap(AgreementNode::day);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            lastAt.orElseThrow()
                    .report(AgreementIssueCode.ROUND_ENDS_BEFORE_START, last.get(), first.get());
        }
        return Optional.of(
                new Dates(
                        round,
                        roundAt,
                        first.get(),
                        firstAt.orElseThrow(),
                        last.get(),
                        submission,
                        submissionAt));
    }

    private static Optional<ResponsibleUnit> unit(
            AgreementNode at, Map<UnitId, AgreementNode> places) {
        Optional<AgreementFields> fields = at.fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        AgreementFields f = fields.get();
        Optional<AgreementNode> idAt = f.required("id");
        Optional<UnitId> id = idAt.flatMap(e -> e.id(UnitId::of, IndicatorParser.FORM_OF_LOWER_ID));
        Optional<LocalizedText> name = f.required("name").flatMap(AgreementNode::localized);
        Optional<LocalizedText> shortName =
                f.required("shortName").flatMap(AgreementNode::localized);
        f.refuseOthers();
        if (id.isPresent()) {
            AgreementNode first = places.putIfAbsent(id.get(), at);
            if (first != null) {
                idAt.orElseThrow()
                        .report(AgreementIssueCode.DUPLICATE_UNIT, id.get(), first.line());
            }
        }
        return id.isPresent() && name.isPresent() && shortName.isPresent()
                ? Optional.of(new ResponsibleUnit(id.get(), name.get(), shortName.get()))
                : Optional.empty();
    }

    private ParsedSection section(AgreementNode at) {
        Optional<AgreementFields> fields = at.fields();
        if (fields.isEmpty()) {
            return new ParsedSection(
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        AgreementFields f = fields.get();
        Optional<AgreementNode> sectionAt = f.required("section");
        Optional<SectionId> section = sectionAt.flatMap(this::sectionId);
        Optional<LocalizedText> name =
                switch (format) {
                    case ONE -> section.map(AgreementParser::nameInFormat1);
                    case TWO -> f.required("name").flatMap(AgreementNode::localized);
                };
        Optional<Rule<BigDecimal>> share =
                f.required("share")
                        .flatMap(
                                e -> IndicatorParser.rule(e, value -> value.decimal(0, true, 100)));
        Optional<BigDecimal> outOf = outOf(f);
        List<IndicatorParser.Parsed> read =
                f.required("indicators").flatMap(AgreementNode::items).orElse(List.of()).stream()
                        .map(this::indicator)
                        .toList();
        f.refuseOthers();
        return new ParsedSection(at, section, sectionAt, name, share, outOf, read);
    }

    /** What the weights total; nothing where that cannot be read. */
    private Optional<BigDecimal> outOf(AgreementFields fields) {
        Optional<AgreementNode> at =
                switch (format) {
                    case ONE -> Optional.empty();
                    case TWO -> fields.optional(OUT_OF);
                };
        return at.isEmpty()
                ? Optional.of(HUNDRED)
                : at.get().decimal(0, false, IndicatorParser.MAX_WEIGHT);
    }

    private Optional<SectionId> sectionId(AgreementNode at) {
        return switch (format) {
            case ONE -> at.choice(SECTIONS_OF_FORMAT_1, SectionId::value);
            case TWO -> at.id(SectionId::of, "agreement.form-of-section");
        };
    }

    private static LocalizedText nameInFormat1(SectionId section) {
        return ImportTexts.text("agreement.section." + section);
    }

    private IndicatorParser.Parsed indicator(AgreementNode at) {
        int errorsBefore = issues.errors();
        IndicatorParser.Parsed parsed = IndicatorParser.parse(at);
        indicators++;
        if (issues.errors() > errorsBefore) {
            faulty++;
        }
        return parsed;
    }

    /** Ids that have to be unique, and units that have to be known. */
    private static void checkIds(
            List<ParsedSection> sections, Map<UnitId, AgreementNode> units, boolean allUnitsRead) {
        Map<SectionId, AgreementNode> seenSections = new HashMap<>();
        Map<String, AgreementNode> seenIds = new HashMap<>();
        Map<ConceptId, AgreementNode> seenConcepts = new HashMap<>();
        for (ParsedSection section : sections) {
            refuseSecond(
                    section.section(),
                    section.sectionAt(),
                    seenSections,
                    AgreementIssueCode.DUPLICATE_SECTION,
                    SectionId::value);
            for (IndicatorParser.Parsed indicator : section.indicators()) {
                // T1 and t1 would be one to people and to files.
                refuseSecond(
                        indicator.id().map(id -> id.value().toLowerCase(Locale.ROOT)),
                        indicator.idAt(),
                        seenIds,
                        AgreementIssueCode.DUPLICATE_INDICATOR,
                        _ -> indicator.id().orElseThrow().value());
                refuseSecond(
                        indicator.concept(),
                        indicator.conceptAt(),
                        seenConcepts,
                        AgreementIssueCode.DUPLICATE_CONCEPT,
                        ConceptId::value);
                if (allUnitsRead) {
                    UnitReferences.refuseUnknown(
                            indicator.units().orElse(List.of()), units.keySet());
                }
            }
        }
    }

    private static <T> void refuseSecond(
            Optional<T> value,
            Optional<AgreementNode> at,
            Map<T, AgreementNode> seen,
            AgreementIssueCode fault,
            Function<T, String> shown) {
        if (value.isEmpty()) {
            return;
        }
        AgreementNode first = seen.putIfAbsent(value.get(), at.orElseThrow());
        if (first != null) {
            at.orElseThrow().report(fault, shown.apply(value.get()), first.line());
        }
    }

    /** Weights of each section; a section with a weight that could not be read is left alone. */
    private static void checkWeights(List<ParsedSection> sections) {
        for (ParsedSection section : sections) {
            List<Optional<BigDecimal>> weights =
                    section.indicators().stream().map(IndicatorParser.Parsed::weight).toList();
            if (weights.isEmpty()
                    || weights.stream().anyMatch(Optional::isEmpty)
                    || section.outOf().isEmpty()) {
                continue;
            }
            BigDecimal sum = sum(weights);
            BigDecimal outOf = section.outOf().get();
            if (sum.compareTo(outOf) != 0) {
                section.at()
                        .report(
                                AgreementIssueCode.WEIGHTS_NOT_100,
                                section.name().orElse(ImportTexts.text("agreement.this-section")),
                                shown(sum),
                                shown(outOf));
            }
        }
    }

    /** Districts of another province would never be scored. */
    private static void checkDistricts(String province, List<ParsedSection> sections) {
        districtTerms(sections.stream())
                .filter(terms -> !terms.terms().district().provinceCode().equals(province))
                .forEach(terms ->
                        terms.district()
                                .report(
                                        AgreementIssueCode.DISTRICT_OUTSIDE_PROVINCE,
                                        terms.terms().district(),
                                        province));
    }

    private static Stream<DistrictTermsParser.PlacedTerms> districtTerms(
            Stream<ParsedSection> sections) {
        return sections.flatMap(section -> section.indicators().stream())
                .flatMap(indicator -> indicator.placed().stream())
                .flatMap(placed -> placed.districts().stream());
    }

    /**
     * The weights of a district go together with those of all others: they weigh as much as these
     * with what does not apply, or without it.
     */
    private static void checkDistrictWeights(ParsedSection section) {
        if (section.indicators().stream().anyMatch(indicator -> indicator.placed().isEmpty())) {
            return;
        }
        List<Indicator> indicators =
                section.indicators().stream()
                        .map(indicator -> indicator.placed().orElseThrow().indicator())
                        .toList();
        BigDecimal agreed = weight(indicators.stream());
        Map<DistrictCode, AgreementNode> places = new LinkedHashMap<>();
        districtTerms(Stream.of(section))
                .filter(terms -> terms.terms().weight().isPresent())
                .forEach(terms -> places.put(terms.terms().district(), terms.weight()));
        places.forEach((district, at) -> {
            BigDecimal all = weight(indicators.stream().map(one -> one.in(district)));
            BigDecimal applying =
                    weight(
                            indicators.stream()
                                    .filter(one -> one.appliesIn(district))
                                    .map(one -> one.in(district)));
            if (all.compareTo(agreed) != 0 && applying.compareTo(agreed) != 0) {
                at.report(
                        AgreementIssueCode.DISTRICT_WEIGHTS_OFF,
                        section.name().orElse(ImportTexts.text("agreement.this-section")),
                        district,
                        shown(applying),
                        shown(all),
                        shown(agreed));
            }
        });
    }

    private static BigDecimal weight(Stream<Indicator> indicators) {
        return indicators.map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void checkShares(AgreementNode at, List<ParsedSection> sections) {
        List<Optional<BigDecimal>> shares =
                sections.stream().map(section -> section.share().map(Rule::value)).toList();
        if (shares.isEmpty() || shares.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        BigDecimal sum = sum(shares);
        if (sum.compareTo(HUNDRED) != 0) {
            at.report(AgreementIssueCode.SHARES_NOT_100, shown(sum));
        }
    }

    private static BigDecimal sum(List<Optional<BigDecimal>> numbers) {
        return numbers.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String shown(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** In the order of the file; in format 1 the team section first, whatever the order. */
    private List<SectionTerms> terms(List<ParsedSection> sections) {
        Stream<ParsedSection> ordered =
                switch (format) {
                    case ONE ->
                            sections.stream()
                                    .sorted(
                                            Comparator.comparing(section ->
                                                    SECTIONS_OF_FORMAT_1.indexOf(
                                                            section.section().orElseThrow())));
                    case TWO -> sections.stream();
                };
        return ordered.map(section ->
                        new SectionTerms(
                                section.section().orElseThrow(),
                                section.name().orElseThrow(),
                                section.share().orElseThrow(),
                                section.outOf().orElseThrow(),
                                section.indicators().stream()
                                        .map(i -> i.placed().orElseThrow().indicator())
                                        .toList()))
                .toList();
    }
}
