#!/usr/bin/env bash
# Of processes that share a port, one that ends takes connections with it that it has never seen.
#
# With SO_REUSEPORT each process has a listening socket and a queue of its own, and the kernel deals connections out when
# they come, not when they are accepted. A client whose connection waits in a queue has been told that it is connected.
# When that listener is closed, the client is reset, though another process listens on the same port: to restart such
# processes one after another loses requests. Since 5.14 Linux gives what waits to the others if it is told to
# (net.ipv4.tcp_migrate_req, kernel documentation, ip-sysctl). It is a setting of the network namespace, so this script
# tries both in one of its own, and touches nothing of the machine's.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin), Linux 6.18. Needs: a JDK 25 in JAVA_HOME, unshare, ip and
# sysctl, root.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Queue.java <<'JAVA'
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;

class Queue {
    static final int CLIENTS = 100;

    static ServerSocketChannel listen(int port) throws IOException {
        return ServerSocketChannel.open()
                .setOption(StandardSocketOptions.SO_REUSEPORT, true)
                .bind(new InetSocketAddress("127.0.0.1", port), CLIENTS);
    }

    public static void main(String[] none) throws Exception {
        var first = listen(8080);
        var second = listen(8080);
        var clients = new ArrayList<SocketChannel>();
        while (clients.size() < CLIENTS) {
            clients.add(SocketChannel.open(first.getLocalAddress()));
        }
        first.close();
        second.configureBlocking(false);
        for (var accepted = second.accept(); accepted != null; accepted = second.accept()) {
            accepted.write(ByteBuffer.wrap(new byte[1]));
        }
        int reset = 0;
        for (var client : clients) {
            try {
                client.read(ByteBuffer.allocate(1));
            } catch (IOException connectionReset) {
                reset++;
            }
        }
        System.out.println(reset);
    }
}
JAVA
"$java/javac" Queue.java
lost() {
    unshare --net sh -c "ip link set lo up && sysctl -q -w net.ipv4.tcp_migrate_req=$1 && '$java/java' -cp . Queue"
}
without=$(lost 0)
with=$(lost 1)
echo "one of two listeners closes; of 100 connections that wait, $without are reset"
echo "with net.ipv4.tcp_migrate_req=1: $with"
[ "$without" -gt 20 ]
[ "$with" -eq 0 ]
