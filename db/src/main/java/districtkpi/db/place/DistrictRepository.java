package districtkpi.db.place;

import districtkpi.domain.place.District;
import java.time.LocalDate;
import java.util.List;

/** The districts that are known. */
public interface DistrictRepository {

    /**
     * The districts of a province that were valid on a day, by code.
     *
     * @param provinceCode two digits
     */
    List<District> findValid(String provinceCode, LocalDate day);
}
