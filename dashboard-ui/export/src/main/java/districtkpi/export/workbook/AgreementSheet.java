package districtkpi.export.workbook;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;

/**
 * The terms: a row for each condition of each level, and behind them such rows for each indicator
 * that has terms of its own in a district. Shares, weights, thresholds and deadlines are read from
 * here by the formulas, so that others can be tried.
 */
final class AgreementSheet {

    static final String NAME = "agreement";
    static final int SHARE = 1;
    static final int WEIGHT = 4;
    static final int FLOOR = 5;
    static final int THRESHOLD = 12;
    static final int DECIMALS = 13;
    static final int SCALED = 14;
    static final int SCORE = 18;
    static final int BELOW = 19;
    static final int DISTRICT = 20;
    static final int APPLIES = 21;

    /** What the weights of its section total; only where that is not 100 in all of them. */
    static final int OUT_OF = 22;

    private static final List<String> COLUMNS =
            List.of(
                    "section",
                    "section_share",
                    "indicator",
                    "indicator_th",
                    "weight",
                    "lowest_level",
                    "ladder",
                    "interpolation",
                    "level",
                    "condition",
                    "measure",
                    "operator",
                    "threshold",
                    "decimals",
                    "threshold_scaled",
                    "basis",
                    "text_th",
                    "text_en",
                    "score",
                    "below_level_1",
                    "district",
                    "applies");

    /** What stands in {@link #APPLIES} where an indicator is none of a district's. */
    static final String NONE_OF_ITS_OWN = "no";

    private record Key(
            Optional<DistrictCode> owner, IndicatorId indicator, int level, int condition) {}

    private final ScoredRound round;
    private final Map<Key, Integer> rows = new HashMap<>();

    AgreementSheet(ScoredRound round) {
        this.round = round;
        round.indicators().forEach(indicator -> place(Optional.empty(), indicator));
        for (DistrictCode district : round.districtsWithTerms()) {
            for (Indicator indicator : round.indicators(district)) {
                Optional<DistrictCode> owner = ScoredRound.owner(district, indicator);
                if (owner.isPresent()) {
                    place(owner, indicator);
                }
            }
        }
    }

    private void place(Optional<DistrictCode> owner, Indicator indicator) {
        for (Level level : indicator.levels()) {
            for (int i = 0; i < level.conditions().size(); i++) {
                rows.put(new Key(owner, indicator.id(), level.number(), i), rows.size() + 1);
            }
        }
    }

    /**
     * The row of a condition.
     *
     * @param owner the district whose own terms they are; empty for those of all others
     * @param condition its place within the level, from 0
     */
    int row(Optional<DistrictCode> owner, Indicator indicator, int level, int condition) {
        Integer row = rows.get(new Key(owner, indicator.id(), level, condition));
        if (row == null) {
            throw new IllegalArgumentException("No row for " + indicator.id() + " level " + level);
        }
        return row;
    }

    /** With what weights total, where that is not 100 in all sections. */
    private List<String> columns() {
        return round.agreement().isOutOfHundred()
                ? COLUMNS
                : Stream.concat(COLUMNS.stream(), Stream.of("section_out_of")).toList();
    }

    /** A cell that says something about an indicator as a whole. */
    String cell(Optional<DistrictCode> owner, Indicator indicator, int column) {
        return Place.cell(NAME, row(owner, indicator, 1, 0), column);
    }

    void write(Worksheet sheet) {
        Sheets.header(sheet, columns());
        for (SectionTerms terms : round.agreement().sections()) {
            for (Indicator indicator : terms.indicators()) {
                write(sheet, Optional.empty(), terms, indicator);
            }
        }
        for (DistrictCode district : round.districtsWithTerms()) {
            for (SectionTerms terms : round.agreement().in(district).sections()) {
                for (Indicator indicator : terms.indicators()) {
                    Optional<DistrictCode> owner = ScoredRound.owner(district, indicator);
                    if (owner.isPresent()) {
                        write(sheet, owner, terms, indicator);
                    }
                }
            }
        }
    }

    private void write(
            Worksheet sheet,
            Optional<DistrictCode> owner,
            SectionTerms terms,
            Indicator indicator) {
        for (Level level : indicator.levels()) {
            for (int i = 0; i < level.conditions().size(); i++) {
                int row = row(owner, indicator, level.number(), i);
                write(sheet, row, terms, indicator, level, i);
                owner.ifPresent(district -> {
                    sheet.value(row, DISTRICT, district.value());
                    sheet.value(
                            row, APPLIES, indicator.appliesIn(district) ? "yes" : NONE_OF_ITS_OWN);
                });
            }
        }
    }

    private void write(
            Worksheet sheet,
            int row,
            SectionTerms terms,
            Indicator indicator,
            Level level,
            int number) {
        Condition condition = level.conditions().get(number);
        int column = 0;
        sheet.value(row, column++, terms.section().value());
        sheet.value(row, column++, terms.share().value());
        sheet.value(row, column++, indicator.id().value());
        sheet.value(row, column++, indicator.name().th());
        sheet.value(row, column++, indicator.weight());
        sheet.value(row, column++, round.agreement().lowestLevel(indicator));
        sheet.value(row, column++, indicator.ladder().value().key());
        sheet.value(row, column++, indicator.interpolation().value().key());
        sheet.value(row, column++, level.number());
        sheet.value(row, column++, number + 1);
        sheet.value(row, column++, condition.measure().value());
        switch (condition) {
            case Condition.Comparison(var _, var operator, BigDecimal threshold) -> {
                sheet.value(row, column, operator.symbol());
                sheet.value(row, THRESHOLD, threshold);
                sheet.value(row, DECIMALS, FiguresSheet.thresholdPlaces(indicator));
                Sheets.formula(
                        sheet,
                        row,
                        SCALED,
                        "ROUND("
                                + Place.cell(row, THRESHOLD)
                                + "*10^"
                                + Place.cell(row, DECIMALS)
                                + ",0)");
            }
            case Condition.Done _ -> sheet.value(row, column, "done");
            case Condition.DoneBy doneBy -> {
                sheet.value(row, column, "done by");
                sheet.value(row, THRESHOLD, doneBy.deadline());
                sheet.style(row, THRESHOLD).format("yyyy-mm-dd").set();
            }
        }
        sheet.value(row, SCALED + 1, level.basis().name().toLowerCase(Locale.ROOT));
        sheet.value(row, SCALED + 2, level.text().th());
        sheet.value(row, SCALED + 3, level.text().en());
        sheet.value(row, SCORE, level.score());
        sheet.value(row, BELOW, round.agreement().score(indicator, 0));
        if (!round.agreement().isOutOfHundred()) {
            sheet.value(row, OUT_OF, terms.outOf());
        }
    }
}
