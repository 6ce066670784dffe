package districtkpi.ui.recording;

import districtkpi.db.recording.RecordingField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures that count already, as somebody would type them into the fields of the form. */
final class CountingTexts {

    private static final int BUDDHIST_ERA = 543;

    private CountingTexts() {}

    /** What does not apply is left out: its reason is to be given anew. */
    static Map<RecordingField, String> of(
            Scoreboard scoreboard, DistrictCode district, Indicator indicator, Words words) {
        Map<RecordingField, String> texts = new LinkedHashMap<>();
        for (Measure measure : indicator.measures()) {
            Optional<MeasuredValue> counting =
                    measure.evidenceReceipt()
                            ? Optional.empty()
                            : scoreboard
                                    .measurement(district, indicator.key(measure.id()))
                                    .map(Measurement::value);
            RecordingField value = RecordingField.value(indicator.id(), measure.id());
            switch (counting.orElse(null)) {
                case null -> {}
                case MeasuredValue.Ratio(BigDecimal number, BigDecimal of) -> {
                    texts.put(value, number(number));
                    texts.put(RecordingField.of(indicator.id(), measure.id()), number(of));
                }
                case MeasuredValue.Percentage(BigDecimal percent) ->
                        texts.put(value, number(percent) + "%");
                case MeasuredValue.Count(BigDecimal count) -> texts.put(value, number(count));
                case MeasuredValue.Quantity(BigDecimal number) -> texts.put(value, number(number));
                case MeasuredValue.Done done ->
                        texts.put(
                                value,
                                done.day()
                                        .map(day -> day(day, words))
                                        .orElseGet(() -> words.of("record.yes")));
                case MeasuredValue.NotDone _ -> texts.put(value, words.of("record.no"));
                case MeasuredValue.Day(LocalDate day) -> texts.put(value, day(day, words));
                case MeasuredValue.NotApplicable _ -> {}
            }
        }
        return texts;
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** As the help beside the field writes it. */
    private static String day(LocalDate day, Words words) {
        return words.isThai()
                ? day.getDayOfMonth()
                        + "/"
                        + day.getMonthValue()
                        + "/"
                        + (day.getYear() + BUDDHIST_ERA)
                : day.toString();
    }
}
