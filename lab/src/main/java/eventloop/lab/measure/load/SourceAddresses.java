package eventloop.lab.measure.load;

import io.netty.channel.epoll.Epoll;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/// Where connections come from. To one server, one address has some 28,000 ports to come from, and a port is
/// not free again for a minute after its connection (TIME_WAIT). But on the loopback every address of
/// 127.0.0.0/8 is ours.
final class SourceAddresses {
    /// So that all can close and come again, phase after phase, many times in a minute.
    private static final int CONNECTIONS_AN_ADDRESS = 1000;

    /// For clients with a connection a request: at 30,000 of them a second, each address needs less than a
    /// quarter of its ports in a minute.
    private static final int MANY = 512;

    private static final int IN_A_BLOCK = 250;

    private SourceAddresses() {}

    /// As many as a share of the load needs, none of them another share's. Empty if the system may choose: it
    /// has ports enough, or the server is not on this machine.
    static List<InetSocketAddress> of(Share share) {
        int needed = isOurs(share.plan().address()) ? needed(share) : 0;
        return IntStream.range(0, needed).mapToObj(i -> address(share.number(), i)).toList();
    }

    private static boolean isOurs(InetSocketAddress server) {
        return Epoll.isAvailable()
                && server.getAddress() instanceof Inet4Address address
                && address.isLoopbackAddress();
    }

    private static int needed(Share share) {
        int connections = share.plan().connections();
        return switch (share.plan().clients().connections()) {
            case ONE_A_REQUEST -> MANY;
            case KEPT ->
                    share.isWhole() && connections <= CONNECTIONS_AN_ADDRESS
                            ? 0
                            : Math.ceilDiv(connections, CONNECTIONS_AN_ADDRESS);
        };
    }

    private static InetSocketAddress address(int share, int number) {
        return new InetSocketAddress(
                "127.%d.%d.%d".formatted(share + 1, number / IN_A_BLOCK, number % IN_A_BLOCK + 1),
                0);
    }
}
