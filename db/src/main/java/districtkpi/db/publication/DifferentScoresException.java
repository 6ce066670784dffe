package districtkpi.db.publication;

import districtkpi.domain.publication.Publication;
import java.util.Locale;

/**
 * A published revision is scored differently by this version of the program than by the one that
 * published it. The published record stays what it is; it is not shown as if it were the new
 * result.
 */
public final class DifferentScoresException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DifferentScoresException(Publication publication) {
        super(
                String.format(
                        Locale.ROOT,
                        "รอบ %1$s ฉบับที่ %2$d: โปรแกรมรุ่นนี้คำนวณคะแนนได้ไม่ตรงกับที่ประกาศไว้ · Revision %2$d of round %1$s: this version of the program comes to other scores than were published",
                        publication.round(),
                        publication.revision()));
    }
}
