package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.parts.Block;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import org.springframework.core.annotation.Order;

/** On the page of a district: the way to the receipt of its scores. */
@org.springframework.stereotype.Component
@Order(9)
class ReceiptBlock implements DistrictBlock {

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
                new Paragraph(receipt));
    }
}
