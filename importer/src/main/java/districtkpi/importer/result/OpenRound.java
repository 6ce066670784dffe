package districtkpi.importer.result;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A round that takes results: its agreement and the districts that it was made with. */
final class OpenRound {

    private final Agreement agreement;
    private final DistrictNames districts;

    OpenRound(Agreement agreement, List<District> districts) {
        this(agreement, districts, List.of());
    }

    /**
     * @param ended districts that ended within the round, before its last day
     */
    OpenRound(Agreement agreement, List<District> districts, List<District> ended) {
        this.agreement = agreement;
        this.districts = new DistrictNames(districts, ended);
    }

    Agreement agreement() {
        return agreement;
    }

    RoundId id() {
        return agreement.round();
    }

    LocalDate firstDay() {
        return agreement.firstDay();
    }

    LocalDate lastDay() {
        return agreement.lastDay();
    }

    DistrictNames districts() {
        return districts;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** The indicator of a name in any case and with digits of either kind. */
    Optional<Indicator> indicator(String clean) {
        String name = CellText.asciiDigits(clean);
        return agreement
                .indicators()
                .filter(indicator -> indicator.id().value().equalsIgnoreCase(name))
                .findFirst();
    }

    List<String> indicatorNames() {
        return agreement.indicators().map(indicator -> indicator.id().value()).toList();
    }

    static Optional<Measure> measure(Indicator indicator, String clean) {
        String name = CellText.asciiDigits(clean);
        return indicator.measures().stream()
                .filter(measure -> measure.id().value().equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> measureNames(Indicator indicator) {
        return indicator.measures().stream()
                .map(measure -> measure.id().value())
                .collect(Collectors.toUnmodifiableList());
    }
}
