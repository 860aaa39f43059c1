package eventloop.lab.study.peers;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// How real servers have answered.
///
/// @param servers those of others, with their versions, in the order in which they are named
public record PeersResult(Provenance provenance, List<String> servers, List<Topic> topics)
        implements StoredResult {
    private static final int TIMES = 3;

    /// @param name in a lesson's marker, `<!-- peers: NAME -->`
    public record Topic(String name, String title, List<Row> rows) {}

    /// One question and its answers.
    ///
    /// @param text what a client does, in Markdown
    /// @param due what is due to it, and by which rule; may be empty
    /// @param answers by the names of servers
    public record Row(String text, String due, Map<String, String> answers) {}

    /// Asks all that are given about everything.
    ///
    /// @param directory for the files that they serve
    /// @param news hears of each server that has answered, or could not; called by several threads
    public static PeersResult of(
            List<PeerServer> servers, Path directory, Provenance provenance, Consumer<String> news)
            throws IOException, InterruptedException {
        var run = new PeerRun(PeerTopic.ALL, servers, TIMES);
        var topics = run.run(PeerSite.in(directory), news);
        var versions =
                servers.stream()
                        .filter(server -> server.step().isEmpty())
                        .map(PeerServer::title)
                        .toList();
        return new PeersResult(provenance, versions, topics);
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
