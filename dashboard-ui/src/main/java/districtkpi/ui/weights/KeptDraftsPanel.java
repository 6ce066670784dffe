package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.domain.agreement.Agreement;
import districtkpi.office.laboratory.KeptDrafts;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Draft;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Gives the draft a name to keep it by, and leads to those that are kept. */
class KeptDraftsPanel extends Composite<Div> {

    private final Agreement agreement;
    private final KeptDrafts drafts;
    private final Draft draft;
    private final PageState state;
    private final Words words;
    private final NativeDetails list = new NativeDetails();

    KeptDraftsPanel(Agreement agreement, KeptDrafts drafts, PageState state, Words words) {
        this.agreement = agreement;
        this.drafts = drafts;
        this.draft = state.chosen(LaboratoryNavigation.DRAFT).orElse(Draft.NONE);
        this.state = state;
        this.words = words;
        getContent().setId("lab-kept");
        getContent().addClassName("lab-kept");
        list.setId("lab-kept-list");
        if (!draft.equals(Draft.NONE)) {
            getContent().add(createForm());
        }
        getContent().add(list);
        showList();
    }

    private Component createForm() {
        TextField name = new TextField();
        name.setId("lab-keep-name");
        name.setPlaceholder(words.of("lab.keep.name"));
        name.setAriaLabel(words.of("lab.keep.name"));
        name.setMaxLength(KeptDrafts.MAX_NAME_LENGTH);
        name.addInputListener(_ -> name.setInvalid(false));
        Button keep = new Button(words.of("lab.keep"), _ -> keep(name));
        keep.setId("lab-keep");
        Div form = new Div(name, keep);
        form.addClassName("lab-keep");
        return form;
    }

    private void keep(TextField name) {
        Optional<String> refusal = refusal(drafts.keep(agreement.round(), name.getValue(), draft));
        if (refusal.isPresent()) {
            name.setErrorMessage(refusal.get());
            name.setInvalid(true);
            name.focus();
            return;
        }
        Notification.show(words.of("lab.keep.done", name.getValue().strip()));
        name.clear();
        showList();
        list.setOpen(true);
    }

    /** Why a draft was not kept; absent where it was. */
    private Optional<String> refusal(KeptDrafts.Keeping outcome) {
        return switch (outcome) {
            case KEPT -> Optional.empty();
            case NO_NAME -> Optional.of(words.of("lab.keep.no-name"));
            case NAME_TAKEN -> Optional.of(words.of("lab.keep.taken"));
            case TOO_MANY ->
                    Optional.of(words.of("lab.keep.too-many", words.number(KeptDrafts.MAX)));
            case TOO_LONG -> Optional.of(words.of("lab.keep.too-long"));
        };
    }

    private void showList() {
        List<KeptDrafts.Named> kept = drafts.of(agreement.round());
        list.setSummaryText(words.of("lab.kept", words.number(kept.size())));
        Div rows = new Div();
        rows.addClassName("lab-kept-rows");
        if (kept.isEmpty()) {
            rows.add(new Paragraph(words.of("lab.kept.none")));
        }
        kept.forEach(one -> rows.add(createRow(one)));
        list.setContent(rows);
    }

    private Component createRow(KeptDrafts.Named one) {
        Anchor open =
                LaboratoryNavigation.again(
                        LaboratoryNavigation.with(
                                state.with(LaboratoryNavigation.LOCKED, null)
                                        .with(LaboratoryNavigation.LOCKED_SHARES, null),
                                one.draft()),
                        one.name());
        open.addClassName("lab-kept-name");
        if (one.draft().equals(draft)) {
            open.getElement().setAttribute("aria-current", "true");
        }
        open.setTitle(words.dateTime(one.kept().keptAt()));
        Anchor against =
                LaboratoryNavigation.again(
                        LaboratoryNavigation.against(state, one.draft()),
                        words.of("lab.kept.against"));
        against.setId("lab-against-" + one.kept().id());
        against.setAriaLabel(words.of("lab.kept.against-of", one.name()));
        Button copy = new Button(words.of("lab.kept.copy"));
        copy.setId("lab-copy-" + one.kept().id());
        copy.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        copy.setAriaLabel(words.of("lab.kept.copy-of", one.name()));
        copy.addClickListener(_ -> copy(copy, open.getHref()));
        Button delete = new Button("✕");
        delete.setId("lab-delete-" + one.kept().id());
        delete.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        delete.setAriaLabel(words.of("lab.kept.delete-of", one.name()));
        delete.addClickListener(_ -> delete(one));
        Div row = new Div(open, against, download(agreement, one.draft(), state, words));
        row.add(copy, delete);
        row.setId("lab-kept-" + one.kept().id());
        row.addClassName("lab-kept-row");
        return row;
    }

    /** What the draft makes of the totals and ranks, as a table. */
    static Anchor download(Agreement agreement, Draft draft, PageState state, Words words) {
        return DataLink.csv(
                agreement.round(),
                "draft",
                state,
                "&draft=" + URLEncoder.encode(draft.toString(), StandardCharsets.UTF_8),
                words.of("lab.kept.csv"));
    }

    /** The agreement as the draft has it, in the form that is posted. */
    static Anchor agreementFile(Agreement agreement, Draft draft, Words words) {
        Anchor link =
                new Anchor(
                        "api/v1/rounds/"
                                + agreement.round()
                                + "/draft.yaml?draft="
                                + URLEncoder.encode(draft.toString(), StandardCharsets.UTF_8),
                        words.of("lab.download"));
        link.setRouterIgnore(true);
        return link;
    }

    private void copy(Button button, String address) {
        button.getElement()
                .executeJs(
                        """
                        const address = new URL($0, document.baseURI).href;
                        return navigator.clipboard
                            ? navigator.clipboard.writeText(address).then(() => true, () => false)
                            : false\
                        """,
                        address)
                .then(
                        Boolean.class,
                        copied ->
                                Notification.show(
                                        words.of(copied ? "share.done" : "lab.kept.by-hand")));
    }

    /** It can be taken back, for it is a slip of the hand away. */
    private void delete(KeptDrafts.Named one) {
        drafts.delete(one.kept().id());
        showList();
        list.setOpen(true);
        Notification done = new Notification();
        done.setDuration(8000);
        Button undo =
                new Button(
                        words.of("lab.kept.undo"),
                        _ -> {
                            KeptDrafts.Keeping kept =
                                    drafts.keep(agreement.round(), one.name(), one.draft());
                            refusal(kept).ifPresent(Notification::show);
                            showList();
                            done.close();
                        });
        undo.setId("lab-kept-undo");
        Span said = new Span(words.of("lab.kept.deleted", one.name()));
        Div line = new Div(said, undo);
        line.addClassName("lab-deleted");
        done.add(line);
        done.open();
    }
}
