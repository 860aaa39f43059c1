package eventloop.lab.study.peers;

import static java.util.Comparator.comparingInt;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How real servers have answered.
///
/// @param servers those of others, with their versions, in the order in which they are named
public record PeersResult(Provenance provenance, List<String> servers, List<Topic> topics)
        implements StoredResult {
    /// @param name in a lesson's marker, `<!-- peers: NAME -->`
    public record Topic(String name, String title, List<Row> rows) {}

    /// One question and its answers.
    ///
    /// @param text what a client does, in Markdown
    /// @param due what is due to it, and by which rule; may be empty
    /// @param answers by the names of servers
    public record Row(String text, String due, Map<String, String> answers) {}

    /// @param servers that were to be asked, in the order in which they are named
    /// @param answers in any order
    public static PeersResult of(
            List<PeerServer> servers, List<PeerAnswer> answers, Provenance provenance) {
        var versions =
                servers.stream()
                        .filter(server -> server.step().isEmpty())
                        .filter(server -> hasAnswered(server, answers))
                        .map(PeerServer::title)
                        .toList();
        return new PeersResult(provenance, versions, topics(PeerTopic.ALL, servers, answers));
    }

    private static boolean hasAnswered(PeerServer server, List<PeerAnswer> answers) {
        return answers.stream().anyMatch(answer -> answer.server().equals(server));
    }

    static List<Topic> topics(
            List<PeerTopic> topics, List<PeerServer> servers, List<PeerAnswer> answers) {
        return topics.stream()
                .map(topic ->
                        new Topic(
                                topic.name(),
                                topic.title(),
                                topic.questions().stream()
                                        .map(question -> row(question, servers, answers))
                                        .toList()))
                .toList();
    }

    private static Row row(
            PeerQuestion question, List<PeerServer> servers, List<PeerAnswer> answers) {
        var byServer = new LinkedHashMap<String, String>();
        answers.stream()
                .filter(answer -> answer.question().equals(question))
                .sorted(comparingInt(answer -> servers.indexOf(answer.server())))
                .forEach(answer -> byServer.put(answer.server().name(), answer.words()));
        return new Row(question.text(), question.due(), byServer);
    }

    /// The table of one topic as a lesson shows it, in Markdown, with an empty line neither before nor behind.
    ///
    /// @throws IllegalArgumentException if there is no such topic; the message lists those there are
    public String markdown(String topic) {
        return topics.stream()
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .map(one -> PeersTable.markdown(one, this))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no server has been asked about '%s'; there are: %s"
                                        .formatted(topic, names())));
    }

    private String names() {
        return topics.stream().map(Topic::name).collect(Collectors.joining(", "));
    }

    /// All topics for a page.
    @Override
    public String shown() {
        return topics.stream()
                .map(topic -> "### " + topic.title() + "\n\n" + markdown(topic.name()))
                .collect(Collectors.joining("\n\n"));
    }

    /// All topics for a terminal.
    public String text() {
        return topics.stream().map(PeersTable::text).collect(Collectors.joining("\n\n"));
    }
}
