package districtkpi.domain.testing;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.agreement.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An indicator for a test: of weight 100 and with the highest level that is met, unless told. */
public final class IndicatorBuilder {

    private IndicatorId id;
    private ConceptId concept = ConceptId.of("concept");
    private LocalizedText name;
    private BigDecimal weight = BigDecimal.valueOf(100);
    private List<UnitId> units = List.of(AgreementBuilder.UNIT);
    private List<Measure> measures = List.of();
    private List<ComputedMeasure> computedMeasures = List.of();
    private Rule<Ladder> ladder = new Rule<>(Ladder.HIGHEST, Basis.ASSUMED);
    private Rule<Interpolation> interpolation = new Rule<>(Interpolation.NONE, Basis.ASSUMED);
    private Optional<Rule<BelowLevelOne>> ownBelowLevelOne = Optional.empty();
    private List<Level> levels = List.of();
    private List<Stage> stages = List.of();
    private List<DistrictTerms> districts = List.of();
    private List<Note> notes = List.of();

    private IndicatorBuilder(IndicatorId id, LocalizedText name) {
        this.id = id;
        this.name = name;
    }

    public static IndicatorBuilder indicator(String id) {
        return new IndicatorBuilder(IndicatorId.of(id), AgreementBuilder.text(id));
    }

    /** The same indicator, of which something is to be changed. */
    public static IndicatorBuilder like(Indicator indicator) {
        IndicatorBuilder builder = new IndicatorBuilder(indicator.id(), indicator.name());
        builder.concept = indicator.concept();
        builder.weight = indicator.weight();
        builder.units = indicator.units();
        builder.measures = indicator.measures();
        builder.computedMeasures = indicator.computedMeasures();
        builder.ladder = indicator.ladder();
        builder.interpolation = indicator.interpolation();
        builder.ownBelowLevelOne = indicator.ownBelowLevelOne();
        builder.levels = indicator.levels();
        builder.stages = indicator.stages();
        builder.districts = indicator.districts();
        builder.notes = indicator.notes();
        return builder;
    }

    public IndicatorBuilder id(String other) {
        id = IndicatorId.of(other);
        return this;
    }

    public IndicatorBuilder concept(String other) {
        concept = ConceptId.of(other);
        return this;
    }

    public IndicatorBuilder name(LocalizedText text) {
        name = text;
        return this;
    }

    public IndicatorBuilder weight(String percent) {
        weight = new BigDecimal(percent);
        return this;
    }

    public IndicatorBuilder units(UnitId... responsible) {
        units = List.of(responsible);
        return this;
    }

    public IndicatorBuilder measures(Measure... all) {
        return measures(List.of(all));
    }

    public IndicatorBuilder measures(List<Measure> all) {
        measures = all;
        return this;
    }

    public IndicatorBuilder computedMeasures(List<ComputedMeasure> all) {
        computedMeasures = all;
        return this;
    }

    public IndicatorBuilder ladder(Ladder rule, Basis basis) {
        ladder = new Rule<>(rule, basis);
        return this;
    }

    public IndicatorBuilder interpolation(Interpolation rule, Basis basis) {
        interpolation = new Rule<>(rule, basis);
        return this;
    }

    /** Another rule than the agreement has. */
    public IndicatorBuilder belowLevelOne(BelowLevelOne rule, Basis basis) {
        ownBelowLevelOne = Optional.of(new Rule<>(rule, basis));
        return this;
    }

    /**
     * The levels from 1 on.
     *
     * @param all as {@link Levels#conditions} reads them
     */
    public IndicatorBuilder levels(String... all) {
        return levels(Levels.of(all));
    }

    public IndicatorBuilder levels(List<Level> all) {
        levels = all;
        return this;
    }

    public IndicatorBuilder stages(Stage... all) {
        stages = List.of(all);
        return this;
    }

    public IndicatorBuilder districts(DistrictTerms... all) {
        return districts(List.of(all));
    }

    public IndicatorBuilder districts(List<DistrictTerms> all) {
        districts = all;
        return this;
    }

    public Indicator build() {
        return new Indicator(
                id,
                concept,
                name,
                weight,
                units,
                measures,
                computedMeasures,
                ladder,
                interpolation,
                ownBelowLevelOne,
                levels,
                stages,
                districts,
                notes);
    }
}
