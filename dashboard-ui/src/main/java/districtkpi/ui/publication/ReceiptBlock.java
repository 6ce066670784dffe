package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.state.PageState;
import java.util.List;
import org.springframework.core.annotation.Order;

/** On the page of a district: the way to the receipt of its scores. */
@org.springframework.stereotype.Component
@Order(9)
class ReceiptBlock implements DistrictBlock {

    @Override
    public Place place() {
        return Place.SOURCES;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        Anchor receipt =
                PublicationNavigation.receipt(
                        state, district.code(), words.of("receipt.block.link"));
        receipt.setId("to-receipt");
        receipt.addClassName("button-link");
        return new Block(
                words.of("receipt.block"),
                new Paragraph(words.of("receipt.block.explanation")),
                createLinks(receipt, district, state, words));
    }

    /** To the receipt, and to what is printed and signed. */
    private static Component createLinks(
            Anchor receipt, District district, PageState state, Words words) {
        Div links = new Div(receipt);
        for (Anchor form :
                List.of(
                        FormsNavigation.evaluation(state, district.code(), words),
                        FormsNavigation.agreement(state, district.code(), words))) {
            form.addClassName("button-link");
            links.add(form);
        }
        links.addClassName("form-links");
        return links;
    }
}
