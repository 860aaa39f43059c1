#!/usr/bin/env bash
# A channel that is closed while it is registered keeps its file descriptor until the selector's next selection.
#
# close() sends the FIN at once, isOpen() is false, and isRegistered() may be true for a while, as the documentation
# says. What it does not say is that the descriptor itself stays in use until then. A server that closes connections
# from another thread while its selector sleeps, or a client that has a selector and stops selecting, runs out of
# descriptors with no open channel left.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Closed.java <<'JAVA'
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.ArrayList;

class Closed {
    public static void main(String[] none) throws Exception {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var selector = Selector.open()) {
            var clients = new ArrayList<SocketChannel>();
            var accepted = new ArrayList<SocketChannel>();
            for (int i = 0; i < 50; i++) {
                clients.add(SocketChannel.open(server.getLocalAddress()));
                var channel = server.accept();
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                accepted.add(channel);
            }
            long open = descriptors();
            for (var channel : accepted) {
                channel.close();
            }
            int ends = 0;
            for (var client : clients) {
                ends += client.read(ByteBuffer.allocate(1)) == -1 ? 1 : 0;
            }
            long closed = descriptors();
            selector.selectNow();
            System.out.printf(
                    "closed 50, whose peers have seen %d ends: %d descriptors fewer; after one more selection: %d%n",
                    ends, open - closed, open - descriptors());
        }
    }

    static long descriptors() throws Exception {
        try (var entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
JAVA
"$java/javac" Closed.java
seen=$("$java/java" -cp . Closed)
echo "$seen"
[ "$seen" = "closed 50, whose peers have seen 50 ends: 0 descriptors fewer; after one more selection: 50" ]
