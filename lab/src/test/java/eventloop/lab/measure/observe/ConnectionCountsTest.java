package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionCountsTest {
    private static final String SNMP =
            """
            Ip: Forwarding DefaultTTL InReceives
            Ip: 2 64 333424651
            Tcp: RtoMin ActiveOpens PassiveOpens AttemptFails EstabResets
            Tcp: 200 3050404 3047282 1239 1449038
            """;
    private static final String NETSTAT =
            """
            TcpExt: SyncookiesSent ListenOverflows ListenDrops
            TcpExt: 0 32541 32542
            IpExt: InNoRoutes ListenDrops
            IpExt: 7 8
            """;

    @Test
    void eachNumberStandsBelowItsName() {
        assertThat(ConnectionCounts.parse(SNMP, NETSTAT))
                .hasValue(new ConnectionCounts(3047282, 32542, 1239));
    }

    @Test
    void areNotKnownWhereTheFilesAreMissing() {
        assertThat(ConnectionCounts.parse("", "")).isEmpty();
        assertThat(ConnectionCounts.parse(SNMP, "TcpExt: SyncookiesSent\nTcpExt: 0\n")).isEmpty();
    }

    @Test
    void whatHasHappenedIsTheDifference() {
        assertThat(new ConnectionCounts(10, 5, 3).since(new ConnectionCounts(7, 5, 1)))
                .isEqualTo(new ConnectionCounts(3, 0, 2));
    }
}
