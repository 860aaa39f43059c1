package eventloop.lab.study.peers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.DyingServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.peers.PeersResult.Row;
import eventloop.lab.study.peers.PeersResult.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers whose answers are known: the JDK's own, and the course's.
class PeerRunTest {
    private static final List<PeerTopic> QUICK =
            PeerTopic.ALL.stream().filter(topic -> !topic.isAboutWaiting()).toList();
    private static final ResultFiles STORED = new ResultFiles(Path.of(".."));
    private static final List<String> NEWS = Collections.synchronizedList(new ArrayList<>());

    @TempDir private static Path directory;

    private static List<PeerServer> servers;
    private static List<Topic> topics;
    private static List<String> silent;

    @BeforeAll
    static void ask() throws Exception {
        var plain =
                new PeerServer(CommandServer.jwebserver(), "jwebserver", "25", Optional.empty());
        var course = Path.of("..");
        var steps = Step.in(course).stream().map(PeerRunTest::brief).toList();
        var missing =
                new PeerServer(
                        new Step(7, "step07-missing", Path.of("nowhere.jar")),
                        "nowhere",
                        "",
                        Optional.empty());
        servers = new ArrayList<>(List.of(plain, missing));
        servers.addAll(steps);
        var answers = Collections.synchronizedList(new ArrayList<PeerAnswer>());
        silent = new PeerRun(QUICK, servers, 1, answers::add).run(directory, NEWS::add);
        topics = PeersResult.topics(QUICK, servers, answers);
    }

    private static PeerServer brief(Step step) {
        var usual = PeerServer.of(step);
        return new PeerServer(BriefJvm.of(step), usual.name(), usual.version(), usual.step());
    }

    @Test
    void everyQuestionIsAnsweredByThoseWhoHaveStarted() {
        assertThat(topics).extracting(Topic::name).contains("half-close", "ranges");
        assertThat(topics)
                .flatExtracting(Topic::rows)
                .allSatisfy(row -> assertThat(row.answers()).containsKey("jwebserver"));
        assertThat(answers("ranges", "jwebserver").values()).containsOnly("all", "–");
        assertThat(NEWS).hasSize(servers.size() - 1).contains("jwebserver 25 has answered");
    }

    @Test
    void whoHasNotStartedIsTold() {
        assertThat(silent)
                .singleElement()
                .asString()
                .startsWith("nowhere: step07-missing ended at once");
    }

    /// Nobody is there to close anything.
    @Test
    void whoHasDiedIsNotSaidToClose() throws Exception {
        var mortal = new PeerServer(new DyingServer(1), "mortal", "", Optional.empty());
        var answers = Collections.synchronizedList(new ArrayList<PeerAnswer>());

        new PeerRun(QUICK, List.of(mortal), 1, answers::add).run(directory, _ -> {});

        assertThat(answers).last().extracting(PeerAnswer::words).isEqualTo("cannot be reached");
    }

    /// Answers with what is due, wherever there is something.
    @Test
    void theLastStepGivesWhatIsDue() {
        assertThat(answers("half-close", "step 7").values())
                .containsExactly("200", "200 200 200", "all of it", "closes", "closes");
        assertThat(answers("connections", "step 7").values())
                .containsExactly(
                        "200, stays open",
                        "200, closes",
                        "200, closes",
                        "200, closes",
                        "200, closes",
                        "200, closes",
                        "200, stays open");
        assertThat(answers("head", "step 7").values())
                .containsExactly(
                        "200, length of GET",
                        "200, length of GET",
                        "404",
                        "200, length of GET",
                        "304");
    }

    /// What lessons show of the steps beside real servers. A step that answers otherwise today is one to look at: if it
    /// is right, `./course check --peers --save peers` asks all of them again.
    @ParameterizedTest
    @MethodSource("quick")
    void theStepsAnswerAsTheLessonsShow(PeerTopic topic) throws Exception {
        var shown = STORED.read("peers", PeersResult.class).topics();

        assertThat(topic.steps())
                .isNotEmpty()
                .map(number -> "step " + number)
                .allSatisfy(step ->
                        assertThat(answers(topics, topic.name(), step))
                                .isEqualTo(answers(shown, topic.name(), step)));
    }

    static List<PeerTopic> quick() {
        return QUICK;
    }

    private static Map<String, String> answers(String topic, String server) {
        return answers(topics, topic, server);
    }

    private static Map<String, String> answers(List<Topic> topics, String topic, String server) {
        return topics.stream()
                .filter(one -> one.name().equals(topic))
                .flatMap(one -> one.rows().stream())
                .filter(row -> row.answers().containsKey(server))
                .collect(
                        toMap(
                                Row::text,
                                row -> row.answers().get(server),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
