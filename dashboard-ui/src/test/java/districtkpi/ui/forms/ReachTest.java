package districtkpi.ui.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/receipt/4301?round=2565-2, THIS_MACHINE",
        "http://LOCALHOST/receipt/4301, THIS_MACHINE",
        "http://127.0.0.1:8080/receipt/4301, THIS_MACHINE",
        "http://127.1.2.3/receipt/4301, THIS_MACHINE",
        "http://[::1]:8080/receipt/4301, THIS_MACHINE",
        "http://0.0.0.0:8080/receipt/4301, THIS_MACHINE",
        "http://kpi/receipt/4301, THIS_NETWORK",
        "http://kpi-server:8080/receipt/4301, THIS_NETWORK",
        "http://kpi.local/receipt/4301, THIS_NETWORK",
        "http://kpi.office.lan/receipt/4301, THIS_NETWORK",
        "http://192.168.1.20:8080/receipt/4301, THIS_NETWORK",
        "http://10.0.0.5/receipt/4301, THIS_NETWORK",
        "http://172.16.0.1/receipt/4301, THIS_NETWORK",
        "http://172.32.0.1/receipt/4301, EVERYWHERE",
        "http://100.100.0.1/receipt/4301, THIS_NETWORK",
        "http://169.254.9.9/receipt/4301, THIS_NETWORK",
        "http://[fd12:3456::1]/receipt/4301, THIS_NETWORK",
        "http://[2001:db8::1]/receipt/4301, EVERYWHERE",
        "https://kpi.nongkhai.go.th/receipt/4301, EVERYWHERE",
        "https://203.0.113.7/receipt/4301, EVERYWHERE",
        "https://localhost.example.go.th/receipt/4301, EVERYWHERE"
    })
    void saysFromWhereAnAddressLeadsAnywhere(String address, Reach reach) {
        assertThat(Reach.of(address)).isEqualTo(reach);
    }
}
