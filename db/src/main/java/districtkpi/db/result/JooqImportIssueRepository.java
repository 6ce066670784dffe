package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.IMPORT_ISSUE;
import static org.jooq.impl.DSL.row;

import districtkpi.domain.LocalizedText;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqImportIssueRepository implements ImportIssueRepository {

    private final DSLContext dsl;

    JooqImportIssueRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<ImportIssue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        dsl.insertInto(
                        IMPORT_ISSUE,
                        IMPORT_ISSUE.IMPORT_ID,
                        IMPORT_ISSUE.NUMBER,
                        IMPORT_ISSUE.SEVERITY,
                        IMPORT_ISSUE.CODE,
                        IMPORT_ISSUE.SHEET,
                        IMPORT_ISSUE.LINE,
                        IMPORT_ISSUE.COLUMN_NAME,
                        IMPORT_ISSUE.VALUE,
                        IMPORT_ISSUE.MESSAGE_TH,
                        IMPORT_ISSUE.MESSAGE_EN)
                .valuesOfRows(
                        issues.stream()
                                .map(issue ->
                                        row(
                                                issue.importId(),
                                                issue.number(),
                                                issue.severity(),
                                                issue.code(),
                                                issue.sheet(),
                                                issue.line(),
                                                issue.column(),
                                                issue.value(),
                                                issue.message().th(),
                                                issue.message().en()))
                                .toList())
                .execute();
    }

    @Override
    public List<ImportIssue> find(Collection<Long> imports) {
        return dsl.select(
                        IMPORT_ISSUE.IMPORT_ID,
                        IMPORT_ISSUE.NUMBER,
                        IMPORT_ISSUE.SEVERITY,
                        IMPORT_ISSUE.CODE,
                        IMPORT_ISSUE.SHEET,
                        IMPORT_ISSUE.LINE,
                        IMPORT_ISSUE.COLUMN_NAME,
                        IMPORT_ISSUE.VALUE,
                        IMPORT_ISSUE.MESSAGE_TH,
                        IMPORT_ISSUE.MESSAGE_EN)
                .from(IMPORT_ISSUE)
                .where(IMPORT_ISSUE.IMPORT_ID.in(imports))
                .orderBy(IMPORT_ISSUE.IMPORT_ID, IMPORT_ISSUE.NUMBER)
                .fetch(row ->
                        new ImportIssue(
                                row.get(IMPORT_ISSUE.IMPORT_ID),
                                row.get(IMPORT_ISSUE.NUMBER),
                                row.get(IMPORT_ISSUE.SEVERITY),
                                row.get(IMPORT_ISSUE.CODE),
                                row.get(IMPORT_ISSUE.SHEET),
                                row.get(IMPORT_ISSUE.LINE),
                                row.get(IMPORT_ISSUE.COLUMN_NAME),
                                row.get(IMPORT_ISSUE.VALUE),
                                new LocalizedText(
                                        row.get(IMPORT_ISSUE.MESSAGE_TH),
                                        row.get(IMPORT_ISSUE.MESSAGE_EN))));
    }
}
