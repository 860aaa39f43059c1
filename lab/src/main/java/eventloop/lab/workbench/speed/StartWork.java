package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// From `java -jar` to the last byte of the first answer. With the object headers that a JVM has by itself: every JDK
/// comes with an archive of its classes for these, and without one they are loaded one by one.
record StartWork() implements Work {
    private static final double MOST_SECONDS = 0.4;
    private static final String WORDS = "start to first answer";
    private static final int OK = 200;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> rivals() {
        return List.of();
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
                try (var server = field.start(Field.USUAL_HEADERS)) {
                    var answer = answer(server.address());
                    seconds[round] = (System.nanoTime() - begin) / 1e9;
                    check(answer, field.files().resolve(Field.SMALL + ".bin"));
                }
            }
        } catch (ServerFailure | IOException failure) {
            return List.of(Bar.notMeasured(WORDS, bar, failure.getMessage()));
        }
        return List.of(
                new Bar(
                        WORDS,
                        bar,
                        SpreadWords.words(seconds) + " s",
                        Bar.Outcome.of(seconds, StartWork::isReached),
                        Bar.whyUntold(seconds, StartWork::isReached).orElse(""),
                        List.of(),
                        DoubleStream.of(seconds).boxed().toList()));
    }

    private static boolean isReached(double seconds) {
        return seconds <= MOST_SECONDS;
    }

    private static Answer answer(URI server) throws IOException {
        try (var client = RawClient.to(server)) {
            return client.get(Field.page(Field.SMALL));
        }
    }

    private static void check(Answer answer, Path file) throws IOException {
        if (answer.status() != OK || !Arrays.equals(answer.body(), Files.readAllBytes(file))) {
            throw new IOException("the first answer is wrong: " + answer.line());
        }
    }
}
