package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.OwnTarget;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.OfficerPage;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An officer's own sheet: what was handed over, and what is being written. */
@Route(CascadeNavigation.OFFICER)
@Requires(Permission.READ)
class SheetView extends OfficerPage {

    private final VisibleCascade cascade;
    private final CascadeService service;
    private final AgreementRepository agreements;
    private final SignOffRepository signOffs;

    SheetView(
            Preferences preferences,
            Rounds rounds,
            VisibleCascade cascade,
            CascadeService service,
            AgreementRepository agreements,
            SignOffRepository signOffs) {
        super(preferences, rounds, cascade);
        this.cascade = cascade;
        this.service = service;
        this.agreements = agreements;
        this.signOffs = signOffs;
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("sheet.title", shown.officer().data().name());
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(title(shown, words), shown.scoreboard(), state, words)
                        .beside(
                                CascadeNavigation.district(
                                        state,
                                        shown.district().code(),
                                        words.of(
                                                "sheet.back", words.of(shown.district().name())))));
        content.add(
                new Paragraph(
                        words.of(
                                "sheet.officer",
                                shown.officer().data().post(),
                                words.of(shown.district().name()))));
        if (shown.officer().retired()) {
            content.add(new Remark(words.of("cascade.officer.retired")));
        }
        if (shown.scoreboard().publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("cascade-remark", words.of("cascade.only-now")));
            return content;
        }
        if (isSignedOff(shown)) {
            content.add(new Remark("cascade-remark", words.of("refused.signed-off")));
        }
        content.addAll(new Parts(shown, state, words).all());
        return content;
    }

    /** What of the page changes; only that is made anew, so that what is half typed stays. */
    private final class Parts {

        private final PageState state;
        private final Words words;
        private final Div outcome = new Div();
        private final Div sheet = new Div();
        private final Div draft = new Div();
        private final Div versions = new Div();
        private Shown shown;

        private Parts(Shown shown, PageState state, Words words) {
            this.shown = shown;
            this.state = state;
            this.words = words;
        }

        private List<Component> all() {
            showSheet();
            showDraft();
            return List.of(outcome, sheet, draft, versions);
        }

        private void showSheet() {
            sheet.removeAll();
            sheet.add(
                    shown.sheet()
                            .map(one -> createSheet(this, one))
                            .orElseGet(() ->
                                    new Remark("sheet-none", words.of("cascade.sheet.none"))));
            versions.removeAll();
            if (shown.sheets().size() > 1) {
                versions.add(createVersions(shown, state, words));
            }
        }

        private void showDraft() {
            draft.removeAll();
            if (isToChange(shown)) {
                draft.add(createDraft(this));
            }
        }

        private void acknowledged() {
            shown = find(state).orElse(shown);
            showSheet();
            say("sheet.acknowledge.done");
        }

        /** Another draft, and perhaps another sheet. */
        private void drafted(String key) {
            int before = shown.sheets().size();
            shown = find(state).orElse(shown);
            if (shown.sheets().size() != before) {
                showSheet();
            }
            showDraft();
            say(key);
        }

        private void say(String key) {
            outcome.removeAll();
            outcome.add(new DoneRemark("outcome", words.of(key)));
        }
    }

    private boolean isSignedOff(Shown shown) {
        return signOffs.findHolding(round(shown)).isPresent();
    }

    private boolean isToChange(Shown shown) {
        return cascade.isToHandDown(shown.district().code())
                && !shown.officer().retired()
                && !isSignedOff(shown);
    }

    private static RoundId round(Shown shown) {
        return shown.scoreboard().stored().agreement().round();
    }

    private Component createSheet(Parts parts, OfficerSheet sheet) {
        Shown shown = parts.shown;
        Words words = parts.words;
        boolean newest = sheet.version() == shown.sheets().size();
        StoredAgreement agreed =
                agreements.find(sheet.round(), sheet.agreementVersion()).orElseThrow();
        List<Component> content = new ArrayList<>();
        if (!newest) {
            content.add(
                    new Remark(
                            "sheet-older",
                            words.of("sheet.older", words.number(shown.sheets().size()))));
        } else if (agreed.version() != shown.scoreboard().stored().version()) {
            content.add(
                    new Remark(
                            "sheet-outdated",
                            words.of(
                                    "sheet.outdated",
                                    words.number(agreed.version()),
                                    words.number(shown.scoreboard().stored().version()))));
        }
        content.add(
                new Paragraph(
                        words.of(
                                "sheet.handed-over",
                                words.dateTime(sheet.handedOverAt()),
                                CascadeWords.by(sheet.handedOverBy()),
                                words.number(sheet.agreementVersion()),
                                sheet.shortSha256())));
        Paragraph acknowledged =
                new Paragraph(
                        sheet.acknowledgement()
                                .map(one ->
                                        words.of(
                                                "sheet.acknowledged",
                                                words.date(one.on()),
                                                words.dateTime(one.recordedAt()),
                                                CascadeWords.by(one.recordedBy())))
                                .orElseGet(() -> words.of("sheet.unacknowledged")));
        acknowledged.setId("sheet-acknowledgement");
        content.add(acknowledged);
        content.add(createTable(sheet, agreed.agreement().in(shown.district().code()), words));
        content.add(new Paragraph(FormsNavigation.officer(parts.state, sheet, words)));
        if (newest && sheet.acknowledgement().isEmpty() && isToChange(shown)) {
            content.add(createQuestion(parts, sheet));
        }
        Block block =
                new Block(
                        words.of("sheet.version", words.number(sheet.version())),
                        content.toArray(Component[]::new));
        block.setId("sheet");
        return block;
    }

    private static Component createTable(OfficerSheet sheet, Agreement agreement, Words words) {
        DataTable table =
                new DataTable("sheet-lines", words.of("sheet.caption"), DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("form.indicator"))
                        .numbers(words.of("sheet.weight"))
                        .column(words.of("sheet.target"));
        for (Assignment one : inOrder(sheet.assignments(), agreement)) {
            Indicator indicator = agreement.indicator(one.indicator()).orElseThrow();
            Span level =
                    new Span(
                            words.of(
                                    "sheet.target-level",
                                    words.level(indicator, one.targetLevel()),
                                    words.of(indicator.level(one.targetLevel()).text())));
            List<Component> target = new ArrayList<>(List.of(level));
            OwnTarget.of(
                            indicator.on(agreement.lastDay()),
                            one.targetLevel(),
                            sheet.district(),
                            words)
                    .ifPresent(target::add);
            if (!one.targetText().isEmpty()) {
                Span text = new Span(one.targetText());
                text.addClassName("of-name");
                target.add(text);
            }
            table.row()
                    .id("line-" + one.indicator())
                    .header(new Span(one.indicator() + " " + words.of(indicator.name())))
                    .number(words.number(one.weight()))
                    .cell(target.toArray(Component[]::new));
        }
        return table;
    }

    /** As the agreement has its indicators. */
    private static List<Assignment> inOrder(List<Assignment> assignments, Agreement agreement) {
        return agreement
                .indicators()
                .map(Indicator::id)
                .flatMap(id -> assignments.stream().filter(one -> one.indicator().equals(id)))
                .toList();
    }

    /** What the officer signed on paper, or said, is recorded by the office. */
    private Component createQuestion(Parts parts, OfficerSheet sheet) {
        Words words = parts.words;
        return new AskFirst(
                "acknowledge-sheet",
                words.of("sheet.acknowledge"),
                words.of("sheet.acknowledge.question"),
                Optional.of(
                        new Question.Reason(
                                words.of("sheet.acknowledge.day"), words.of("refused.no-day"))),
                words,
                day -> {
                    service.acknowledgeSheet(
                            sheet.round(), sheet.officerId(), sheet.version(), day);
                    parts.acknowledged();
                });
    }

    private Component createDraft(Parts parts) {
        Shown shown = parts.shown;
        Words words = parts.words;
        List<Assignment> draft =
                cascade.drafts(round(shown), shown.district().code())
                        .getOrDefault(shown.officer().id(), List.of());
        Block block = new Block(words.of("sheet.draft", words.number(shown.sheets().size() + 1L)));
        block.setId("draft");
        if (draft.isEmpty() && !shown.sheets().isEmpty()) {
            Button change = new Button(words.of("sheet.change"));
            change.setId("change");
            change.addClickListener(_ -> begin(parts));
            block.getContent()
                    .add(new Paragraph(words.of("sheet.change.explanation")), new Div(change));
        } else {
            block.getContent()
                    .add(
                            new SheetEditor(
                                    shown.scoreboard()
                                            .stored()
                                            .agreement()
                                            .in(shown.district().code()),
                                    shown.district().code(),
                                    shown.officer().id(),
                                    draft,
                                    service,
                                    words,
                                    parts::drafted));
        }
        return block;
    }

    private void begin(Parts parts) {
        try {
            service.beginChange(round(parts.shown), parts.shown.officer().id());
            parts.drafted("sheet.change.done");
        } catch (Refused refused) {
            parts.drafted(refused.reason().key());
        }
    }

    private static Component createVersions(Shown shown, PageState state, Words words) {
        UnorderedList list = new UnorderedList();
        for (OfficerSheet sheet : shown.sheets().reversed()) {
            list.add(
                    new ListItem(
                            CascadeNavigation.version(
                                    state,
                                    shown.officer(),
                                    sheet.version(),
                                    new CascadeWords(words).sheet(sheet))));
        }
        Block block = new Block(words.of("sheet.versions"), list);
        block.setId("sheet-versions");
        return block;
    }
}
