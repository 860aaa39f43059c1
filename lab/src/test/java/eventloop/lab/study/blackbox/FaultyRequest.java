package eventloop.lab.study.blackbox;

import java.util.Locale;
import java.util.Optional;

/// A request that a [FaultyServer] has read.
record FaultyRequest(String head) {
    String method() {
        return head.split(" ", 2)[0];
    }

    String target() {
        return head.split(" ")[1];
    }

    boolean isOld() {
        return head.lines().findFirst().filter(line -> line.endsWith("HTTP/1.0")).isPresent();
    }

    boolean closes() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    long bodyLength() {
        return header("content-length").map(Long::parseLong).orElse(0L);
    }

    Optional<String> header(String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
