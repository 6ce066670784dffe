package districtkpi.ui.parts;

import com.vaadin.flow.component.combobox.ComboBox;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses one district by its name. */
public final class DistrictField extends ComboBox<District> {

    /**
     * @param chosen left empty if it is none of the districts
     * @param listener is told of another choice; of an empty one where the field was cleared
     */
    public DistrictField(
            String id,
            String label,
            List<District> districts,
            Optional<DistrictCode> chosen,
            Words words,
            Consumer<Optional<DistrictCode>> listener) {
        setId(id);
        setLabel(label);
        setItems(districts);
        setItemLabelGenerator(district -> words.of(district.name()));
        districts.stream()
                .filter(district -> chosen.filter(district.code()::equals).isPresent())
                .findFirst()
                .ifPresent(this::setValue);
        addValueChangeListener(change ->
                listener.accept(Optional.ofNullable(change.getValue()).map(District::code)));
    }
}
