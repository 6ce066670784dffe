package districtkpi.ui.account;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What districts and responsible units are called, of any round: an account keeps its own longer
 * than an agreement does.
 */
@Component
class ScopeNames {

    private static final int OF_PROVINCE = 2;

    private final DistrictRepository districts;
    private final AgreementRepository agreements;

    ScopeNames(DistrictRepository districts, AgreementRepository agreements) {
        this.districts = districts;
        this.agreements = agreements;
    }

    /** As they are called now, for one page. */
    Known known(Words words) {
        Map<UnitId, LocalizedText> units = new HashMap<>();
        // The newest round comes first.
        agreements.findAllInForce().stream()
                .flatMap(stored -> stored.agreement().units().stream())
                .forEach(unit -> units.putIfAbsent(unit.id(), unit.name()));
        return new Known(districts, units, words);
    }

    /** Names in the language of a reader; what has none is called by its code. */
    static final class Known {

        private final DistrictRepository repository;
        private final Map<UnitId, LocalizedText> units;
        private final Words words;
        private final Map<String, Map<DistrictCode, LocalizedText>> ofProvince = new HashMap<>();

        private Known(
                DistrictRepository repository, Map<UnitId, LocalizedText> units, Words words) {
            this.repository = repository;
            this.units = units;
            this.words = words;
        }

        String district(DistrictCode code) {
            LocalizedText name =
                    ofProvince
                            .computeIfAbsent(
                                    code.value().substring(0, OF_PROVINCE), this::districts)
                            .get(code);
            return name == null ? code.value() : words.of("district.name", words.of(name));
        }

        String unit(UnitId id) {
            LocalizedText name = units.get(id);
            return name == null ? id.value() : words.of(name);
        }

        private Map<DistrictCode, LocalizedText> districts(String province) {
            Map<DistrictCode, LocalizedText> names = new HashMap<>();
            List<District> all = repository.findAll(province);
            // Of several names of a code the last one counts.
            all.forEach(district -> names.put(district.code(), district.name()));
            return names;
        }
    }
}
