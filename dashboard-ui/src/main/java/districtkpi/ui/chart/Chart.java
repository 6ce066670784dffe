package districtkpi.ui.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import districtkpi.ui.words.Words;

/**
 * Draws with ECharts, as SVG, in the colours of the page, with patterns beside the colours. A click
 * on a mark leads to where its number comes from.
 *
 * @see "Decision record 0008: charts by ECharts from its WebJar"
 */
@Tag("div")
@JavaScript("context://webjars/echarts/5.5.0/echarts.min.js")
@JavaScript("context://chart.js")
public final class Chart extends Component {

    private final Drawing drawing;

    /**
     * A chart as wide as there is room.
     *
     * @param words for the language and the digits of numbers and days on its axes
     */
    public Chart(String id, Drawing drawing, Words words) {
        this.drawing = drawing;
        setId(id);
        addClassName("chart");
        getElement().setAttribute("lang", words.languageTag());
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", drawing.label());
        getElement().getStyle().setHeight(drawing.height() / 16.0 + "rem");
    }

    /** What it draws. */
    public Drawing drawing() {
        return drawing;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.districtKpiChart.show(this, $0)", drawing.option());
    }
}
