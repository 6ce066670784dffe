package districtkpi.office.demonstration;

import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.demonstration.Script.Line;
import districtkpi.office.recording.OverrideService;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.register.RegisterService;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Does what a {@link Script} says by the services of the office, as pages do. */
@Component
final class Replay {

    private static final TextBundle TEXTS = TextBundle.beside(Replay.class, "work");

    private final CascadeService cascade;
    private final RecordingService recording;
    private final RegisterService register;
    private final OverrideService overrides;
    private final ScoreboardQuery scoreboards;
    private final SheetRepository sheets;
    private final ReviewRepository reviews;
    private final Clock clock;

    Replay(
            CascadeService cascade,
            RecordingService recording,
            RegisterService register,
            OverrideService overrides,
            ScoreboardQuery scoreboards,
            SheetRepository sheets,
            ReviewRepository reviews,
            Clock clock) {
        this.cascade = cascade;
        this.recording = recording;
        this.register = register;
        this.overrides = overrides;
        this.scoreboards = scoreboards;
        this.sheets = sheets;
        this.reviews = reviews;
        this.clock = clock;
    }

    void run(List<Line> script, RoundId round) {
        Map<String, Officer> officers = new HashMap<>();
        for (Line line : script) {
            run(line, round, officers);
        }
    }

    private void run(Line line, RoundId round, Map<String, Officer> officers) {
        switch (line.act()) {
            case ACKNOWLEDGE_AGREEMENT ->
                    cascade.acknowledgeAgreement(
                            round, board(round).stored().version(), line.district());
            case ADD_OFFICER ->
                    officers.put(
                            line.officer(),
                            cascade.addOfficer(
                                    line.district(),
                                    new OfficerData(said(line), name(line.officer()))));
            case ASSIGN ->
                    cascade.assign(
                            round,
                            id(line, officers),
                            line.indicator(),
                            Optional.empty(),
                            Optional.of(
                                    new Assignment(
                                            line.indicator(),
                                            BigDecimal.valueOf(line.number()),
                                            line.level(),
                                            said(line))));
            case HAND_OVER -> {
                long officer = id(line, officers);
                cascade.handOver(round, officer, sheets.findDraft(round, officer));
            }
            case ACKNOWLEDGE_SHEET -> {
                long officer = id(line, officers);
                OfficerSheet sheet = sheets.findAll(round, officer).getLast();
                cascade.acknowledgeSheet(
                        round,
                        officer,
                        sheet.version(),
                        Deadline.dayOf(clock.instant()).toString());
            }
            case HAND_IN ->
                    recording.submit(
                            round,
                            line.district(),
                            line.indicator(),
                            recording
                                    .prepare(
                                            round,
                                            line.district(),
                                            line.indicator(),
                                            last(line, round))
                                    .shown());
            case ACCEPT ->
                    recording.accept(round, line.district(), line.indicator(), seen(line, round));
            case SEND_BACK ->
                    recording.sendBack(
                            round,
                            line.district(),
                            line.indicator(),
                            seen(line, round),
                            said(line));
            case PRINT -> register.printed(round, line.district());
            case RECEIVE ->
                    register.received(
                            round,
                            line.district(),
                            OptionalLong.empty(),
                            due(round).plusDays(line.number()),
                            said(line));
            case SET_LEVEL ->
                    overrides.set(
                            round,
                            line.district(),
                            line.indicator(),
                            OverrideService.Shown.of(score(line, round)),
                            line.level(),
                            said(line));
        }
    }

    private Scoreboard board(RoundId round) {
        return scoreboards.find(round).orElseThrow();
    }

    private static long id(Line line, Map<String, Officer> officers) {
        return Objects.requireNonNull(officers.get(line.officer()), line.officer()).id();
    }

    private LocalDate due(RoundId round) {
        return board(round)
                .stored()
                .agreement()
                .submissionDeadline()
                .map(Deadline::day)
                .orElseThrow();
    }

    private IndicatorScore score(Line line, RoundId round) {
        return board(round)
                .ranking()
                .row(line.district())
                .orElseThrow()
                .scorecard()
                .line(line.indicator())
                .score();
    }

    /** Nobody attached any evidence. */
    private RecordingService.Seen seen(Line line, RoundId round) {
        Scoreboard board = board(round);
        Indicator indicator = board.stored().agreement().indicator(line.indicator()).orElseThrow();
        return RecordingService.Seen.of(
                last(line, round), board, line.district(), indicator, List.of());
    }

    private OptionalLong last(Line line, RoundId round) {
        DistrictCode district = line.district();
        return reviews.find(round, district).stream()
                .filter(step -> step.indicator().equals(line.indicator()))
                .mapToLong(ReviewStep::id)
                .max();
    }

    private static String name(String officer) {
        return TEXTS.text("officers." + officer).th();
    }

    private static String said(Line line) {
        return line.text().isEmpty() ? "" : TEXTS.text("text." + line.text()).th();
    }
}
