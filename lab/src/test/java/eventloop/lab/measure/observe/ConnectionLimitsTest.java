package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    @Test
    void bothEndsOfARangeOfPortsBelongToIt() {
        assertThat(ConnectionLimits.portsIn("32768\t60999\n")).isEqualTo(28_232);
        assertThat(ConnectionLimits.portsIn("50000 60000")).isEqualTo(10_001);
    }
}
