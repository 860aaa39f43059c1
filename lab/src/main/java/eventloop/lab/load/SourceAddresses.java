package eventloop.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Where connections come from. An address has some 28,000 ports for connections to one server, and a
/// connection that this side has closed keeps its port for a minute (TIME_WAIT, RFC 9293, section 3.6.1): so
/// clients that open a connection for each request would soon have none left. But the loopback has sixteen
/// million addresses (127.0.0.0/8), at least on Linux.
final class SourceAddresses {
    /// Of each load process: enough for 80,000 connections a second.
    private static final int SPREAD = 200;

    private static final boolean IS_LINUX = System.getProperty("os.name").equals("Linux");

    private final boolean isSpread;
    private final InetSocketAddress server;
    private final int process;
    private int next;

    /// @param plan for one address it is enough to have clients that keep their connections, in one process
    SourceAddresses(LoadPlan plan) {
        server = plan.address();
        process = plan.process();
        isSpread =
                IS_LINUX
                        && server.getAddress().isLoopbackAddress()
                        && (plan.clients().connections() == Clients.Connections.ONE_A_REQUEST
                                || process > 0);
    }

    ChannelFuture connect(Bootstrap bootstrap) {
        return isSpread ? bootstrap.connect(server, nextAddress()) : bootstrap.connect(server);
    }

    private InetSocketAddress nextAddress() {
        next = (next + 1) % SPREAD;
        var address = new byte[] {127, (byte) (1 + process), 0, (byte) (1 + next)};
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), 0);
        } catch (UnknownHostException wrongLength) {
            throw new AssertionError(wrongLength);
        }
    }
}
