package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.publication.Publication;
import districtkpi.office.words.Words;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a form was printed from, said on each of its pages: the published revision with its digest
 * and the way to its receipt, or that there is none; of an officer's sheet its version.
 *
 * @param warnings what the reader of each page has to know: a draft, made-up data; may be empty
 * @param source the revision, or the version of the agreement or sheet, with the beginning of its
 *     digest
 * @param proof at the foot of the form: the code to be scanned, and all of it in words
 * @param scanned the address that the code has; absent where there is no code
 */
record Provenance(List<String> warnings, String source, Component proof, Optional<String> scanned) {

    private static final int SHORT_DIGEST = 12;

    /**
     * Of a form with scores.
     *
     * @param address of the receipt of a revision
     */
    static Provenance ofScores(
            Scoreboard scoreboard,
            PageState state,
            Function<Publication, String> address,
            Words paper) {
        return of(
                scoreboard,
                address,
                RoundHeading.figuresUpTo(scoreboard, state)
                        .map(day -> paper.of("form.draft", paper.date(day)))
                        .orElseGet(() -> paper.of("form.draft.no-figures")),
                scoreboard.demonstration(),
                paper);
    }

    /** Of a form that has only what was agreed: it is in force before anything is published. */
    static Provenance ofAgreement(
            Scoreboard scoreboard, Function<Publication, String> address, Words paper) {
        return of(
                scoreboard,
                address,
                paper.of("form.unpublished"),
                scoreboard.agreement().demonstration(),
                paper);
    }

    /**
     * Of an officer's sheet: the code leads to the version of the sheet, whatever is published of
     * the scores beside it.
     *
     * @param address of that version
     */
    static Provenance ofSheet(
            Scoreboard scoreboard,
            PageState state,
            OfficerSheet sheet,
            String address,
            Words paper) {
        List<String> warnings = new ArrayList<>();
        if (scoreboard.demonstration()) {
            warnings.add(paper.of("form.demonstration"));
        }
        String version =
                paper.of(
                        "form.officer.version", paper.number(sheet.version()), sheet.shortSha256());
        Div proof = createProof();
        Div words =
                createWords(
                        List.of(
                                version,
                                paper.of(
                                        "form.officer.handed-over",
                                        paper.dateTime(sheet.handedOverAt()),
                                        paper.number(sheet.agreementVersion())),
                                sheet.acknowledgement()
                                        .map(one ->
                                                paper.of(
                                                        "form.officer.acknowledged",
                                                        paper.date(one.on())))
                                        .orElseGet(() -> paper.of("form.officer.unacknowledged")),
                                scoreboard
                                        .publication()
                                        .map(published ->
                                                paper.of(
                                                        "form.officer.scores",
                                                        revision(published, paper)))
                                        .orElseGet(() -> unpublished(scoreboard, state, paper))),
                        paper.of("form.officer.scan"),
                        address);
        proof.add(QrCode.of(address, paper.of("form.qr", address)), words);
        return new Provenance(List.copyOf(warnings), version, proof, Optional.of(address));
    }

    private static String unpublished(Scoreboard scoreboard, PageState state, Words paper) {
        return RoundHeading.figuresUpTo(scoreboard, state)
                .map(day -> paper.of("form.officer.unpublished", paper.date(day)))
                .orElseGet(() -> paper.of("form.draft.no-figures"));
    }

    private static Provenance of(
            Scoreboard scoreboard,
            Function<Publication, String> address,
            String unpublished,
            boolean demonstration,
            Words paper) {
        List<String> warnings = new ArrayList<>();
        if (demonstration) {
            warnings.add(paper.of("form.demonstration"));
        }
        String agreement = agreement(scoreboard.stored(), paper);
        if (scoreboard.publication().isEmpty()) {
            warnings.add(unpublished);
            Div proof = createProof();
            proof.add(new Paragraph(unpublished), new Paragraph(agreement));
            return new Provenance(List.copyOf(warnings), agreement, proof, Optional.empty());
        }
        Publication published = scoreboard.publication().get();
        String revision = revision(published, paper);
        String to = address.apply(published);
        Div words =
                createWords(
                        List.of(
                                revision,
                                paper.of(
                                        "form.published-at",
                                        paper.dateTime(published.publishedAt())),
                                agreement),
                        paper.of("form.scan"),
                        to);
        Div proof = createProof();
        proof.add(QrCode.of(to, paper.of("form.qr", to)), words);
        return new Provenance(List.copyOf(warnings), revision, proof, Optional.of(to));
    }

    /** What stands beside the code: facts, and the address that the code has. */
    private static Div createWords(List<String> facts, String scan, String to) {
        Div words = new Div();
        facts.forEach(fact -> words.add(new Paragraph(fact)));
        Paragraph printed = new Paragraph(to);
        printed.addClassName("form-address");
        words.add(new Paragraph(scan), printed);
        return words;
    }

    private static String revision(Publication published, Words paper) {
        return paper.of(
                "form.revision", paper.number(published.revision()), published.shortSha256());
    }

    private static Div createProof() {
        Div proof = new Div();
        proof.setId("form-proof");
        proof.addClassName("form-proof");
        return proof;
    }

    private static String agreement(StoredAgreement stored, Words paper) {
        return paper.of(
                "form.agreement-version",
                paper.number(stored.version()),
                stored.sha256().substring(0, SHORT_DIGEST));
    }

    /** All warnings in one line; empty where there are none. */
    String warning() {
        return String.join(" · ", warnings);
    }
}
