package districtkpi.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.IdentityProviders.IdentityProvider;
import java.util.List;
import java.util.Optional;

/** The way to each identity provider, and why the last attempt there let nobody in. */
class ProviderChoice extends Composite<Section> {

    ProviderChoice(List<IdentityProvider> providers, Optional<String> refusal, Words words) {
        Section section = getContent();
        section.setId("identity-providers");
        section.addClassName("block");
        section.add(new H2(words.of("sign-in.provider")));
        refusal.ifPresent(text -> {
            Remark remark = new Remark("provider-refusal", text);
            remark.getElement().setAttribute("role", "alert");
            section.add(remark);
        });
        Div ways = new Div();
        ways.addClassName("sign-in-ways");
        providers.forEach(provider -> {
            Anchor way =
                    new Anchor(provider.path(), words.of("sign-in.provider.with", provider.name()));
            way.setId("provider-" + provider.id());
            way.addClassName("button-link");
            way.setRouterIgnore(true);
            ways.add(way);
        });
        section.add(ways);
    }
}
