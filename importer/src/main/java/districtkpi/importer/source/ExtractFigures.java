package districtkpi.importer.source;

import districtkpi.db.extract.DistrictFigure;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.extract.NewExtract.Working;
import districtkpi.db.extract.Position;
import districtkpi.db.extract.RowCount;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.source.SourceDescription.Arithmetic;
import districtkpi.importer.source.SourceDescription.Measure;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.IssueLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures of an extract and how each came about.
 *
 * @param measurements in the order of the measures of the source
 * @param workings of the same
 * @param queries for the measures that the agreement has
 * @param rows that each measure is about, of each district
 */
record ExtractFigures(
        List<NewMeasurement> measurements,
        List<Working> workings,
        List<FigureQuery> queries,
        List<DistrictFigure> rows) {

    /** Lines that are named of rows that did not count; of more it is said how many. */
    static final int MAX_LINES = 20;

    ExtractFigures {
        measurements = List.copyOf(measurements);
        workings = List.copyOf(workings);
        queries = List.copyOf(queries);
        rows = List.copyOf(rows);
    }

    /** Asks the rows for the measures of a source that an agreement has. */
    static ExtractFigures of(
            SourceDescription source,
            List<SheetColumns> sheets,
            long extractId,
            RoundSpan span,
            Agreement agreement,
            ExtractRepository extracts,
            IssueLog log) {
        List<Agreed> agreed =
                source.measures().stream()
                        .flatMap(measure -> agreed(measure, agreement, log).stream())
                        .toList();
        List<NewMeasurement> measurements = new ArrayList<>();
        List<Working> workings = new ArrayList<>();
        if (agreed.isEmpty()) {
            return new ExtractFigures(measurements, workings, List.of(), List.of());
        }
        List<FigureQuery> queries =
                agreed.stream().map(some -> span.query(source, some.measure())).toList();
        List<DistrictFigure> figures = extracts.figures(extractId, queries);
        for (int i = 0; i < agreed.size(); i++) {
            Agreed some = agreed.get(i);
            List<DistrictFigure> own =
                    figures.stream()
                            .filter(figure -> figure.measure().equals(some.measure().id()))
                            .toList();
            Map<DistrictCode, List<Position>> missed =
                    some.measure().missedText().isPresent()
                                    && own.stream().anyMatch(ExtractFigures::hasMissed)
                            ? extracts.missed(extractId, queries.get(i), MAX_LINES)
                            : Map.of();
            for (DistrictFigure figure : own) {
                Optional<MeasuredValue> value = value(figure, some, log);
                if (value.isPresent()) {
                    LocalizedText text =
                            WorkingText.of(
                                    figure,
                                    some.measure(),
                                    value.get(),
                                    missed.getOrDefault(figure.district(), List.of()),
                                    sheets);
                    workings.add(new Working(figure.district(), some.measure().id(), text));
                    measurements.add(
                            new NewMeasurement(
                                    span.round(),
                                    figure.district(),
                                    some.key(),
                                    value.get(),
                                    span.asOf(),
                                    source.name().th(),
                                    "",
                                    sheetOf(figure.first(), sheets),
                                    figure.first().line(),
                                    text.th()));
                }
            }
        }
        return new ExtractFigures(measurements, workings, queries, figures);
    }

    /**
     * How many rows of each sheet the figures were made of, for each district and measure.
     *
     * @param counted the rows that were written
     */
    List<NewExtract.Part> parts(
            List<SheetRows> counted, long extractId, ExtractRepository extracts) {
        Map<RowCount.Key, Integer> found =
                rowCounts(counted, extractId, extracts).stream()
                        .collect(Collectors.toMap(RowCount::key, RowCount::rows));
        List<NewExtract.Part> parts = new ArrayList<>();
        for (SheetRows sheet : counted) {
            sheet.rowsOf()
                    .forEach((district, all) -> {
                        for (FigureQuery query : queries) {
                            int number = sheet.columns().number();
                            int about =
                                    found.getOrDefault(
                                            new RowCount.Key(district, query.measure(), number), 0);
                            if (all.count() > 0) {
                                parts.add(
                                        new NewExtract.Part(
                                                district,
                                                query.measure(),
                                                number,
                                                about,
                                                all.count() - about));
                            }
                        }
                    });
        }
        return parts.stream()
                .sorted(
                        Comparator.comparing(NewExtract.Part::district)
                                .thenComparing(NewExtract.Part::measure)
                                .thenComparingInt(NewExtract.Part::sheet))
                .toList();
    }

    /** Only of several sheets the rows have to be asked again, of which there may be millions. */
    private List<RowCount> rowCounts(
            List<SheetRows> counted, long extractId, ExtractRepository extracts) {
        if (queries.isEmpty()) {
            return List.of();
        }
        if (counted.size() > 1) {
            return extracts.rowCounts(extractId, queries);
        }
        return rows.stream()
                .map(figure ->
                        new RowCount(
                                new RowCount.Key(
                                        figure.district(),
                                        figure.measure(),
                                        figure.first().sheet()),
                                Math.toIntExact(figure.rows())))
                .toList();
    }

    /** Lines alone say enough where there is one sheet. */
    private static String sheetOf(Position position, List<SheetColumns> sheets) {
        return sheets.size() == 1 ? "" : CellText.shown(sheets.get(position.sheet() - 1).name());
    }

    private static boolean hasMissed(DistrictFigure figure) {
        return figure.counted() < figure.rows();
    }

    /**
     * A measure of a description and what the agreement knows it as.
     *
     * @param indicator that it is of
     * @param partOfWhole whether nothing can be above 100 %
     */
    private record Agreed(
            Measure measure, Indicator indicator, MeasureKind kind, boolean partOfWhole) {

        MeasureKey key() {
            return indicator.key(measure.id());
        }
    }

    private static Optional<Agreed> agreed(Measure measure, Agreement agreement, IssueLog log) {
        MeasureId id = measure.id();
        Optional<Indicator> indicator =
                agreement
                        .indicators()
                        .filter(some -> some.recordedMeasure(id).isPresent())
                        .findFirst();
        if (indicator.isEmpty()) {
            log.addFile(ExtractIssueCode.MEASURE_NOT_AGREED, agreement.round(), id);
            return Optional.empty();
        }
        var known = indicator.get().recordedMeasure(id).orElseThrow();
        if (!isOf(measure.arithmetic(), known.kind())) {
            log.addFile(ExtractIssueCode.MEASURE_OF_OTHER_KIND, agreement.round(), id);
            return Optional.empty();
        }
        return Optional.of(
                new Agreed(measure, indicator.get(), known.kind(), known.isPartOfWhole()));
    }

    private static boolean isOf(Arithmetic arithmetic, MeasureKind kind) {
        return switch (arithmetic) {
            case Arithmetic.Ratio _ -> kind.isRatio();
            case Arithmetic.Count _ -> kind == MeasureKind.COUNT || kind == MeasureKind.NUMBER;
            case Arithmetic.DoneByAll _, Arithmetic.DoneByAny _ -> kind == MeasureKind.DONE;
            case Arithmetic.Day _ -> kind == MeasureKind.DATE;
        };
    }

    /** The value of a district; absent, with a word in the log, if its rows give none. */
    private static Optional<MeasuredValue> value(
            DistrictFigure figure, Agreed agreed, IssueLog log) {
        Optional<MeasuredValue> value =
                switch (agreed.measure().arithmetic()) {
                    case Arithmetic.Ratio ratio -> ratio(figure, ratio.zeroIfNone(), agreed, log);
                    case Arithmetic.Count _ ->
                            figure.value()
                                    .map(number ->
                                            agreed.kind() == MeasureKind.NUMBER
                                                    ? new MeasuredValue.Quantity(number)
                                                    : new MeasuredValue.Count(number));
                    case Arithmetic.DoneByAll _ ->
                            Optional.of(
                                    hasMissed(figure)
                                            ? new MeasuredValue.NotDone()
                                            : new MeasuredValue.Done(null));
                    case Arithmetic.DoneByAny _ ->
                            Optional.of(
                                    figure.counted() == 0
                                            ? new MeasuredValue.NotDone()
                                            : new MeasuredValue.Done(figure.day()));
                    case Arithmetic.Day _ -> figure.onDay().map(MeasuredValue.Day::new);
                };
        if (value.isEmpty()) {
            log.addFile(ExtractIssueCode.NO_FIGURE, figure.district(), figure.measure());
        } else if (!agreed.indicator().appliesIn(figure.district())) {
            log.addFile(
                    ExtractIssueCode.FIGURE_NOT_FOR_DISTRICT,
                    agreed.indicator().id(),
                    figure.district(),
                    figure.measure());
        }
        return value;
    }

    private static Optional<MeasuredValue> ratio(
            DistrictFigure figure, boolean zeroIfNone, Agreed agreed, IssueLog log) {
        Optional<BigDecimal> value =
                zeroIfNone && figure.counted() == 0 ? Optional.of(BigDecimal.ZERO) : figure.value();
        Optional<BigDecimal> of = figure.of();
        if (value.isEmpty() || of.isEmpty() || of.get().signum() == 0) {
            return Optional.empty();
        }
        if (value.get().signum() < 0 || of.get().signum() < 0) {
            log.addFile(
                    ExtractIssueCode.NEGATIVE_FIGURE,
                    figure.district(),
                    figure.measure(),
                    WorkingText.number(value.get().min(of.get())));
            return Optional.empty();
        }
        if (agreed.partOfWhole() && value.get().compareTo(of.get()) > 0) {
            log.addFile(
                    ExtractIssueCode.SHARE_ABOVE_ALL,
                    figure.district(),
                    figure.measure(),
                    WorkingText.number(value.get()),
                    WorkingText.number(of.get()));
        }
        return Optional.of(new MeasuredValue.Ratio(value.get(), of.get()));
    }
}
