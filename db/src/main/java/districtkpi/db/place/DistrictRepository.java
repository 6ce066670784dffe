package districtkpi.db.place;

import districtkpi.domain.place.District;
import java.time.LocalDate;
import java.util.List;

/** The districts that are known. */
public interface DistrictRepository {

    /**
     * The districts that a province ever had, by code, then by the day since when they were valid.
     *
     * @param provinceCode two digits
     */
    List<District> findAll(String provinceCode);

    /**
     * The districts of a province that were valid on a day, by code.
     *
     * @param provinceCode two digits
     */
    default List<District> findValid(String provinceCode, LocalDate day) {
        return findAll(provinceCode).stream().filter(district -> district.isValidOn(day)).toList();
    }
}
