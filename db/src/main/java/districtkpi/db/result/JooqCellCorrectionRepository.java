package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.CELL_CORRECTION;
import static districtkpi.db.jooq.Tables.IMPORT;
import static org.jooq.impl.DSL.row;

import districtkpi.db.Batches;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.scope.Moments;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqCellCorrectionRepository implements CellCorrectionRepository {

    private final DSLContext dsl;
    private final CurrentAccount current;
    private final Moments moments;

    JooqCellCorrectionRepository(DSLContext dsl, CurrentAccount current, Moments moments) {
        this.dsl = dsl;
        this.current = current;
        this.moments = moments;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long importId, List<NewCellCorrection> corrections) {
        Batches.forEach(
                corrections,
                part ->
                        dsl.insertInto(
                                        CELL_CORRECTION,
                                        CELL_CORRECTION.IMPORT_ID,
                                        CELL_CORRECTION.SHEET,
                                        CELL_CORRECTION.LINE,
                                        CELL_CORRECTION.COLUMN_NUMBER,
                                        CELL_CORRECTION.HEADING,
                                        CELL_CORRECTION.VALUE_BEFORE,
                                        CELL_CORRECTION.VALUE_AFTER,
                                        CELL_CORRECTION.DISTRICT_CODE,
                                        CELL_CORRECTION.CORRECTED_AT,
                                        CELL_CORRECTION.ACCOUNT_ID)
                                .valuesOfRows(
                                        part.stream()
                                                .map(correction ->
                                                        row(
                                                                importId,
                                                                correction.sheet(),
                                                                correction.line(),
                                                                correction.column(),
                                                                correction.heading(),
                                                                correction.before(),
                                                                correction.after(),
                                                                correction.district(),
                                                                correction.correctedAt(),
                                                                current.accountId()))
                                                .toList())
                                .execute());
    }

    @Override
    public List<StoredCellCorrection> find(Collection<Long> imports) {
        return dsl.select(
                        CELL_CORRECTION.IMPORT_ID,
                        CELL_CORRECTION.SHEET,
                        CELL_CORRECTION.LINE,
                        CELL_CORRECTION.COLUMN_NUMBER,
                        CELL_CORRECTION.HEADING,
                        CELL_CORRECTION.VALUE_BEFORE,
                        CELL_CORRECTION.VALUE_AFTER,
                        CELL_CORRECTION.DISTRICT_CODE,
                        CELL_CORRECTION.CORRECTED_AT,
                        ACCOUNT.NAME)
                .from(CELL_CORRECTION)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(CELL_CORRECTION.ACCOUNT_ID))
                .where(CELL_CORRECTION.IMPORT_ID.in(imports))
                .orderBy(
                        CELL_CORRECTION.IMPORT_ID,
                        CELL_CORRECTION.SHEET,
                        CELL_CORRECTION.LINE,
                        CELL_CORRECTION.COLUMN_NUMBER)
                .fetch(row ->
                        new StoredCellCorrection(
                                row.get(CELL_CORRECTION.IMPORT_ID),
                                row.get(CELL_CORRECTION.SHEET),
                                row.get(CELL_CORRECTION.LINE),
                                row.get(CELL_CORRECTION.COLUMN_NUMBER),
                                row.get(CELL_CORRECTION.HEADING),
                                row.get(CELL_CORRECTION.VALUE_BEFORE),
                                row.get(CELL_CORRECTION.VALUE_AFTER),
                                row.get(CELL_CORRECTION.DISTRICT_CODE),
                                row.get(CELL_CORRECTION.CORRECTED_AT),
                                row.get(ACCOUNT.NAME) == null
                                        ? null
                                        : AccountName.of(row.get(ACCOUNT.NAME))));
    }

    @Override
    public Map<Measurement, List<StoredCellCorrection>> findBehind(
            Collection<Measurement> figures) {
        List<Measurement> ofMended =
                figures.stream().filter(figure -> figure.origin().mendedCells() > 0).toList();
        if (ofMended.isEmpty()) {
            return Map.of();
        }
        Set<Long> imports =
                ofMended.stream()
                        .map(figure -> figure.origin().importId())
                        .collect(Collectors.toSet());
        Mended mended = moments.ask(new MendedIn(imports), () -> mendedIn(imports));
        Map<Measurement, List<StoredCellCorrection>> behind = new HashMap<>();
        for (Measurement figure : ofMended) {
            Origin origin = figure.origin();
            boolean ofExtract = mended.extracts().contains(origin.importId());
            List<StoredCellCorrection> own =
                    mended.cells().getOrDefault(origin.importId(), List.of()).stream()
                            .filter(one ->
                                    ofExtract
                                            ? one.ofDistrict()
                                                    .filter(figure.district()::equals)
                                                    .isPresent()
                                            : one.line() == origin.line()
                                                    && one.sheet().equals(origin.sheet()))
                            .toList();
            if (!own.isEmpty()) {
                behind.put(figure, own);
            }
        }
        return behind;
    }

    /** The question after what was mended; a page asks for each of its figures. */
    private record MendedIn(Set<Long> imports) {}

    /**
     * What was mended in some imports.
     *
     * @param extracts those of them that are extracts
     * @param cells by import
     */
    private record Mended(Set<Long> extracts, Map<Long, List<StoredCellCorrection>> cells) {}

    private Mended mendedIn(Set<Long> imports) {
        return new Mended(
                dsl.select(IMPORT.IMPORT_ID)
                        .from(IMPORT)
                        .where(IMPORT.IMPORT_ID.in(imports))
                        .and(IMPORT.KIND.eq(ImportKind.EXTRACT.key()))
                        .fetchSet(IMPORT.IMPORT_ID),
                find(imports).stream()
                        .collect(Collectors.groupingBy(StoredCellCorrection::importId)));
    }
}
