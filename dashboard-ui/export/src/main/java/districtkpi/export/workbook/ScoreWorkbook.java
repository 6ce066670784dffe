package districtkpi.export.workbook;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;
import districtkpi.importer.WorkFolder;
import districtkpi.importer.template.FinishedWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook that works out every score, total and rank of a round from its raw figures by
 * formulas, and checks them against what was published.
 *
 * <p>It is for anybody who wants to see with their own eyes that the program counts right; nothing
 * of the program is needed to open it. The results stand beside the formulas, for readers that do
 * not calculate. The same round gives the same bytes.
 *
 * @see "Decision record 0013: exports"
 */
public final class ScoreWorkbook {

    private static final TextBundle TEXTS = TextBundle.beside(ScoreWorkbook.class, "explanation");

    private ScoreWorkbook() {}

    /** What a sheet is filled with. */
    @FunctionalInterface
    private interface Content {

        void write(Worksheet sheet) throws IOException;
    }

    /** Writes the workbook and leaves the stream open. */
    public static void write(ScoredRound round, OutputStream out) throws IOException {
        write(round, Sheets.MAX_ROWS, out);
    }

    /**
     * The same with sheets of fewer rows.
     *
     * @param maxRows of a sheet that goes on on another one
     */
    static void write(ScoredRound round, int maxRows, OutputStream out) throws IOException {
        // Results are worked out from all sheets, and archives are read from a file.
        Path file = WorkFolder.newFile("workbook-", ".xlsx");
        try {
            try (OutputStream toFile = Files.newOutputStream(file)) {
                writeSheets(round, maxRows, toFile);
            }
            FinishedWorkbook.write(file, Calculation::new, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void writeSheets(ScoredRound round, int maxRows, OutputStream out)
            throws IOException {
        FiguresSheet figures = new FiguresSheet(round);
        AgreementSheet terms = new AgreementSheet(round);
        ConditionFormula conditions = new ConditionFormula(figures, terms);
        PossibleValuesSheet values = new PossibleValuesSheet(round, terms, conditions);
        PossibleLevelsSheet possible = new PossibleLevelsSheet(round, figures, values, maxRows);
        ScoresSheet scores = new ScoresSheet(round, figures, terms, conditions, possible);
        TotalsSheet totals = new TotalsSheet(round, scores, terms);
        try (Workbook workbook = new Workbook(out, "District KPI", "1.0")) {
            // Each is finished before the next, so that only one is in memory.
            write(workbook, "about", sheet -> about(sheet, round, totals, possible.sheets()));
            write(workbook, TotalsSheet.NAME, totals::write);
            write(workbook, ScoresSheet.NAME, scores::write);
            write(
                    workbook,
                    FiguresSheet.NAME,
                    sheet -> figures.write(sheet, conditions, new ComputationFormula(figures)));
            write(workbook, AgreementSheet.NAME, terms::write);
            for (int i = 0; i < possible.sheets(); i++) {
                int number = i;
                write(
                        workbook,
                        PossibleLevelsSheet.name(i),
                        sheet -> possible.write(sheet, number));
            }
            write(workbook, PossibleValuesSheet.NAME, values::write);
        }
    }

    private static void write(Workbook workbook, String name, Content content) throws IOException {
        try (Worksheet sheet = workbook.newWorksheet(name)) {
            content.write(sheet);
        }
    }

    private static void about(
            Worksheet sheet, ScoredRound round, TotalsSheet totals, int possibleSheets) {
        List<String> lines = new ArrayList<>(explanation(round));
        if (possibleSheets > 1) {
            String last = PossibleLevelsSheet.name(possibleSheets - 1);
            add(TEXTS.text("possible-levels", last), lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
        }
        sheet.style(0, 0).bold().set();
        int row = lines.size() + 1;
        int districts = round.districts().size();
        int scores = districts * round.indicators().size();
        for (String verdict : List.of("ok", "differs", "too large")) {
            sheet.value(row, 0, verdict);
            Sheets.formula(
                    sheet,
                    row++,
                    1,
                    "COUNTIF("
                            + Place.range(ScoresSheet.NAME, 1, scores, ScoresSheet.CHECK)
                            + ",\""
                            + verdict
                            + "\")+COUNTIF("
                            + Place.range(TotalsSheet.NAME, 1, districts, totals.column("check"))
                            + ",\""
                            + verdict
                            + "\")");
        }
    }

    private static void add(LocalizedText text, List<String> lines) {
        lines.add(text.th());
        lines.add(text.en());
    }

    /** What somebody who opens the file has to know. */
    private static List<String> explanation(ScoredRound round) {
        List<String> lines = new ArrayList<>();
        lines.add(round.agreement().round() + " " + round.agreement().title().th());
        lines.add(round.agreement().title().en());
        add(TEXTS.text("sheets"), lines);
        add(TEXTS.text("possible", PossibleLevelsSheet.MAX_WAYS), lines);
        if (round.indicators().stream().anyMatch(one -> !one.computedMeasures().isEmpty())) {
            add(TEXTS.text("computed"), lines);
        }
        add(TEXTS.text("override"), lines);
        add(TEXTS.text("check"), lines);
        add(TEXTS.text("change"), lines);
        return lines;
    }
}
