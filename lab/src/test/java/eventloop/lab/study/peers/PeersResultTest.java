package eventloop.lab.study.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.ScriptedServer;
import eventloop.lab.study.peers.PeersResult.Row;
import eventloop.lab.study.peers.PeersResult.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeersResultTest {
    private static final Provenance PROVENANCE =
            new Provenance(
                    Instant.parse("2026-11-28T09:00:00Z"),
                    "a processor",
                    2,
                    0,
                    "Linux",
                    "a JDK",
                    "a commit",
                    "./course check --peers");

    @Test
    void whoAnswersAlikeStandsTogetherAndTheMostFirst() {
        var row =
                new Row(
                        "`Range`",
                        "206",
                        new TreeMap<>(Map.of("a", "all", "b", "206", "c", "206", "step 7", "206")));
        var result =
                new PeersResult(
                        PROVENANCE,
                        List.of("a 1.0", "b 2.0", "c 3.0"),
                        List.of(new Topic("ranges", "Parts", List.of(row))));

        assertThat(result.markdown("ranges").lines())
                .contains("| `Range` | 206 | **206** b, c, _step 7_<br>**all** a |")
                .last()
                .asString()
                .startsWith("a 1.0, b 2.0, c 3.0, as the lab starts them")
                .endsWith("on 2026-11-28.");
        assertThatThrownBy(() -> result.markdown("range"))
                .hasMessage("no server has been asked about 'range'; there are: ranges");
    }

    /// A page says which servers were asked, and one that did not start was not.
    @Test
    void whoHasNotAnsweredIsNotNamed() {
        var there = server("there");
        var silent = server("silent");
        var question = PeerTopic.ALL.getFirst().questions().getFirst();

        var result =
                PeersResult.of(
                        List.of(there, silent),
                        List.of(new PeerAnswer(there, question, "200")),
                        PROVENANCE);

        assertThat(result.servers()).containsExactly("there 1.0");
    }

    private static PeerServer server(String name) {
        return new PeerServer(new ScriptedServer(name, "exit 3"), name, "1.0", Optional.empty());
    }

    /// If this fails, `./course check --peers --save peers` asks the servers anew.
    @Test
    void theStoredAnswersAreThoseToTheQuestionsOfNow() throws Exception {
        var stored = new ResultFiles(Path.of("..")).read("peers", PeersResult.class);

        assertThat(stored.topics())
                .flatExtracting(Topic::rows)
                .extracting(row -> row.text() + row.due())
                .containsExactlyElementsOf(
                        PeerTopic.ALL.stream()
                                .flatMap(topic -> topic.questions().stream())
                                .map(question -> question.text() + question.due())
                                .toList());
    }
}
