package districtkpi.office.words;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.ResponsibleUnit;
import java.text.ListFormat;
import java.util.List;
import java.util.function.Function;

/** Says which units answer for an indicator, together where there are several. */
public record UnitWords(Words words) {

    /** As printed in the agreement, such as {@code กลุ่มส่งเสริมและกลุ่มยุทธศาสตร์}. */
    public String shortNames(List<ResponsibleUnit> units) {
        return joined(units, ResponsibleUnit::shortName);
    }

    public String names(List<ResponsibleUnit> units) {
        return joined(units, ResponsibleUnit::name);
    }

    private String joined(
            List<ResponsibleUnit> units, Function<ResponsibleUnit, LocalizedText> name) {
        return ListFormat.getInstance(
                        words.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(units.stream().map(name).map(words::of).toList());
    }
}
