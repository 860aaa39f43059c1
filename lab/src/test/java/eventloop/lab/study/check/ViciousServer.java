package eventloop.lab.study.check;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small server for tests of checks, with one vice and otherwise good.
record ViciousServer(Vice vice) implements ServerUnderTest {
    private static final int TIMEOUT_MILLIS = 2_000;

    enum Vice {
        NONE,
        WRONG_BYTE,
        NO_DATE,
        REFUSES_HEAD,
        FINDS_EVERYTHING,
        MIXES_UP_ANSWERS,
        MUMBLES,
        CLOSES,
        IS_BUSY,
        TIMES_EACH_BYTE
    }

    /// `java … ViciousServer VICE ROOT`
    public static void main(String... arguments) throws IOException {
        var server = new ViciousServer(Vice.valueOf(arguments[0]));
        var root = Path.of(arguments[1]);
        var listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        System.out.println("listening on http://127.0.0.1:" + listening.getLocalPort() + "/");
        while (true) {
            var socket = listening.accept();
            Thread.ofPlatform().start(() -> server.serve(socket, root));
        }
    }

    @Override
    public String name() {
        return "vicious";
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(BriefJvm.running(ViciousServer.class, vice.name(), root));
    }

    private void serve(Socket socket, Path root) {
        try (socket) {
            if (vice == Vice.TIMES_EACH_BYTE) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
            }
            try {
                answerAll(socket, root);
            } catch (SocketTimeoutException late) {
                socket.getOutputStream().write(head("408 Request Timeout", 0));
            }
        } catch (IOException gone) {
            // The client has had enough.
        }
    }

    private void answerAll(Socket socket, Path root) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        var line = in.readLine();
        while (line != null) {
            var request = line.split(" ");
            while (!line.isEmpty()) {
                line = in.readLine();
            }
            answer(request[0], request[1], root, socket.getOutputStream());
            line = vice == Vice.CLOSES ? null : in.readLine();
        }
    }

    private void answer(String method, String target, Path root, OutputStream out)
            throws IOException {
        if (vice == Vice.MUMBLES) {
            out.write("what was it you wanted?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (vice == Vice.REFUSES_HEAD && method.equals("HEAD")) {
            out.write(head("405 Method Not Allowed", 0));
            return;
        }
        if (vice == Vice.IS_BUSY) {
            out.write(head("503 Service Unavailable", 0));
            return;
        }
        var file = root.resolve(fileFor(target).substring(1));
        boolean isThere = Files.exists(file) || vice == Vice.FINDS_EVERYTHING;
        var body = Files.exists(file) ? Files.readAllBytes(file) : new byte[] {'?'};
        if (vice == Vice.WRONG_BYTE) {
            body[body.length / 2]++;
        }
        out.write(head(isThere ? "200 OK" : "404 Not Found", body.length));
        if (method.equals("GET")) {
            out.write(body);
        }
    }

    private String fileFor(String target) {
        return vice == Vice.MIXES_UP_ANSWERS && target.equals(CheckSite.burst(7))
                ? CheckSite.burst(8)
                : target;
    }

    private byte[] head(String status, int length) {
        var date = vice == Vice.NO_DATE ? "" : "Date: Mon, 01 Jan 2018 00:00:00 GMT\r\n";
        var type = "Content-Type: text/html; charset=utf-8\r\n";
        return "HTTP/1.1 %s\r\n%s%sContent-Length: %d\r\n\r\n"
                .formatted(status, date, type, length)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
