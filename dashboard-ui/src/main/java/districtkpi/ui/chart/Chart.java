package districtkpi.ui.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import districtkpi.office.words.Words;

/**
 * Draws with ECharts, as SVG, in the colours of the page, below a title that says what the picture
 * says. A click on a mark leads to where its number comes from; a small menu gives the picture and
 * its numbers as files, and fills the screen with it.
 *
 * @see "Decision record 0008: charts by ECharts from its WebJar"
 */
@Tag("div")
@JavaScript("context://webjars/echarts/5.5.0/echarts.min.js")
@JavaScript("context://chart.js")
public final class Chart extends Component {

    private final ChartTitle title;
    private final Drawing drawing;
    private final Words words;
    private final String name;
    private final Div picture = new Div();
    private final Button more = new Button("⋯");
    private boolean menuMade;

    /**
     * A chart as wide as there is room.
     *
     * @param id also the name of the files that it is saved as
     * @param words for the language and the digits of numbers and days on its axes
     */
    public Chart(String id, ChartTitle title, Drawing drawing, Words words) {
        this.title = title;
        this.drawing = drawing;
        this.words = words;
        name = id;
        setId(id);
        addClassName("chart-frame");
        picture.setId(id + "-picture");
        picture.addClassName("chart");
        picture.getElement().setAttribute("lang", words.languageTag());
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", drawing.label());
        picture.getElement().getStyle().setHeight(drawing.height() / 16.0 + "rem");
        more.setId(id + "-menu");
        more.addClassName("chart-menu");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setAriaLabel(words.of("chart.menu"));
        more.setTooltipText(words.of("chart.menu"));
        more.addClickListener(_ -> openMenu());
        picture.getElement().setAttribute("data-title", title.says());
        picture.getElement().setAttribute("data-unit", title.unit());
        Span said = new Span(title.says());
        said.setId(id + "-title");
        said.addClassName("chart-title");
        Span unit = new Span(title.unit());
        unit.addClassName("chart-unit");
        Div head = new Div(new Div(said, unit), more);
        head.addClassName("chart-head");
        getElement().appendChild(head.getElement(), picture.getElement());
    }

    /** What it says, and in what unit. */
    public ChartTitle title() {
        return title;
    }

    /** What it draws. */
    public Drawing drawing() {
        return drawing;
    }

    /** The menu is made when somebody asks for it; from then on the browser opens it. */
    private void openMenu() {
        if (menuMade) {
            return;
        }
        menuMade = true;
        Button csv = button("csv", words.of("chart.csv"));
        csv.addClickListener(_ ->
                picture.getElement()
                        .executeJs(
                                "window.districtKpiChart.download($0, $1)",
                                name + ".csv",
                                ChartNumbers.csv(drawing, title.unit(), words)));
        Div items =
                new Div(
                        saving("png", words.of("chart.png")),
                        saving("svg", words.of("chart.svg")),
                        csv,
                        done("full", words.of("chart.full"), "window.districtKpiChart.fill($0)"));
        items.addClassName("chart-menu-items");
        Popover menu = new Popover(items);
        menu.setTarget(more);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel(words.of("chart.menu"));
        getElement().appendChild(menu.getElement());
        menu.open();
    }

    private Button saving(String form, String text) {
        return done(form, text, "window.districtKpiChart.save($0, '" + form + "', '" + name + "')");
    }

    /** In the browser alone, which fills the screen only for who has just pressed a button. */
    private Button done(String id, String text, String script) {
        Button button = button(id, text);
        button.getElement()
                .executeJs(
                        "this.addEventListener('click', () => " + script + ")",
                        picture.getElement());
        return button;
    }

    private Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(name + "-" + id);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        picture.getElement().executeJs("window.districtKpiChart.show(this, $0)", drawing.option());
    }
}
