package districtkpi.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.register.SubmissionRepository;
import districtkpi.db.register.SubmissionStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.register.AddressListService;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.register.RegisterService;
import districtkpi.office.reminder.ReminderRun;
import districtkpi.office.reminder.Reminders;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.Pages;
import districtkpi.ui.parts.Polling;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.shell.WaitingWork;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who recorded, who printed and sent in, when, and on time or not; and whom to remind. */
@Route(RegisterNavigation.PATH)
@Menu(title = "nav.register", order = 33, icon = "vaadin:inbox")
@Requires(Permission.READ)
class RegisterView extends RoundPage {

    private final RegisterQuery query;
    private final SubmissionRepository submissions;
    private final RegisterService service;
    private final AddressListService addresses;
    private final Reminders reminders;
    private final CurrentAccount current;
    private final Clock clock;

    /** Reminders go on while nobody looks at them, and are found again. */
    private final Polling polling = new Polling(this);

    RegisterView(
            Preferences preferences,
            Rounds rounds,
            RegisterQuery query,
            SubmissionRepository submissions,
            RegisterService service,
            AddressListService addresses,
            Reminders reminders,
            CurrentAccount current,
            Clock clock) {
        super(preferences, rounds, "nav.register");
        this.query = query;
        this.submissions = submissions;
        this.service = service;
        this.addresses = addresses;
        this.reminders = reminders;
        this.current = current;
        this.clock = clock;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(
                RegisterNavigation.DISTRICT,
                RegisterNavigation.OWING,
                DistrictSearch.TEXT,
                Pages.NUMBER);
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        return List.of(
                TableLink.csv(
                        "register",
                        scoreboard.agreement().round(),
                        state,
                        "",
                        words.of("register.download")));
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        polling.stop();
        RoundHeading heading =
                new RoundHeading(words.of("register.title"), scoreboard, state, words);
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            return List.of(heading, new Remark("register-remark", words.of("register.only-now")));
        }
        Div register = new Div();
        register.addClassName("page");
        Div outcome = new Div();
        outcome.getElement().setAttribute("role", "status");
        new Shown(scoreboard, state, words, register, outcome).show();
        return List.of(heading, outcome, register);
    }

    /** The register on the page: after each step what it says is made anew, what is typed stays. */
    private final class Shown {

        private final Scoreboard scoreboard;
        private final PageState state;
        private final Words words;
        private final Div outcome;
        private final boolean mayRegister =
                current.get().filter(who -> who.may(Permission.REGISTER)).isPresent();
        private final Div head = new Div();
        private final Div lines = new Div();
        private final Div chase = new Div();
        private final Optional<DistrictPanel> district;

        private Shown(Scoreboard scoreboard, PageState state, Words words, Div place, Div outcome) {
            this.scoreboard = scoreboard;
            this.state = state;
            this.words = words;
            this.outcome = outcome;
            Register register = find();
            district =
                    state.chosen(RegisterNavigation.DISTRICT)
                            .flatMap(register::line)
                            .map(line -> createPanel(register, line));
            List.of(head, lines, chase).forEach(part -> part.addClassName("page"));
            place.add(head);
            district.ifPresent(place::add);
            place.add(lines);
            if (mayRegister) {
                place.add(chase, new AddressPanel(register.round(), addresses, words, this::done));
            }
        }

        private Register find() {
            return Register.of(
                    scoreboard,
                    Deadline.dayOf(clock.instant()),
                    query.find(
                            scoreboard.agreement(),
                            scoreboard.districts().stream().map(District::code).toList()));
        }

        private void show() {
            Optional<ReminderRun> run = reminders.findRun(scoreboard.agreement().round());
            // Looked at first: the register says all of what had ended by then.
            boolean running = run.filter(ReminderRun::isRunning).isPresent();
            Register register = find();
            head.removeAll();
            head.add(createDue(register), createFigures(register));
            district.ifPresent(panel -> panel.show(register, steps(register, panel.code())));
            lines.removeAll();
            lines.add(createTable(register));
            chase.removeAll();
            if (mayRegister) {
                Optional<RunPanel> panel =
                        run.map(one -> new RunPanel(one, running, register, words));
                chase.add(new ChaseBlock(register, reminders, panel, running, words, this::remind));
                if (running) {
                    watch(run.orElseThrow(), panel.orElseThrow());
                }
            }
        }

        private List<SubmissionStep> steps(Register register, DistrictCode code) {
            return submissions.find(register.round(), code);
        }

        private void done(String text) {
            say(text);
            show();
        }

        private Component createDue(Register register) {
            Paragraph due =
                    new Paragraph(
                            register.deadline()
                                    .map(last -> words.of("register.due", words.date(last.day())))
                                    .orElseGet(() -> words.of("register.no-due")));
            due.setId("register-due");
            return due;
        }

        private Component createFigures(Register register) {
            Div figures = new Div();
            figures.addClassName("figures");
            figures.add(
                    new Figure(
                            "register-to-chase",
                            words.of("register.to-chase"),
                            words.number(register.toChase().size())));
            for (Punctuality one : Punctuality.values()) {
                long count =
                        register.lines().stream()
                                .filter(line -> register.sending(line) == one)
                                .count();
                if (count > 0) {
                    figures.add(
                            new Figure(
                                    "register-" + one.key(),
                                    words.of(
                                            "register.reports",
                                            new RegisterWords(words).state(one)),
                                    words.number(count)));
                }
            }
            return figures;
        }

        private DistrictPanel createPanel(Register register, Line line) {
            return new DistrictPanel(
                    register,
                    line,
                    steps(register, line.district().code()),
                    mayRegister,
                    service,
                    state,
                    words,
                    this::done);
        }

        private Component createTable(Register register) {
            Optional<OutstandingStep> owing = state.chosen(RegisterNavigation.OWING);
            List<Line> lines =
                    register.lines().stream()
                            .filter(line -> owing.filter(one -> !one.isOf(line.entry())).isEmpty())
                            .filter(line -> DistrictSearch.finds(state, line.district()))
                            .toList();
            Pages<Line> pages = Pages.of(lines, state);
            Div rows =
                    new Div(
                            lines.isEmpty()
                                    ? new Paragraph(words.of("register.none"))
                                    : new SubmissionTable(register, pages.shown(), state, words));
            pages.links(RegisterNavigation.PATH, state, words).ifPresent(rows::add);
            return new Block(words.of("register.table"), createFilter(owing), rows);
        }

        private Component createFilter(Optional<OutstandingStep> owing) {
            Select<OutstandingStep> filter = new Select<>();
            filter.setId("register-filter");
            filter.setLabel(words.of("register.filter"));
            filter.setEmptySelectionAllowed(true);
            filter.setEmptySelectionCaption(words.of("register.filter.all"));
            filter.setItems(OutstandingStep.values());
            filter.setItemLabelGenerator(this::name);
            owing.ifPresent(filter::setValue);
            filter.addValueChangeListener(
                    change -> go(state.with(RegisterNavigation.OWING, change.getValue())));
            Div fields =
                    new Div(
                            filter,
                            new DistrictSearch(
                                    "register-find", RegisterNavigation.PATH, state, words));
            fields.addClassName("filter");
            return fields;
        }

        /** From the first page on again. */
        private static void go(PageState state) {
            UI.getCurrent()
                    .navigate(RegisterNavigation.PATH, state.with(Pages.NUMBER, null).toQuery());
        }

        private String name(@Nullable OutstandingStep owing) {
            return owing == null
                    ? words.of("register.filter.all")
                    : words.of(
                            switch (owing) {
                                case ANYTHING -> "register.filter.anything";
                                case RECORDING -> "register.filter.recording";
                                case REPORT -> "register.filter.report";
                            });
        }

        /** Those that were asked about, as they are now: who handed in meanwhile is left out. */
        private void remind(List<Line> shown) {
            Register now = find();
            Map<DistrictCode, Optional<EmailAddress>> addresses =
                    shown.stream()
                            .collect(
                                    Collectors.toMap(
                                            line -> line.district().code(),
                                            line -> line.entry().address()));
            List<Line> lines =
                    now.lines().stream()
                            .filter(line -> addresses.containsKey(line.district().code()))
                            .toList();
            if (lines.stream()
                    .allMatch(line ->
                            line.entry().address().equals(addresses.get(line.district().code())))) {
                say(words.of(reminders.begin(now, lines) ? "chase.begun" : "chase.under-way"));
            } else {
                say(words.of("chase.moved"));
            }
            show();
        }

        /** Looks again and again, until the last one is sent. */
        private void watch(ReminderRun run, RunPanel panel) {
            polling.start(() -> {
                if (run.isRunning()) {
                    panel.update();
                } else {
                    polling.stop();
                    say(words.of("chase.sent", words.number(run.progress().sent().size())));
                    show();
                }
            });
        }

        private void say(String done) {
            outcome.removeAll();
            outcome.add(new DoneRemark("register-outcome", done));
            WaitingWork.changed();
        }
    }
}
