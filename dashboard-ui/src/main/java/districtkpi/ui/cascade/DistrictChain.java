package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.DistrictCascade;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Both links of the chain in one district: the agreement that it acknowledges, and its officers
 * with their sheets.
 */
class DistrictChain extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final DistrictCode district;
    private final boolean signedOff;
    private final VisibleCascade visible;
    private final CascadeService service;
    private final PageState state;
    private final Words words;
    private final Consumer<String> outcome;
    private final boolean mine;
    private final Div known = new Div();
    private final Div table = new Div();
    private final Div form = new Div();
    private final Map<Long, Editing> editings = new HashMap<>();
    private Editing adding;
    private DistrictCascade chain;
    private List<Officer> officers;
    private Map<Long, OfficerSheet> sheets;
    private Map<Long, List<Assignment>> drafts;

    /**
     * @param signedOff whether the round takes nothing more
     * @param outcome is told what was done
     */
    DistrictChain(
            Scoreboard scoreboard,
            DistrictCode district,
            boolean signedOff,
            VisibleCascade visible,
            CascadeService service,
            PageState state,
            Words words,
            Consumer<String> outcome) {
        this.scoreboard = scoreboard;
        this.district = district;
        this.signedOff = signedOff;
        this.visible = visible;
        this.service = service;
        this.state = state;
        this.words = words;
        this.outcome = outcome;
        this.mine = visible.isToHandDown(district);
        this.chain = visible.cascade(round(), district);
        this.officers = visible.officers(district);
        this.sheets = inForce();
        this.drafts = visible.drafts(round(), district);
        this.adding = new Editing(Optional.empty());
        known.addClassName("page");
        getContent().addClassName("page");
        Block block = new Block(words.of("cascade.officers"), table);
        block.setId("cascade-officers");
        if (mine) {
            showForm(adding);
            block.getContent().add(form);
        }
        getContent().add(known, block);
        show();
    }

    private Map<Long, OfficerSheet> inForce() {
        return visible.sheetsInForce(round(), district).stream()
                .collect(Collectors.toMap(OfficerSheet::officerId, Function.identity()));
    }

    /** What is known is made anew; what is half typed stays. */
    private void show() {
        known.removeAll();
        known.add(createAgreement(), createIndicators());
        table.removeAll();
        table.add(
                officers.isEmpty() ? new Remark(words.of("cascade.officers.none")) : createTable());
    }

    private void done(String text) {
        chain = visible.cascade(round(), district);
        officers = visible.officers(district);
        sheets = inForce();
        drafts = visible.drafts(round(), district);
        show();
        outcome.accept(text);
    }

    private void showForm(Editing editing) {
        form.removeAll();
        form.add(editing.block);
    }

    /** What is half typed about an officer is found again, should it be asked for twice. */
    private void edit(Officer officer) {
        Editing editing =
                editings.computeIfAbsent(officer.id(), _ -> new Editing(Optional.of(officer)));
        showForm(editing);
        editing.form.focus();
    }

    private void end(Editing editing) {
        if (editing == adding) {
            adding = new Editing(Optional.empty());
        } else {
            editings.values().remove(editing);
        }
        showForm(adding);
    }

    /** A form, and who it is about. */
    private final class Editing {

        /** As it was shown; absent for a new one. */
        private Optional<Officer> officer;

        private final OfficerForm form;
        private final Div block;

        private Editing(Optional<Officer> officer) {
            this.officer = officer;
            this.form = new OfficerForm(officer, words, this::keep, () -> end(this));
            this.block =
                    new Div(
                            new Paragraph(
                                    officer.map(one ->
                                                    words.of(
                                                            "cascade.officer.renaming",
                                                            one.data().name()))
                                            .orElseGet(() -> words.of("cascade.officer.adding"))),
                            form);
        }

        private void keep(OfficerData data) {
            officer.ifPresentOrElse(
                    one -> service.changeOfficer(one, data, one.retired()),
                    () -> service.addOfficer(district, data));
            end(this);
            done(
                    words.of(
                            officer.isPresent()
                                    ? "cascade.officer.renamed"
                                    : "cascade.officer.added",
                            data.name()));
        }
    }

    private Agreement agreement() {
        return scoreboard.agreement().in(district);
    }

    private RoundId round() {
        return agreement().round();
    }

    /** The link from the province to the district. */
    private Component createAgreement() {
        int version = scoreboard.stored().version();
        Paragraph standing =
                new Paragraph(new CascadeWords(words).agreement(chain.acknowledgement(), version));
        standing.setId("agreement-standing");
        Block block =
                new Block(
                        words.of("cascade.first-link"),
                        standing,
                        new Paragraph(FormsNavigation.agreement(state, district, words)));
        boolean open =
                chain.acknowledgement()
                        .map(AgreementAcknowledgement::version)
                        .filter(acknowledged -> acknowledged == version)
                        .isEmpty();
        if (open && mine && !signedOff) {
            block.getContent()
                    .add(
                            new AskFirst(
                                    "acknowledge-agreement",
                                    words.of(
                                            "cascade.agreement.acknowledge", words.number(version)),
                                    words.of("cascade.agreement.question"),
                                    words,
                                    () -> {
                                        service.acknowledgeAgreement(round(), version, district);
                                        done(
                                                words.of(
                                                        "cascade.agreement.done",
                                                        words.number(version)));
                                    }));
        }
        return block;
    }

    /** Who has which indicator, and before all what nobody has. */
    private Component createIndicators() {
        List<Indicator> missing =
                agreement()
                        .indicators()
                        .filter(indicator -> indicator.appliesIn(district))
                        .filter(indicator -> !chain.cascaded().contains(indicator.id()))
                        .toList();
        Block block = new Block(words.of("cascade.second-link"));
        block.setId("cascade-indicators");
        if (missing.isEmpty()) {
            block.getContent().add(new Paragraph(words.of("cascade.none-missing")));
        } else {
            UnorderedList list = new UnorderedList();
            list.setId("cascade-missing");
            missing.forEach(indicator ->
                    list.add(
                            new ListItem(
                                    IndicatorNavigation.link(state, indicator.id()),
                                    new Span(" " + words.of(indicator.name())))));
            block.getContent()
                    .add(
                            new Remark(
                                    words.of(
                                            "cascade.missing.count", words.number(missing.size()))),
                            list);
        }
        if (missing.size() < agreement().indicators().count()) {
            block.getContent().add(createShared());
        }
        return block;
    }

    private Component createShared() {
        DataTable table =
                new DataTable(
                                "shared-out",
                                words.of("cascade.shared.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("form.indicator"))
                        .column(words.of("cascade.shared.to"));
        agreement()
                .indicators()
                .forEach(indicator ->
                        table.row()
                                .id("shared-" + indicator.id())
                                .header(new Span(indicator.id() + " " + words.of(indicator.name())))
                                .cell(holders(indicator)));
        return table;
    }

    private String holders(Indicator indicator) {
        List<String> holders = new ArrayList<>();
        for (OfficerSheet sheet : sheets.values().stream().sorted(byOfficer()).toList()) {
            sheet.assignments().stream()
                    .filter(one -> one.indicator().equals(indicator.id()))
                    .forEach(one ->
                            holders.add(
                                    words.of(
                                            "cascade.shared.one",
                                            sheet.officer().name(),
                                            words.number(one.weight()),
                                            words.level(indicator, one.targetLevel()))));
        }
        return holders.isEmpty() ? words.of("cascade.shared.nobody") : String.join(" · ", holders);
    }

    private static Comparator<OfficerSheet> byOfficer() {
        return Comparator.comparingLong(OfficerSheet::officerId);
    }

    private Component createTable() {
        DataTable table =
                new DataTable(
                        "officers", words.of("cascade.officers.caption"), DataTable.Narrow.STACK);
        table.column(words.of("cascade.officer.name"))
                .column(words.of("cascade.officer.post"))
                .column(words.of("cascade.sheet"));
        if (mine) {
            table.column(words.of("cascade.draft")).column(words.of("account.actions"));
        }
        for (Officer officer : officers) {
            DataTable.Row row =
                    table.row()
                            .id("officer-" + officer.id())
                            .header(CascadeNavigation.officer(state, officer))
                            .cell(officer.data().post())
                            .cell(sheet(officer));
            if (mine) {
                row.cell(draft(officer)).cell(createActions(officer));
            }
        }
        return table;
    }

    private String sheet(Officer officer) {
        if (officer.retired()) {
            return words.of("cascade.officer.retired");
        }
        return Optional.ofNullable(sheets.get(officer.id()))
                .map(new CascadeWords(words)::sheet)
                .orElseGet(() -> words.of("cascade.sheet.none"));
    }

    private String draft(Officer officer) {
        List<Assignment> draft = drafts.getOrDefault(officer.id(), List.of());
        return draft.isEmpty() ? "–" : new CascadeWords(words).total(Assignment.total(draft));
    }

    private Component createActions(Officer officer) {
        Button rename =
                action(
                        "rename-" + officer.id(),
                        words.of("cascade.officer.rename"),
                        officer,
                        () -> edit(officer));
        Button retire =
                action(
                        "retire-" + officer.id(),
                        words.of(
                                officer.retired()
                                        ? "cascade.officer.bring-back"
                                        : "cascade.officer.retire"),
                        officer,
                        () -> retire(officer));
        Div actions = new Div(rename, retire);
        actions.addClassName("actions");
        return actions;
    }

    private void retire(Officer officer) {
        try {
            Officer changed = service.changeOfficer(officer, officer.data(), !officer.retired());
            // What this page itself changed is no change by somebody else.
            Optional.ofNullable(editings.get(officer.id()))
                    .filter(editing -> editing.officer.filter(officer::equals).isPresent())
                    .ifPresent(editing -> editing.officer = Optional.of(changed));
        } catch (Refused refused) {
            done(words.of("cascade.refused", refused.text(words)));
            return;
        }
        done(
                words.of(
                        officer.retired()
                                ? "cascade.officer.is-back"
                                : "cascade.officer.is-retired",
                        officer.data().name()));
    }

    private static Button action(String id, String text, Officer officer, Runnable step) {
        Button button = new Button(text, _ -> step.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(text + " " + officer.data().name());
        return button;
    }
}
