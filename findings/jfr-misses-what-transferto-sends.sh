#!/usr/bin/env bash
# JFR does not see a file that transferTo sends: neither as read nor as written.
#
# jdk.FileRead and jdk.SocketWrite each say how many bytes they stand for, and recorded from 0 ns on and without a limit
# one expects their sums to be what the program moved. For read() and write() on channels they are. A call of transferTo
# makes no event at all, of the file or of the socket, however long it takes. So the recording of a server that sends
# its files without copying them shows one that does almost nothing, and a slow transfer on its loop shows nowhere.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Recorded.java <<'JAVA'
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.file.*;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

class Recorded {
    interface Way {
        void send(FileChannel file, SocketChannel socket) throws IOException;
    }

    public static void main(String[] none) throws Exception {
        Files.write(Path.of("page.bin"), new byte[1 << 20]);
        report("read and write", (file, socket) -> {
            var buffer = ByteBuffer.allocateDirect(1 << 16);
            while (file.read(buffer.clear()) != -1) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    socket.write(buffer);
                }
            }
        });
        report("transferTo", (file, socket) -> {
            for (long sent = 0; sent < file.size(); ) {
                sent += file.transferTo(sent, file.size() - sent, socket);
            }
        });
    }

    static void report(String name, Way way) throws Exception {
        long received;
        var recorded = Path.of("recorded.jfr");
        try (var recording = new Recording();
                var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var client = SocketChannel.open(server.getLocalAddress())) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).with("throttle", "off");
            recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO).with("throttle", "off");
            recording.start();
            var reading = CompletableFuture.supplyAsync(() -> drain(client));
            try (var accepted = server.accept(); var file = FileChannel.open(Path.of("page.bin"))) {
                way.send(file, accepted);
            }
            received = reading.get();
            recording.stop();
            recording.dump(recorded);
        }
        long read = 0;
        long written = 0;
        for (var event : RecordingFile.readAllEvents(recorded)) {
            switch (event.getEventType().getName()) {
                // The JVM reads files of its own as well.
                case "jdk.FileRead" -> read += isPage(event.getString("path")) ? event.getLong("bytesRead") : 0;
                case "jdk.SocketWrite" -> written += event.getLong("bytesWritten");
                default -> { }
            }
        }
        System.out.printf("%s: the client has %d bytes; JFR: %d read, %d written%n", name, received, read, written);
    }

    static boolean isPage(String path) {
        return path != null && path.endsWith("page.bin");
    }

    static long drain(SocketChannel client) {
        var buffer = ByteBuffer.allocate(1 << 16);
        long received = 0;
        try {
            for (int count = 0; count != -1; count = client.read(buffer.clear())) {
                received += count;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return received;
    }
}
JAVA
"$java/javac" Recorded.java
seen=$("$java/java" -cp . Recorded 2>/dev/null)
echo "$seen"
[ "$seen" = "read and write: the client has 1048576 bytes; JFR: 1048576 read, 1048576 written
transferTo: the client has 1048576 bytes; JFR: 0 read, 0 written" ]
