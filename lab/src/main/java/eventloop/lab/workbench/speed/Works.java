package eventloop.lab.workbench.speed;

import static eventloop.lab.workbench.speed.Field.CLOSING_FLOOR;
import static eventloop.lab.workbench.speed.Field.FLOOR;
import static eventloop.lab.workbench.speed.Field.H2O;
import static eventloop.lab.workbench.speed.Field.LARGE;
import static eventloop.lab.workbench.speed.Field.LARGEST;
import static eventloop.lab.workbench.speed.Field.LIGHTTPD;
import static eventloop.lab.workbench.speed.Field.MAPPED;
import static eventloop.lab.workbench.speed.Field.MIDDLE;
import static eventloop.lab.workbench.speed.Field.NGINX;
import static eventloop.lab.workbench.speed.Field.NGINX_COPYING;
import static eventloop.lab.workbench.speed.Field.NGINX_FROM_MEMORY;
import static eventloop.lab.workbench.speed.Field.NODE;
import static eventloop.lab.workbench.speed.Field.PAGES;
import static eventloop.lab.workbench.speed.Field.SMALL;
import static eventloop.lab.workbench.speed.Quantity.PROCESSOR;
import static eventloop.lab.workbench.speed.Quantity.REQUESTS;
import static eventloop.lab.workbench.speed.Requirement.over;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All works, with the bars that step 7 has to reach in each.
final class Works {
    /// What a browser of today sends with a request for a picture.
    private static final List<String> BROWSER =
            List.of(
                    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                            + " Chrome/140.0.0.0 Safari/537.36",
                    "Accept: image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
                    "Accept-Encoding: gzip, deflate, br, zstd",
                    "Accept-Language: en-US,en;q=0.9,ko;q=0.8",
                    "Cache-Control: max-age=0",
                    "Connection: keep-alive",
                    "DNT: 1",
                    "Priority: i",
                    "Referer: http://127.0.0.1:8080/index.html",
                    "Sec-CH-UA: \"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"",
                    "Sec-CH-UA-Mobile: ?0",
                    "Sec-CH-UA-Platform: \"Linux\"",
                    "Sec-Fetch-Dest: image",
                    "Sec-Fetch-Mode: no-cors");

    /// Servers of files that come with Debian, nginx in both of its ways.
    private static final List<String> FILE_SERVERS = List.of(NGINX, NGINX_COPYING, H2O, LIGHTTPD);

    /// They have the answer in memory and look at no file: some of the fastest that could be found.
    private static final List<String> FROM_MEMORY = List.of("bun", "activej", "microhttp", "netty");

    private static final List<String> OTHERS_IN_JAVA =
            List.of("undertow", "jetty", "tomcat", "vertx", "helidon", "jdk");

    private Works() {}

    /// Those that are not done unless they are named.
    static List<Work> others() {
        return TriedWork.all();
    }

    static List<Work> usual() {
        return List.of(
                new PeakWork(
                        "small", "1 KiB, 64 connections", Peak.SMALL, small(), Optional.of(FLOOR)),
                new PeakWork(
                        "middle",
                        "64 KiB, 64 connections",
                        new Peak(MIDDLE, 64, List.of(), 200),
                        copied(),
                        Optional.of(FLOOR)),
                new PeakWork(
                        "pages",
                        "twenty pages of 3 to 300 KB in turn, 64 connections",
                        new Peak(PAGES, 64, List.of(), 200),
                        copied(),
                        Optional.of(FLOOR)),
                new PeakWork(
                        "large",
                        "1 MiB, 8 connections",
                        new Peak(LARGE, 8, List.of(), 200),
                        List.of(over(NGINX, REQUESTS, 1), over(NGINX, PROCESSOR, 1))),
                new PeakWork(
                        "largest",
                        "16 MiB, 8 connections",
                        new Peak(LARGEST, 8, List.of(), 200),
                        List.of(
                                over(NGINX, REQUESTS, 1),
                                over(NGINX, PROCESSOR, 1),
                                over(MAPPED, PROCESSOR, 1))),
                new PeakWork(
                        "close",
                        "1 KiB, a connection for each request",
                        new Peak(SMALL, 64, List.of("Connection: close"), 200),
                        List.of(over(NGINX, REQUESTS, 1), over(NGINX, PROCESSOR, 1)),
                        Optional.of(CLOSING_FLOOR)),
                new PeakWork(
                        "browser",
                        "1 KiB, a browser's 15 headers",
                        new Peak(SMALL, 64, BROWSER, 200),
                        List.of(over(NGINX, REQUESTS, 1.1), over(NGINX, PROCESSOR, 1.1))),
                new PeakWork(
                        "unchanged",
                        "a browser's question whether 1 KiB has changed: 304",
                        new Peak(SMALL, 64, BROWSER, 304),
                        List.of(over(NGINX, REQUESTS, 1.1), over(NGINX, PROCESSOR, 1.1))),
                new PeakWork(
                        "range",
                        "a browser's question for 1 KiB of 64 KiB: 206",
                        new Peak(MIDDLE, 64, with(BROWSER, "Range: bytes=1024-2047"), 206),
                        List.of(over(NGINX, REQUESTS, 1.1), over(NGINX, PROCESSOR, 1.1))),
                new PeakWork(
                        "threads",
                        "1 KiB, 64 connections, steps 1 and 2",
                        Peak.SMALL,
                        List.of(
                                new Requirement("step01", "tomcat", REQUESTS, 0.9),
                                new Requirement("step02", "tomcat", REQUESTS, 0.9),
                                new Requirement("step01", "jetty", REQUESTS, 0.9),
                                new Requirement("step02", "jetty", REQUESTS, 0.9))),
                new StepsWork(),
                new HalfLoadWork(),
                new CrowdWork(),
                new IdleWork(),
                new AllocationWork(),
                new StartWork());
    }

    private static List<Requirement> small() {
        return Stream.of(
                        beside(FILE_SERVERS, 1.15),
                        beside(List.of(NGINX_FROM_MEMORY), 1),
                        List.of(over(NODE, REQUESTS, 2.2), over(NODE, PROCESSOR, 2.2)),
                        List.of(over(FLOOR, REQUESTS, 0.9), over(FLOOR, PROCESSOR, 0.9)),
                        FROM_MEMORY.stream().map(rival -> over(rival, PROCESSOR, 1.05)).toList(),
                        beside(OTHERS_IN_JAVA, 1))
                .flatMap(List::stream)
                .toList();
    }

    /// What the kernel takes to copy so many bytes is most of it, so no server can be far ahead; where the floor
    /// itself is behind a rival, it says what can be reached.
    private static List<Requirement> copied() {
        return Stream.concat(
                        beside(FILE_SERVERS, 1).stream(),
                        Stream.of(over(FLOOR, REQUESTS, 0.95), over(FLOOR, PROCESSOR, 0.95)))
                .toList();
    }

    /// As many requests a second, and as little processor time for each.
    private static List<Requirement> beside(List<String> rivals, double least) {
        return rivals.stream()
                .flatMap(rival ->
                        Stream.of(over(rival, REQUESTS, least), over(rival, PROCESSOR, least)))
                .toList();
    }

    private static List<String> with(List<String> headers, String another) {
        var all = new ArrayList<>(headers);
        all.add(another);
        return List.copyOf(all);
    }
}
