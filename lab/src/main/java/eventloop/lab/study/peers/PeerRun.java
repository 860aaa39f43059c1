package eventloop.lab.study.peers;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.peers.PeersResult.Row;
import eventloop.lab.study.peers.PeersResult.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts the questions of some topics to some servers. The servers answer beside each other; each of them has one
/// question after the other, and at last, all at once, those that are about waiting.
final class PeerRun {
    private final List<PeerTopic> topics;
    private final List<PeerServer> servers;
    private final int times;
    private final Map<Key, String> answers = new ConcurrentHashMap<>();

    private record Key(PeerServer server, PeerQuestion question) {}

    /// @param times each question is asked so often, but for those about waiting: who does not always answer alike
    ///     is to be seen
    PeerRun(List<PeerTopic> topics, List<PeerServer> servers, int times) {
        this.topics = topics;
        this.servers = servers;
        this.times = times;
    }

    /// @param root what they serve
    /// @param news hears of each server that has answered, or could not be started; called by several threads
    List<Topic> run(Path root, Consumer<String> news) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(servers.stream().map(server -> asking(server, root, news)).toList())
                    .forEach(PeerRun::expectDone);
        }
        return topics.stream().map(this::topic).toList();
    }

    private Callable<PeerServer> asking(PeerServer server, Path root, Consumer<String> news) {
        return () -> {
            news.accept(server.title() + ": " + ask(server, root));
            return server;
        };
    }

    private static void expectDone(Future<?> done) {
        if (done.state() == Future.State.FAILED) {
            throw new IllegalStateException("a question is wrong itself", done.exceptionNow());
        }
    }

    /// @return what became of it, in words
    private String ask(PeerServer server, Path root) throws InterruptedException {
        try (var running = start(server, root)) {
            questions(server, false)
                    .forEach(question ->
                            answers.put(
                                    new Key(server, question),
                                    repeated(question, running.address())));
            wait(server, root);
            return "has answered";
        } catch (ServerFailure failure) {
            return failure.getMessage();
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
                                answers.put(
                                        new Key(server, question),
                                        once(question, running.address()));
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

    private Topic topic(PeerTopic topic) {
        return new Topic(
                topic.name(),
                topic.title(),
                topic.questions().stream()
                        .map(question ->
                                new Row(question.text(), question.due(), answersTo(question)))
                        .toList());
    }

    private Map<String, String> answersTo(PeerQuestion question) {
        var byServer = new LinkedHashMap<String, String>();
        for (var server : servers) {
            var answer = answers.get(new Key(server, question));
            if (answer != null) {
                byServer.put(server.name(), answer);
            }
        }
        return byServer;
    }
}
