package eventloop.lab.workbench.speed;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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
        var tries = new Tries<Double>();
        for (int round = 0; round < field.rounds(); round++) {
            tries.make(() -> seconds(field));
        }
        return List.of(tries.bar(WORDS, "time", seconds -> seconds, MOST_SECONDS, "s"));
    }

    private static double seconds(Field field)
            throws ServerFailure, IOException, InterruptedException {
        long begin = System.nanoTime();
        try (var server = field.start(Field.USUAL_HEADERS)) {
            var answer = answer(server.address());
            double seconds = (System.nanoTime() - begin) / 1e9;
            check(answer, field.files().resolve(Field.SMALL + ".bin"));
            return seconds;
        }
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
