package districtkpi.office.recording;

import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets districts record online, and units review what was handed in. Each call is held to what
 * whoever is signed in may do, and throws {@link RecordingRefusedException} otherwise.
 */
public interface RecordingService {

    /** What a piece of evidence may weigh. */
    int MAX_EVIDENCE_BYTES = 15 * 1024 * 1024;

    /** What a field or a note may hold, in characters. */
    int MAX_TEXT_LENGTH = 1_000;

    /** What is said of a paper may hold, in characters. */
    int MAX_PAPER_LENGTH = 200;

    /**
     * Keeps what was typed into a field, right or wrong. A day that follows from the evidence has
     * no field. The first change after the indicator was handed in keeps the other fields as they
     * were then.
     *
     * @param version of what was in the field before; 0 where there was nothing
     */
    Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version);

    /**
     * What handing in would do: the importer's own answer to what stands in the fields, and to the
     * day of receipt where the agreement has one. Corrections start from what was handed in last.
     *
     * @return absent where nothing stands in the fields of the indicator, and its evidence says
     *     nothing new. The columns of its issues are the {@linkplain RecordingField#key() keys} of
     *     the fields
     */
    Optional<ImportReport> check(RoundId round, DistrictCode district, IndicatorId indicator);

    /**
     * Hands an indicator in: what stands in the fields becomes figures, by an import with a file
     * like any other, and so does the day of receipt of its evidence. Where nothing stands there,
     * the figures that count are handed in.
     *
     * @param shown what was shown; anything else refuses it
     * @return what the import did; a rejected one means that nothing was handed in. Absent where
     *     there was nothing to take in
     */
    Optional<ImportReport> submit(
            RoundId round, DistrictCode district, IndicatorId indicator, Shown shown);

    /**
     * Accepts what was handed in.
     *
     * @param seen what was shown; anything else refuses it
     */
    void accept(RoundId round, DistrictCode district, IndicatorId indicator, Seen seen);

    /**
     * Sends back what was handed in.
     *
     * @param seen what was shown; anything else refuses it
     * @param note what is to be mended; never blank
     */
    void sendBack(
            RoundId round, DistrictCode district, IndicatorId indicator, Seen seen, String note);

    /**
     * What taking the newest step in force back would do to figures.
     *
     * @return absent where it changes none: it is a step of the review, or nothing was taken in
     */
    Optional<UndoReport> checkTakingBack(
            RoundId round, DistrictCode district, IndicatorId indicator);

    /**
     * Takes the newest step in force back, by a step of its own. What was handed in is taken back
     * by the district until somebody reviewed it; its figures count no more, and what was typed
     * stands in the form again. A review is taken back by whoever answers for the indicator.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     * @param shown what {@link #checkTakingBack} answered; another effect on the level of the
     *     indicator refuses it
     * @param reason why; never blank for a review, at most {@link ReasonText#MAX_LENGTH} characters
     */
    void takeBack(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong last,
            Optional<UndoReport> shown,
            String reason);

    /**
     * Keeps a file as evidence.
     *
     * @return its id
     */
    long attach(RoundId round, DistrictCode district, IndicatorId indicator, ImportFile file);

    /**
     * The day of receipt of evidence; absent where the agreement has none of the indicator. It asks
     * for nothing but what it is given, so it is not held to what whoever is signed in may do.
     *
     * @param scoreboard the round with the figures that count now
     * @param evidence all that counts of the indicator of the district
     */
    Optional<DayOfReceipt> dayOfReceipt(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            List<Evidence> evidence);

    /** Lets a file count no more; it is kept. What follows from that counts once handed in. */
    void withdraw(long evidence);

    /**
     * What recording paper would do.
     *
     * @return absent where it changes no figure: the indicator was not handed in yet, earlier
     *     evidence counts, or the agreement has no day of receipt of it
     */
    Optional<ImportReport> checkPaper(
            RoundId round, DistrictCode district, IndicatorId indicator, Paper paper);

    /**
     * Records that evidence came on paper, by whoever answers for the indicator. Where the
     * indicator was handed in, what follows from that counts at once, by an import like any other.
     *
     * @param shown the basis of what {@link #checkPaper} answered; another effect refuses it
     * @return what the import did; a rejected one means that nothing was recorded
     */
    Optional<ImportReport> receivePaper(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Paper paper,
            Optional<String> shown);

    /** What withdrawing paper would do; absent where it changes no figure. */
    Optional<ImportReport> checkPaperWithdrawal(long evidence);

    /**
     * Lets paper count no more; it is kept. Like {@link #receivePaper} it takes effect at once.
     *
     * @param shown the basis of what {@link #checkPaperWithdrawal} answered
     */
    Optional<ImportReport> withdrawPaper(long evidence, Optional<String> shown);

    /**
     * What whoever hands in looked at.
     *
     * @param last the newest step of the indicator
     * @param newestImport that any figure of the indicator that counts is from
     * @param effect what {@link #check} answered; of its effects the one on the level of the
     *     indicator is held to
     */
    record Shown(OptionalLong last, OptionalLong newestImport, Optional<ImportReport> effect) {}

    /**
     * What whoever reviews looked at.
     *
     * @param last the newest step of the indicator
     * @param newestImport that any figure of the indicator is from
     * @param level that counts, which somebody may have set
     * @param evidence the ids of all that counts
     */
    record Seen(
            OptionalLong last, OptionalLong newestImport, OptionalInt level, Set<Long> evidence) {

        public Seen {
            evidence = Set.copyOf(evidence);
        }

        /** What a round shows of an indicator of a district. */
        public static Seen of(
                OptionalLong last,
                Scoreboard scoreboard,
                DistrictCode district,
                Indicator indicator,
                Collection<Evidence> evidence) {
            return new Seen(
                    last,
                    scoreboard.newestImport(district, indicator),
                    scoreboard.level(district, indicator.id()),
                    evidence.stream().map(Evidence::id).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * Evidence on paper.
     *
     * @param day on which the province received it: today or earlier, not before the round
     * @param what it is; never blank, at most {@link #MAX_PAPER_LENGTH} characters
     */
    record Paper(LocalDate day, String what) {

        public Paper {
            what = what.strip();
        }
    }
}
