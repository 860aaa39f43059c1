#!/usr/bin/env bash
# The timeout of a request of the JDK's HTTP client ends with the head of its answer.
#
# `HttpRequest.Builder.timeout` is for "the response", says its documentation, and `send` with a handler of strings
# returns when all of that is here. But the timer is cancelled when the head has come: a body may take as long as it
# likes. So whoever asks servers that may stall, as a load program or a health check does, has to limit the whole by
# himself, as with `sendAsync(…).get(2, SECONDS)`. (JDK-8208693; mended in JDK 26, where this script is to fail.)
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Late.java <<'JAVA'
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.time.Duration;

class Late {
    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n";

    public static void main(String[] none) throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> serve(server));
            System.out.println("the head comes after 3 s: " + ask(server, "head"));
            System.out.println("the body comes after 3 s: " + ask(server, "body"));
        }
    }

    static String ask(ServerSocket server, String late) throws Exception {
        var address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/" + late);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(1)).build();
        long begin = System.nanoTime();
        try (var client = HttpClient.newHttpClient()) {
            var body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            boolean inTime = System.nanoTime() - begin < 2_500_000_000L;
            return body + (inTime ? ", in time" : ", though the timeout is 1 s");
        } catch (HttpTimeoutException tooLate) {
            return "HttpTimeoutException";
        }
    }

    static void serve(ServerSocket server) {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> answer(socket));
            }
        } catch (IOException end) {
            return;
        }
    }

    static void answer(Socket socket) {
        try (socket) {
            var bytes = new byte[1_000];
            var request = new String(bytes, 0, socket.getInputStream().read(bytes));
            boolean lateHead = request.startsWith("GET /head");
            socket.getOutputStream().write(lateHead ? new byte[0] : HEAD.getBytes());
            Thread.sleep(3_000);
            socket.getOutputStream().write(((lateHead ? HEAD : "") + "hello").getBytes());
        } catch (IOException | InterruptedException clientHasGone) {
            return;
        }
    }
}
JAVA
"$java/javac" Late.java
seen=$("$java/java" -cp . Late)
echo "$seen"
[ "$seen" = "the head comes after 3 s: HttpTimeoutException
the body comes after 3 s: hello, though the timeout is 1 s" ]
