package districtkpi.db.agreement;

import districtkpi.domain.agreement.Agreement;

/**
 * Reads the stored document of an agreement. What is stored was valid when it was posted, so that
 * reading it again cannot fail.
 */
public interface AgreementFormat {

    Agreement read(String document);
}
