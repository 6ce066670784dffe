package districtkpi.domain.testing;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement for a test, which names what the test is about and nothing else: of half a year,
 * with one responsible unit, of the province 43.
 */
public final class AgreementBuilder {

    /** The responsible unit, unless a test names another one. */
    public static final UnitId UNIT = UnitId.of("unit");

    private RoundId round;
    private String provinceCode = "43";
    private LocalizedText title = text("agreement");
    private LocalDate firstDay;
    private LocalDate lastDay;
    private @Nullable LocalDate submissionDay;
    private boolean demonstration;
    private List<LocalizedText> parties = List.of();
    private List<ResponsibleUnit> units =
            List.of(new ResponsibleUnit(UNIT, text("unit"), text("unit")));
    private List<Rating> ratings = List.of();
    private Rule<BelowLevelOne> belowLevelOne = new Rule<>(BelowLevelOne.ZERO, Basis.ASSUMED);
    private List<SectionTerms> sections = new ArrayList<>();
    private List<Note> notes = List.of();

    private AgreementBuilder(RoundId round) {
        this.round = round;
        this.firstDay = round.firstDay();
        this.lastDay = round.lastDay();
    }

    /**
     * The agreement of a round.
     *
     * @param round such as {@code 2565-1}, whose days are those of the fiscal year
     */
    public static AgreementBuilder agreement(String round) {
        return new AgreementBuilder(RoundId.parse(round));
    }

    /** The same agreement, of which something is to be changed. */
    public static AgreementBuilder like(Agreement agreement) {
        AgreementBuilder builder = new AgreementBuilder(agreement.round());
        builder.provinceCode = agreement.provinceCode();
        builder.title = agreement.title();
        builder.firstDay = agreement.firstDay();
        builder.lastDay = agreement.lastDay();
        builder.submissionDay = agreement.submissionDay();
        builder.demonstration = agreement.demonstration();
        builder.parties = agreement.parties();
        builder.units = agreement.units();
        builder.belowLevelOne = agreement.belowLevelOne();
        builder.ratings = agreement.ratings();
        builder.sections = new ArrayList<>(agreement.sections());
        builder.notes = agreement.notes();
        return builder;
    }

    /** The same in both languages, where a test looks at neither. */
    public static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }

    /** The round alone, with the days that were there. */
    public AgreementBuilder round(String other) {
        round = RoundId.parse(other);
        return this;
    }

    public AgreementBuilder title(LocalizedText text) {
        title = text;
        return this;
    }

    public AgreementBuilder days(LocalDate first, LocalDate last) {
        firstDay = first;
        lastDay = last;
        return this;
    }

    public AgreementBuilder submission(@Nullable LocalDate day) {
        submissionDay = day;
        return this;
    }

    public AgreementBuilder demonstration() {
        demonstration = true;
        return this;
    }

    public AgreementBuilder parties(LocalizedText... all) {
        parties = List.of(all);
        return this;
    }

    public AgreementBuilder units(ResponsibleUnit... all) {
        units = List.of(all);
        return this;
    }

    /** The highest first, the last one from 0 on. */
    public AgreementBuilder ratings(Rating... all) {
        ratings = List.of(all);
        return this;
    }

    public AgreementBuilder belowLevelOne(BelowLevelOne rule, Basis basis) {
        belowLevelOne = new Rule<>(rule, basis);
        return this;
    }

    /** One more section. */
    public AgreementBuilder section(SectionTerms section) {
        sections.add(section);
        return this;
    }

    /** One more section, called as in format 1 where it is one of those. */
    public AgreementBuilder section(SectionId section, String share, Indicator... indicators) {
        return section(terms(section, share, Basis.ASSUMED, List.of(indicators)));
    }

    /** These sections and no other. */
    public AgreementBuilder sections(List<SectionTerms> all) {
        sections = new ArrayList<>(all);
        return this;
    }

    public Agreement build() {
        return new Agreement(
                round,
                provinceCode,
                title,
                firstDay,
                lastDay,
                submissionDay,
                demonstration,
                parties,
                units,
                belowLevelOne,
                ratings,
                sections,
                notes);
    }

    /** A section, called as in format 1 where it is one of those. */
    public static SectionTerms terms(
            SectionId section, String share, Basis basis, List<Indicator> indicators) {
        return new SectionTerms(
                section, name(section), new Rule<>(new BigDecimal(share), basis), indicators);
    }

    /** The name of a section as in format 1; of any other its id. */
    public static LocalizedText name(SectionId section) {
        if (section.equals(SectionId.TEAM)) {
            return new LocalizedText("รายทีม", "Team");
        }
        return section.equals(SectionId.INDIVIDUAL)
                ? new LocalizedText("รายบุคคล", "Individual")
                : text(section.value());
    }
}
