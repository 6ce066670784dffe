package districtkpi.ui.forms;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import java.util.Optional;

/**
 * Who agrees with whom, as their positions are printed; empty where the agreement does not say.
 *
 * @param assessor the higher
 * @param assessee with the district, where it is one's own
 */
record Parties(String assessor, String assessee) {

    static Parties of(Agreement agreement, Optional<District> district, Words paper) {
        String lower = party(agreement, 1, paper);
        return new Parties(
                party(agreement, 0, paper),
                lower.isEmpty()
                        ? ""
                        : district.map(own -> paper.of("form.party", lower, paper.of(own.name())))
                                .orElse(lower));
    }

    private static String party(Agreement agreement, int index, Words paper) {
        return index < agreement.parties().size() ? paper.of(agreement.parties().get(index)) : "";
    }

    /** Who is assessed signs on the left, who assesses on the right. */
    Signatures signatures(Words paper) {
        return new Signatures(
                new Signatures.Signer(paper.of("form.assessee"), assessee),
                new Signatures.Signer(paper.of("form.assessor"), assessor),
                paper);
    }
}
