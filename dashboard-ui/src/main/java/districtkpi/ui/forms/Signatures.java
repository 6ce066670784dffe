package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.office.words.Words;

/** The two who sign, side by side and never on two pages. */
class Signatures extends Composite<Div> {

    /**
     * Somebody who signs.
     *
     * @param role such as ผู้ประเมิน
     * @param position as printed; a dotted line where it is empty
     */
    record Signer(String role, String position) {}

    Signatures(Signer left, Signer right, Words paper) {
        getContent().addClassName("form-signatures");
        getContent().add(block(left, paper), block(right, paper));
    }

    private static Component block(Signer signer, Words paper) {
        Div block = new Div();
        block.addClassName("form-signature");
        block.add(
                line(paper.of("form.sign", signer.role())),
                line(paper.of("form.sign.name")),
                line(
                        signer.position().isEmpty()
                                ? paper.of("form.sign.position-blank")
                                : paper.of("form.sign.position", signer.position())),
                line(paper.of("form.sign.date")));
        return block;
    }

    private static Paragraph line(String text) {
        return new Paragraph(text);
    }
}
