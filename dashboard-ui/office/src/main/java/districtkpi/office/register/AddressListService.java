package districtkpi.office.register;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.template.Template;
import java.util.Locale;

/**
 * Takes the e-mail addresses of many offices at once: a table with districts and addresses, as text
 * or as a workbook. Each call is held to what whoever is signed in may do, and throws {@link
 * RegisterRefusedException} otherwise.
 */
public interface AddressListService {

    /** What a list may weigh, in bytes. */
    int MAX_BYTES = 1024 * 1024;

    /**
     * What a list would change; nothing is stored. A district without an address in it stays as it
     * is.
     *
     * @param round whose districts can be in it
     */
    AddressReport check(RoundId round, ImportFile file);

    /**
     * Stores all of what was shown, or, where the list would do something else now, nothing.
     *
     * @param shown without errors
     */
    void commit(RoundId round, ImportFile file, AddressReport shown);

    /**
     * A list to fill in, with the districts of a round and the addresses that they have.
     *
     * @param locale English or, for every other, Thai
     */
    Template template(RoundId round, Locale locale);
}
