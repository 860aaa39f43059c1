package eventloop.lab.study.peers;

import eventloop.lab.study.peers.PeersResult.Row;
import eventloop.lab.study.peers.PeersResult.Topic;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers as people read them: who gives the same one stands together, the most frequent first.
final class PeersTable {
    private static final String OURS = "step ";

    private PeersTable() {}

    static String markdown(Topic topic, PeersResult result) {
        var rows =
                topic.rows().stream().map(PeersTable::markdown).collect(Collectors.joining("\n"));
        return """
        | What a client does | What is due | Who answers what |
        | --- | --- | --- |
        %s

        %s, as the lab starts them: node, which brings no file server, with a small one of the course. Steps as they are by default. Whoever stands with "A or B" was asked several times, and answered now so, now so. Asked by `%s` on %s.\
        """
                .formatted(
                        rows,
                        String.join(", ", result.servers()),
                        result.provenance().command(),
                        result.provenance().date().toString().substring(0, "yyyy-mm-dd".length()));
    }

    private static String markdown(Row row) {
        var groups =
                groups(row)
                        .map(group ->
                                "**%s** %s"
                                        .formatted(
                                                group.getKey(),
                                                group.getValue().stream()
                                                        .map(PeersTable::emphasised)
                                                        .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining("<br>"));
        return "| %s | %s | %s |".formatted(row.text(), row.due(), groups);
    }

    private static String emphasised(String server) {
        return server.startsWith(OURS) ? "_" + server + "_" : server;
    }

    static String text(Topic topic) {
        return topic.rows().stream()
                .map(PeersTable::text)
                .collect(Collectors.joining("\n\n", topic.title() + "\n\n", ""));
    }

    private static String text(Row row) {
        var due = row.due().isEmpty() ? "" : "\n    due: " + row.due();
        return groups(row)
                .map(group ->
                        "    %s: %s".formatted(group.getKey(), String.join(", ", group.getValue())))
                .collect(Collectors.joining("\n", "  " + row.text() + due + "\n", ""));
    }

    private static Stream<Map.Entry<String, List<String>>> groups(Row row) {
        return row.answers().entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                LinkedHashMap::new,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()));
    }
}
