package districtkpi.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import districtkpi.db.account.AccountData;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.SignInPaths;
import java.util.List;

/** An account of each role at a click, where everything is made up. */
class DemonstrationSignIn extends Composite<Section> {

    DemonstrationSignIn(List<AccountData> accounts, Words words) {
        Div buttons = new Div();
        buttons.addClassName("sign-in-ways");
        accounts.forEach(account -> buttons.getElement().appendChild(form(account, words)));
        Section section = getContent();
        section.setId("demonstration-accounts");
        section.addClassName("block");
        section.add(
                new H2(words.of("sign-in.demonstration")),
                new Remark("demonstration-remark", words.of("sign-in.demonstration.remark")),
                buttons,
                new Paragraph(
                        words.of(
                                "sign-in.demonstration.password", DemonstrationAccounts.PASSWORD)));
    }

    /** The same form that is filled in by hand, filled in already. */
    private static Element form(AccountData account, Words words) {
        Element button =
                new Element("button")
                        .setAttribute("type", "submit")
                        .setAttribute("id", account.name().value())
                        .setAttribute("class", "demonstration-account");
        button.appendChild(
                text("account-role", words.of(account.role().label())),
                text("of-name", account.name().value()));
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", SignInPaths.ROUTE)
                .appendChild(
                        hidden("username", account.name().value()),
                        hidden("password", DemonstrationAccounts.PASSWORD),
                        button);
    }

    private static Element text(String style, String text) {
        return new Element("span").setAttribute("class", style).setText(text);
    }

    private static Element hidden(String name, String value) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
    }
}
