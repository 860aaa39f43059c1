package eventloop.lab.speed;

import eventloop.lab.result.Figures;
import eventloop.lab.result.Median;
import eventloop.lab.server.ServerFailure;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;

/// From `java -jar` to the last byte of the first answer.
record StartWork() implements Work {
    private static final double MOST_SECONDS = 0.4;
    private static final String WORDS = "start to first answer";
    private static final String REQUEST =
            "GET %s HTTP/1.0\r\n\r\n".formatted(Field.page(Field.SMALL));

    @Override
    public String name() {
        return "start";
    }

    @Override
    public double expectedSeconds(int rounds) {
        return rounds;
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var bar = "≤ %s s".formatted(Figures.plain(MOST_SECONDS));
        var seconds = new double[field.rounds()];
        try {
            for (int round = 0; round < seconds.length; round++) {
                long begin = System.nanoTime();
                try (var server = field.start(Field.OURS).server()) {
                    readAnswer(server.address());
                    seconds[round] = (System.nanoTime() - begin) / 1e9;
                }
            }
        } catch (ServerFailure | IOException failure) {
            return List.of(Bar.notMeasured(WORDS, bar, failure.getMessage()));
        }
        double median = Median.of(seconds).orElseThrow();
        return List.of(
                new Bar(
                        WORDS,
                        bar,
                        "%s s (%s to %s)"
                                .formatted(
                                        Figures.plain(median),
                                        Figures.plain(DoubleStream.of(seconds).min().orElseThrow()),
                                        Figures.plain(
                                                DoubleStream.of(seconds).max().orElseThrow())),
                        Bar.Outcome.of(median <= MOST_SECONDS),
                        "",
                        List.of()));
    }

    private static void readAnswer(URI server) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("the first answer is " + answer.lines().findFirst());
            }
        }
    }
}
