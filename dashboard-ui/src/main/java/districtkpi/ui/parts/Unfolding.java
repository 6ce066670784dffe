package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What belongs to a row of a table and is shown below it when somebody opens it; it is not made
 * before. Several may be open at a time.
 */
public final class Unfolding {

    private final NativeTableRow row = new NativeTableRow();
    private final NativeTableCell cell = new NativeTableCell();
    private final NativeButton button = new NativeButton();
    private final Supplier<List<Component>> content;
    private Consumer<Boolean> turned = _ -> {};
    private boolean made;

    /**
     * @param id of the row below; the button's is {@code id-button}
     * @param label what the button opens
     * @param content asked for once
     */
    public Unfolding(String id, String label, Supplier<List<Component>> content) {
        this.content = content;
        row.setId(id);
        row.addClassName("unfolded");
        row.add(cell);
        button.setId(id + "-button");
        button.addClassName("unfold");
        button.getElement().setAttribute("aria-label", label);
        button.getElement().setAttribute("aria-controls", id);
        button.addClickListener(_ -> show(!isOpen()));
        show(false);
    }

    /** Opens and closes; it stands in the row that this belongs to. */
    public NativeButton button() {
        return button;
    }

    public boolean isOpen() {
        return !row.getElement().hasAttribute("hidden");
    }

    /** Tells whether it is open, whenever that changes. */
    public void whenTurned(Consumer<Boolean> listener) {
        turned = listener;
    }

    /** Shows what is below the row. */
    public void open() {
        show(true);
    }

    private void show(boolean open) {
        if (open && !made) {
            cell.add(content.get());
            made = true;
        }
        row.getElement().setAttribute("hidden", !open);
        button.setText(open ? "▾" : "▸");
        button.getElement().setAttribute("aria-expanded", String.valueOf(open));
        turned.accept(open);
    }

    /** The row, across some columns. */
    NativeTableRow across(int columns) {
        cell.setColspan(columns);
        return row;
    }

    NativeTableCell cell() {
        return cell;
    }
}
