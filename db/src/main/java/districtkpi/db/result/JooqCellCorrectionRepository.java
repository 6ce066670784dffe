package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.CELL_CORRECTION;

import districtkpi.db.account.AccountName;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.List;

@Repository
class JooqCellCorrectionRepository implements CellCorrectionRepository {

    private final DSLContext dsl;

    JooqCellCorrectionRepository(DSLContext dsl) {
        this.dsl = dsl;
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
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10() == null ? null : AccountName.of(row.value10())));
    }
}
