package districtkpi.db.scope;

import districtkpi.db.account.CurrentAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Gives out connections that show what whoever acts may see. Those of the province come from a pool
 * of their own and cost nothing more; the others are told each time for whom they are.
 */
public final class ScopedDataSource extends AbstractDataSource {

    private static final String TELL = "select set_config('district_kpi.district', ?, false)";

    private final DataSource ofProvince;
    private final DataSource ofDistricts;
    private final CurrentAccount current;

    /**
     * @param ofProvince whose connections work as {@link districtkpi.db.DatabaseOwner#PROGRAM_ROLE}
     * @param ofDistricts whose connections work as {@link
     *     districtkpi.db.DatabaseOwner#DISTRICT_ROLE}, and are given to nobody else
     */
    public ScopedDataSource(DataSource ofProvince, DataSource ofDistricts, CurrentAccount current) {
        this.ofProvince = ofProvince;
        this.ofDistricts = ofDistricts;
        this.current = current;
    }

    @Override
    public Connection getConnection() throws SQLException {
        RowScope scope = RowScope.of(current.get());
        if (scope.province()) {
            return ofProvince.getConnection();
        }
        Connection connection = ofDistricts.getConnection();
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, scope.district());
            tell.execute();
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    /**
     * Not offered: the connections are the program's.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("Connections are given out to nobody by name");
    }
}
