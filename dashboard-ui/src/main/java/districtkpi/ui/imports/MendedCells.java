package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.table.CellText;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import java.util.Optional;
import java.util.function.Consumer;

/** What was mended in a file, cell by cell: what it says, and what is read in its place. */
class MendedCells extends Composite<Div> {

    /** More are folded until somebody wants to see them. */
    private static final int MAX_OPEN = 10;

    /**
     * @param open whether it is what there is to look at
     * @param takeBack is told which one not to mend; absent where it is too late
     */
    MendedCells(
            CellCorrections corrections,
            boolean open,
            Words words,
            Optional<Consumer<CellCorrection>> takeBack) {
        DataTable table =
                new DataTable("mended", words.of("mended.caption"), DataTable.Narrow.STACK);
        table.numbers(words.of("issues.line"))
                .column(words.of("issues.column"))
                .column(words.of("mended.before"))
                .column(words.of("mended.after"));
        if (takeBack.isPresent()) {
            table.column(words.of("mended.take-back"));
        }
        int number = 0;
        for (CellCorrection one : corrections.all()) {
            number++;
            DataTable.Row row =
                    table.row()
                            .number(words.line(one.sheet(), one.line()))
                            .cell(one.heading())
                            .styled("code raw-value", text(one.before(), words))
                            .styled("code raw-value", text(one.after(), words));
            if (takeBack.isPresent()) {
                row.cell(createTakeBack(one, number, words, takeBack.get()));
            }
        }
        Details details = new Details(count(corrections.all().size(), words), table);
        details.setId("mended-cells");
        details.setOpened(open && corrections.all().size() <= MAX_OPEN);
        getContent().add(details);
    }

    /** How many cells were mended. */
    static String count(int cells, Words words) {
        return cells == 1 ? words.of("mended.one") : words.of("mended.count", words.number(cells));
    }

    private static Button createTakeBack(
            CellCorrection one, int number, Words words, Consumer<CellCorrection> takeBack) {
        Button button = new Button(words.of("mended.take-back"), _ -> takeBack.accept(one));
        button.setId("take-back-" + number);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setDisableOnClick(true);
        button.setAriaLabel(
                words.of(
                        "mended.take-back-of", one.heading(), words.line(one.sheet(), one.line())));
        return button;
    }

    private static Span text(String text, Words words) {
        if (text.isEmpty()) {
            Span empty = new Span(words.of("mended.empty"));
            empty.addClassName("soft");
            return empty;
        }
        return new Span(CellText.shown(PersonalNumbers.mask(text)));
    }
}
