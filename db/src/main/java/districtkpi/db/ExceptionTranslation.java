package districtkpi.db;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Turns the database's failures into Spring's, since no type of jOOQ leaves this module. */
final class ExceptionTranslation implements ExecuteListener {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    @Override
    public void exception(ExecuteContext context) {
        SQLException failure = context.sqlException();
        if (failure != null) {
            context.exception(TRANSLATOR.translate("A statement failed", context.sql(), failure));
        }
    }
}
