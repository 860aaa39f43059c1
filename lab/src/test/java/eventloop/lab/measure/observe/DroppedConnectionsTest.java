package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DroppedConnectionsTest {
    @Test
    void eachNumberStandsBelowItsName() {
        assertThat(
                        DroppedConnections.parse(
                                """
                                TcpExt: SyncookiesSent ListenOverflows ListenDrops
                                TcpExt: 0 32541 32542
                                IpExt: InNoRoutes ListenDrops
                                IpExt: 7 8
                                """))
                .hasValue(32542);
    }

    @Test
    void areNotKnownWhereTheFileDoesNotTell() {
        assertThat(DroppedConnections.parse("")).isEmpty();
        assertThat(DroppedConnections.parse("TcpExt: SyncookiesSent\nTcpExt: 0\n")).isEmpty();
    }
}
