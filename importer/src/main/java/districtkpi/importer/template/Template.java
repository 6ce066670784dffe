package districtkpi.importer.template;

import java.util.List;

/**
 * A table to fill in.
 *
 * @param sheet the name of its sheet in a workbook, at most 31 characters
 * @param header the names of its columns, as the reader of the table knows them
 * @param rows what is filled in already; shorter than the header
 * @param fixedColumns that stay in view when the sheet is moved sideways
 * @param explanationSheet the name of the sheet with the explanations
 * @param explanations what can be written in which column; the first row is the header
 */
public record Template(
        String sheet,
        List<String> header,
        List<List<String>> rows,
        int fixedColumns,
        String explanationSheet,
        List<List<String>> explanations) {

    public Template {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        explanations = explanations.stream().map(List::copyOf).toList();
        if (header.isEmpty() || explanations.isEmpty()) {
            throw new IllegalArgumentException("A template has columns and explains them");
        }
    }
}
