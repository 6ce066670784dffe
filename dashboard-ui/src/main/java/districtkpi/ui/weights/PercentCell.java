package districtkpi.ui.weights;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** A percentage of a draft, to be typed, stepped or dragged. */
class PercentCell extends Composite<Div> {

    private static final double LARGEST = 100;

    /** What a screen reader says of the field and its handle, and of the two buttons. */
    record Names(String field, String less, String more) {}

    private final String id;
    private final BigDecimal percent;
    private final Consumer<BigDecimal> listener;

    /**
     * @param id of the field after {@code weight-}
     * @param least that can be dragged to
     * @param listener is told of another percentage, whatever was typed
     */
    PercentCell(
            String id,
            Names names,
            BigDecimal percent,
            double least,
            Consumer<BigDecimal> listener) {
        this.id = id;
        this.percent = percent;
        this.listener = listener;
        getContent().addClassName("weight-cell");
        getContent()
                .add(
                        step("less-", "−", names.less(), BigDecimal.ONE.negate()),
                        createField(names.field()),
                        step("more-", "+", names.more(), BigDecimal.ONE),
                        createHandle(names.field(), least));
    }

    private BigDecimalField createField(String name) {
        BigDecimalField field = new BigDecimalField();
        field.setId("weight-" + id);
        field.addClassName("weight-field");
        field.setAriaLabel(name);
        field.setAutoselect(true);
        field.setValue(percent);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue().compareTo(percent) != 0) {
                listener.accept(change.getValue());
            }
        });
        return field;
    }

    private Button step(String prefix, String sign, String name, BigDecimal by) {
        Button button = new Button(sign);
        button.setId(prefix + id);
        button.setAriaLabel(name);
        button.addClickListener(_ -> listener.accept(percent.add(by)));
        return button;
    }

    private RangeInput createHandle(String name, double least) {
        RangeInput handle = new RangeInput();
        handle.setId("handle-" + id);
        handle.addClassName("weight-handle");
        handle.setMin(least);
        handle.setMax(LARGEST);
        handle.setStep(1.0);
        handle.setValue(percent.doubleValue());
        handle.setAriaLabel(name);
        handle.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(BigDecimal.valueOf(change.getValue()).stripTrailingZeros());
            }
        });
        return handle;
    }
}
