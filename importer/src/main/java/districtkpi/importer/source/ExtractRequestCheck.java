package districtkpi.importer.source;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.DateReader;
import java.time.LocalDate;
import java.util.Optional;

/** Says what is wrong with a request to take an extract in, whatever is in its file. */
final class ExtractRequestCheck {

    private final AgreementRepository agreements;
    private final SignOffRepository signOffs;
    private final ExtractReader reader;

    ExtractRequestCheck(
            AgreementRepository agreements, SignOffRepository signOffs, ExtractReader reader) {
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.reader = reader;
    }

    /** The agreement of a round as it is in force. */
    Optional<Agreement> agreement(RoundId round) {
        return agreements.findAllInForce().stream()
                .map(stored -> stored.agreement())
                .filter(agreement -> agreement.round().equals(round))
                .findFirst();
    }

    /**
     * Says what is wrong with a request.
     *
     * @param agreement of its round, if there is such a round
     */
    void check(IncomingExtract incoming, Optional<Agreement> agreement) {
        agreement.ifPresentOrElse(
                known -> check(incoming, known), () -> reportUnknownRound(incoming));
    }

    private void check(IncomingExtract incoming, Agreement agreement) {
        reportIfSignedOff(incoming);
        LocalDate asOf = incoming.request().asOf();
        if (asOf.isBefore(agreement.firstDay()) || asOf.isAfter(agreement.lastDay())) {
            incoming.log()
                    .add(
                            IssueCode.DATE_OUTSIDE_ROUND,
                            new Cell(0, "asOf", asOf.toString()),
                            agreement.round(),
                            DateReader.shown(agreement.firstDay()),
                            DateReader.shown(agreement.lastDay()));
        }
        incoming.request()
                .district()
                .filter(code ->
                        reader.districts(agreement).stream()
                                .noneMatch(known -> known.code().equals(code)))
                .ifPresent(code ->
                        incoming.log()
                                .add(
                                        IssueCode.UNKNOWN_DISTRICT,
                                        new Cell(0, "district", code.value()),
                                        agreement.round(),
                                        ""));
    }

    /** Says so where the results of the round were signed off. */
    void reportIfSignedOff(IncomingExtract incoming) {
        signOffs.findHolding(incoming.round())
                .ifPresent(signedOff ->
                        incoming.log()
                                .add(
                                        IssueCode.ROUND_SIGNED_OFF,
                                        new Cell(0, "round", signedOff.round().toString())));
    }

    private void reportUnknownRound(IncomingExtract incoming) {
        incoming.log()
                .add(
                        IssueCode.UNKNOWN_ROUND,
                        new Cell(0, "round", incoming.round().toString()),
                        String.join(
                                ", ",
                                agreements.findAllInForce().stream()
                                        .map(stored -> stored.agreement().round().toString())
                                        .toList()));
    }
}
