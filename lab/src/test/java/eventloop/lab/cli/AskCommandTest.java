package eventloop.lab.cli;

import static eventloop.lab.study.experiment.ThreadEachServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.experiment.ThreadEachServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AskCommandTest {
    private static final String LAST_PAGE =
            "HTTP/1.1 200 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @RegisterExtension private final InCourse inCourse = InCourse.ofTheTest();
    @RegisterExtension private final TypedCommands commands = new TypedCommands();

    @Test
    void statusAndTimeAreTold() throws Exception {
        try (var server = new ThreadEachServer(path -> page(404))) {
            assertThat(ask(server, "/nothing")).isZero();
        }
        assertThat(commands.output()).matches("/nothing {3}404 {3}[\\d.,]+ ms\n");
    }

    /// As a first server in any language may do.
    @Test
    void serverThatAnswersOnceAndEndsHasAnswered() throws Exception {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> answerOnce(listener));

        assertThat(ask(listener.getLocalPort(), "/")).isZero();

        assertThat(commands.output()).matches("/ {3}200 {3}[\\d.,]+ ms\n");
        assertThat(commands.errors()).isEmpty();
    }

    private static void answerOnce(ServerSocket listener) {
        try (var client = listener.accept()) {
            listener.close();
            new Scanner(client.getInputStream()).useDelimiter("\r\n\r\n").next();
            client.getOutputStream().write(LAST_PAGE.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void manyAreAskedForOnOneConnection() throws Exception {
        try (var server = new ThreadEachServer(path -> page(200))) {
            assertThat(ask(server, "/", "--times", "20")).isZero();
        }
        assertThat(commands.output())
                .matches("/ {3}20 × 200 {3}median [\\d.,]+ ms {3}slowest [\\d.,]+ ms\n");
    }

    @Tag("timing")
    @Test
    void whatIsAskedForBesideSlowOnesIsAskedForOnceTheyAreBegun() throws Exception {
        var others = new CountDownLatch(4);
        try (var server = new ThreadEachServer(path -> answerOnceAsked(path, others))) {
            assertThat(ask(server, "/", "--beside", "/slow", "--count", "4")).isZero();
        }
        assertThat(commands.output()).matches("/ beside 4 × /slow {3}200 {3}[\\d.,]+ ms\n");
    }

    /// A server's very first request can take longer than a slow one is waited for.
    @Test
    void theSlowOnesAreNotTheFirstThatAServerIsAskedFor() throws Exception {
        var paths = new CopyOnWriteArrayList<String>();
        try (var server = new ThreadEachServer(path -> noted(path, paths))) {
            assertThat(ask(server, "/style.css", "--beside", "/slow")).isZero();
        }
        assertThat(paths).hasSize(3).startsWith("/");
    }

    private static String noted(String path, List<String> paths) {
        paths.add(path);
        return page(path.equals("/slow") ? 503 : 200);
    }

    /// The slow page comes once the other is there; the other needs the slow ones to have been asked for.
    private static String answerOnceAsked(String path, CountDownLatch others) {
        if (path.equals("/")) {
            return page(others.getCount() == 0 ? 200 : 500);
        }
        others.countDown();
        pause(600);
        return page(200);
    }

    @Test
    @Tag("timing")
    void serverThatDoesOneThingAtATimeMakesTheOtherWait() throws Exception {
        var disk = new ReentrantLock();
        try (var server = new ThreadEachServer(path -> inTurn(path, disk))) {
            assertThat(ask(server, "/", "--beside", "/slow", "--count", "1,2")).isZero();
        }
        assertThat(commands.output().lines())
                .satisfiesExactly(
                        line -> assertThat(millis(line)).isBetween(200, 2_000),
                        line -> assertThat(millis(line)).isGreaterThan(900));
    }

    @Test
    void oneClientMayAskForAllOfThemInOneGo() throws Exception {
        try (var server = new ThreadEachServer(path -> page(200))) {
            assertThat(ask(server, "/", "--beside", "/slow", "--count", "3", "--in-one-go"))
                    .isZero();
        }
        assertThat(commands.output()).startsWith("/ beside 3 × /slow in one go   200   ");
    }

    @Test
    void whatIsNoHeaderIsNotSent() {
        assertThat(commands.run("ask", "/", "--header", "Range bytes=0-14")).isEqualTo(2);
        assertThat(commands.errors()).contains("--header is a name, a colon and a value");
    }

    @Test
    void thereMayBeAsManySlowOnesAsProcessors() throws Exception {
        try (var server = new ThreadEachServer(path -> page(path.equals("/") ? 200 : 503))) {
            assertThat(ask(server, "/", "--beside", "/slow", "--count", "processors")).isZero();
        }
        assertThat(commands.output())
                .startsWith("/ beside %d × ".formatted(Runtime.getRuntime().availableProcessors()));
        assertThat(commands.run("ask", "/", "--beside", "/slow", "--count", "many")).isEqualTo(2);
        assertThat(commands.errors()).contains("'many' is neither a number nor 'processors'");
    }

    private static String inTurn(String path, ReentrantLock disk) {
        disk.lock();
        try {
            pause(path.equals("/slow") ? 700 : 0);
            return page(200);
        } finally {
            disk.unlock();
        }
    }

    private static int millis(String line) {
        return Integer.parseInt(line.replaceAll(".* ([\\d,]+) ms", "$1").replace(",", ""));
    }

    @Test
    @Tag("timing")
    void whatIsNotSlowIsSaidToBeNot() throws Exception {
        try (var server = new ThreadEachServer(path -> page(200))) {
            assertThat(ask(server, "/", "--beside", "/big.iso")).isEqualTo(1);
        }
        assertThat(commands.errors())
                .startsWith("course: /big.iso came within 300 ms: it is not slow.")
                .contains("--slow-disk \"big.iso=2000\"");
    }

    @Test
    @Tag("timing")
    void whoIsRefusedDoesNotWait() throws Exception {
        try (var server = new ThreadEachServer(path -> page(path.equals("/") ? 200 : 503))) {
            assertThat(ask(server, "/", "--beside", "/slow", "--count", "2")).isZero();
        }
        assertThat(commands.output()).startsWith("/ beside 2 × /slow (2 refused)   200");
    }

    @Test
    void silenceEndsWithPatience() throws Exception {
        try (var server = new ThreadEachServer(path -> "")) {
            assertThat(ask(server, "/", "--patience", "1", "--times", "5")).isEqualTo(1);
        }
        assertThat(commands.output()).isEqualTo("/   no answer within 1 s\n");
    }

    @Test
    void guessIsAskedForFirstShownBesideAndKept(@TempDir Path course) throws Exception {
        inCourse.stand(course);
        Files.createDirectory(course.resolve("exercises"));
        commands.read(new ByteArrayInputStream("a while\n2,000\n".getBytes()));
        try (var server = new ThreadEachServer(path -> page(200))) {
            assertThat(ask(server, "/", "--predict")).isZero();
        }
        assertThat(commands.output())
                .startsWith("/: how many milliseconds? (Enter for no guess): a number, such as")
                .endsWith(" ms   (you guessed 2,000 ms)\n");
        assertThat(Notebook.in(course).read().guesses())
                .singleElement()
                .satisfies(
                        kept -> assertThat(kept.question()).endsWith(", /"),
                        kept -> assertThat(kept.guess()).isEqualTo(2_000),
                        kept -> assertThat(kept.came().getAsDouble()).isPositive());
    }

    @Test
    void whoSpeaksSomethingElseIsQuoted() throws Exception {
        try (var server = new ThreadEachServer(path -> "SSH-2.0-something\r\n")) {
            assertThat(ask(server, "/")).isEqualTo(1);
        }
        assertThat(commands.errors())
                .startsWith("course: what listens at http://127.0.0.1:")
                .endsWith(
                        " does not answer in HTTP (this is no status line: SSH-2.0-something);"
                                + " if your server is elsewhere, say --port P\n");
    }

    @Test
    void nobodyThereCostsOneSentence() throws Exception {
        try (var nobody = new Nobody()) {
            assertThat(ask(nobody.port(), "/")).isEqualTo(1);
            assertThat(commands.errors())
                    .isEqualTo(
                            "course: nobody listens at %s; in another terminal: ./course run N, or say --port P\n"
                                    .formatted(nobody.address()));
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private int ask(ThreadEachServer server, String... arguments) {
        return ask(server.port(), arguments);
    }

    private int ask(int port, String... arguments) {
        var all = new ArrayList<>(List.of("ask"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--port", String.valueOf(port)));
        return commands.run(all.toArray(String[]::new));
    }
}
