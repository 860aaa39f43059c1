package eventloop.lab.study.peers;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts the questions of some topics to some servers. The servers answer beside each other; each of them has one
/// question after the other, and at last, all at once, those that are about waiting.
public final class PeerRun {
    private static final int TIMES = 3;

    private final List<PeerTopic> topics;
    private final List<PeerServer> servers;
    private final int times;
    private final Consumer<PeerAnswer> found;

    /// @param times each question is asked so often, but for those about waiting: who does not always answer alike
    ///     is to be seen
    /// @param found hears of each answer as it comes; called by several threads
    PeerRun(
            List<PeerTopic> topics,
            List<PeerServer> servers,
            int times,
            Consumer<PeerAnswer> found) {
        this.topics = topics;
        this.servers = servers;
        this.times = times;
        this.found = found;
    }

    /// Of all topics.
    ///
    /// @param found hears of each answer as it comes; called by several threads
    public static PeerRun of(List<PeerServer> servers, Consumer<PeerAnswer> found) {
        return new PeerRun(PeerTopic.ALL, servers, TIMES, found);
    }

    /// @param directory for the files that they serve
    /// @param news hears of each server that has answered; called by several threads
    /// @return a line for each server that did not start
    public List<String> run(Path directory, Consumer<String> news)
            throws IOException, InterruptedException {
        var root = PeerSite.in(directory);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    threads.invokeAll(
                            servers.stream().map(server -> asking(server, root, news)).toList());
            asked.forEach(PeerRun::expectDone);
            return asked.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
        }
    }

    private Callable<Optional<String>> asking(PeerServer server, Path root, Consumer<String> news) {
        return () -> {
            try {
                ask(server, root);
                news.accept(server.title() + " has answered");
                return Optional.empty();
            } catch (ServerFailure failure) {
                return Optional.of("%s: %s".formatted(server.title(), failure.getMessage()));
            }
        };
    }

    private static void expectDone(Future<?> done) {
        if (done.state() == Future.State.FAILED) {
            throw new IllegalStateException("a question is wrong itself", done.exceptionNow());
        }
    }

    private void ask(PeerServer server, Path root) throws ServerFailure, InterruptedException {
        try (var running = start(server, root)) {
            questions(server, false)
                    .forEach(question ->
                            found.accept(
                                    new PeerAnswer(
                                            server,
                                            question,
                                            repeated(question, running.address()))));
            wait(server, root);
        }
    }

    /// Each question has a process to itself, since a client that lets the server wait must not have to wait
    /// for another one.
    private void wait(PeerServer server, Path root) throws ServerFailure, InterruptedException {
        var asked = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var question : questions(server, true).toList()) {
                var running = start(server, root);
                asked.add(
                        threads.submit(() -> {
                            try (running) {
                                found.accept(
                                        new PeerAnswer(
                                                server,
                                                question,
                                                once(question, running.address())));
                            }
                        }));
            }
        }
        asked.forEach(PeerRun::expectDone);
    }

    private static RunningServer start(PeerServer server, Path root)
            throws ServerFailure, InterruptedException {
        return RunningServer.start(server.server(), root, Placement.ANYWHERE);
    }

    private Stream<PeerQuestion> questions(PeerServer server, boolean areAboutWaiting) {
        return topics.stream()
                .filter(topic -> topic.isAboutWaiting() == areAboutWaiting)
                .filter(topic ->
                        server.step().isEmpty() || topic.steps().contains(server.step().get()))
                .flatMap(topic -> topic.questions().stream());
    }

    private String repeated(PeerQuestion question, URI address) {
        return IntStream.range(0, times)
                .mapToObj(_ -> once(question, address))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static String once(PeerQuestion question, URI address) {
        try {
            return question.inquiry().answerOf(address);
        } catch (IOException nobodyThere) {
            return "cannot be reached";
        }
    }
}
