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
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.cascade.CascadeView.Situation;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.VisibleCascade;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final CascadeService service;
    private final PageState state;
    private final Words words;
    private final Situation now;
    private final Consumer<Situation> next;
    private final boolean mine;
    private final DistrictCascade chain;
    private final List<Officer> officers;
    private final Map<Long, OfficerSheet> sheets;
    private final Map<Long, List<Assignment>> drafts;

    /**
     * @param signedOff whether the round takes nothing more
     * @param next is told of what was done
     */
    DistrictChain(
            Scoreboard scoreboard,
            DistrictCode district,
            boolean signedOff,
            VisibleCascade visible,
            CascadeService service,
            PageState state,
            Words words,
            Situation now,
            Consumer<Situation> next) {
        this.scoreboard = scoreboard;
        this.district = district;
        this.signedOff = signedOff;
        this.service = service;
        this.state = state;
        this.words = words;
        this.now = now;
        this.next = next;
        this.mine = visible.isToHandDown(district);
        this.chain = visible.cascade(round(), district);
        this.officers = visible.officers(district);
        this.sheets =
                visible.sheetsInForce(round(), district).stream()
                        .collect(Collectors.toMap(OfficerSheet::officerId, Function.identity()));
        this.drafts = visible.drafts(round(), district);
        getContent().addClassName("page");
        getContent().add(createAgreement(), createIndicators(), createOfficers());
    }

    private Agreement agreement() {
        return scoreboard.stored().agreement();
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
                                        next.accept(
                                                now.done(
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
                                            words.number(one.targetLevel()))));
        }
        return holders.isEmpty() ? words.of("cascade.shared.nobody") : String.join(" · ", holders);
    }

    private static Comparator<OfficerSheet> byOfficer() {
        return Comparator.comparingLong(OfficerSheet::officerId);
    }

    private Component createOfficers() {
        Block block = new Block(words.of("cascade.officers"));
        block.setId("cascade-officers");
        if (officers.isEmpty()) {
            block.getContent().add(new Remark(words.of("cascade.officers.none")));
        } else {
            block.getContent().add(createTable());
        }
        if (mine) {
            Optional<Officer> edited = now.editedOfficer();
            block.getContent()
                    .add(
                            new Paragraph(
                                    edited.map(one ->
                                                    words.of(
                                                            "cascade.officer.renaming",
                                                            one.data().name()))
                                            .orElseGet(() -> words.of("cascade.officer.adding"))),
                            new OfficerForm(
                                    edited,
                                    words,
                                    data -> {
                                        edited.ifPresentOrElse(
                                                one ->
                                                        service.changeOfficer(
                                                                one, data, one.retired()),
                                                () -> service.addOfficer(district, data));
                                        next.accept(
                                                now.done(
                                                        edited.isPresent()
                                                                ? "cascade.officer.renamed"
                                                                : "cascade.officer.added",
                                                        data.name()));
                                    },
                                    () -> next.accept(Situation.START)));
        }
        return block;
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
                        () -> next.accept(now.edit(officer)));
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
            service.changeOfficer(officer, officer.data(), !officer.retired());
            next.accept(
                    now.done(
                            officer.retired()
                                    ? "cascade.officer.is-back"
                                    : "cascade.officer.is-retired",
                            officer.data().name()));
        } catch (CascadeRefusedException refused) {
            next.accept(now.done("cascade.refused", new CascadeWords(words).refusal(refused)));
        }
    }

    private static Button action(String id, String text, Officer officer, Runnable step) {
        Button button = new Button(text, _ -> step.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(text + " " + officer.data().name());
        return button;
    }
}
