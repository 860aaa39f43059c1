package eventloop.exercises.step07.cold;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.server.CommandLine;
import eventloop.workers.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("7.3")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarmBodyTest {
    /// Its last share is a short one.
    private static final long LENGTH = 10 * WarmBody.SHARE + 1000;

    private final List<String> story = new ArrayList<>();
    private final List<Runnable> brought = new ArrayList<>();
    private long warmFrom;
    private long coldFrom = Long.MAX_VALUE;

    private final WarmBody body = new WarmBody(new Told(), new HalfCold());

    @Test
    @Order(1)
    @DisplayName("what is in memory can be sent at once")
    @Why("no helper for what needs none")
    void warm() {
        assertThat(prepared(0)).isEqualTo("it can be sent");
        assertThat(story).as("what else happened").isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("what is cold is not sent, but brought")
    @Why("the loop would wait for the disk")
    void cold() {
        coldFrom = 0;
        assertThat(prepared(0)).isEqualTo("not yet");
        assertThat(story).as("what happened").containsExactly("brings 0 to " + WarmBody.SHARE);
    }

    @Test
    @Order(3)
    @DisplayName("a share whose beginning is cold is brought too")
    @Why("the transfer would wait before its first byte")
    void coldBeginning() {
        warmFrom = 1;
        assertThat(prepared(0)).isEqualTo("not yet");
    }

    @Test
    @Order(4)
    @DisplayName("a share whose end is cold is brought too")
    @Why("the transfer would wait in its middle")
    void coldEnd() {
        coldFrom = WarmBody.SHARE - 1;
        assertThat(prepared(0)).isEqualTo("not yet");
    }

    @Test
    @Order(5)
    @DisplayName("while it is on its way it is not brought again")
    @Why("one read is enough for one share")
    void onItsWay() {
        coldFrom = 0;
        prepared(0);
        assertThat(prepared(0)).isEqualTo("not yet");
        assertThat(story).as("what happened").hasSize(1);
    }

    @Test
    @Order(6)
    @DisplayName("nor is it sent before it is all there")
    @Why("its first byte and its last may be there, and the helper still be at those between")
    void halfOfItIsHere() {
        coldFrom = 0;
        prepared(0);
        coldFrom = Long.MAX_VALUE;
        assertThat(prepared(0)).as("while it is on its way").isEqualTo("not yet");
        brought.getFirst().run();
        assertThat(prepared(0)).as("when it is here").isEqualTo("it can be sent");
    }

    @Test
    @Order(7)
    @DisplayName("when it is here the connection goes on")
    @Why("whoever waits has to be told, and asks again in the same breath")
    void here() {
        coldFrom = 0;
        body.prepare(0, LENGTH, () -> story.add("asks again: " + prepared(0)));
        brought.getFirst().run();
        assertThat(story).as("what happened").endsWith("asks again: it can be sent");
    }

    @Test
    @Order(8)
    @DisplayName("what has just been brought is sent without another look")
    @Why("it may have been dropped again, and that would go on for ever")
    void noSecondLook() {
        coldFrom = 0;
        prepared(0);
        brought.getFirst().run();
        assertThat(prepared(0)).isEqualTo("it can be sent");
        // The head goes first, alone: it is asked once more.
        assertThat(prepared(0)).isEqualTo("it can be sent");
        // The socket has taken half of it: it is asked for the other half.
        assertThat(prepared(WarmBody.SHARE / 2)).isEqualTo("it can be sent");
    }

    @Test
    @Order(9)
    @DisplayName("nothing is sent that was not looked at")
    @Why("behind the share the file may be cold")
    void notFurther() throws Exception {
        prepared(0);
        body.send(new Outgoing(1024), 0, LENGTH);
        assertThat(story).as("what happened").containsExactly("sends 0 to " + WarmBody.SHARE);
        story.clear();
        body.send(new Outgoing(1024), WarmBody.SHARE / 2, LENGTH);
        assertThat(story)
                .as("what happened after half of it")
                .containsExactly("sends %d to %d".formatted(WarmBody.SHARE / 2, WarmBody.SHARE));
        story.clear();
        body.send(new Outgoing(1024), 0, 1000);
        assertThat(story)
                .as("what happened when less was asked for")
                .containsExactly("sends 0 to 1000");
    }

    @Test
    @Order(10)
    @DisplayName("the next share is looked at by itself")
    @Why("a file may be half in memory")
    void nextShare() throws Exception {
        coldFrom = WarmBody.SHARE;
        assertThat(prepared(0)).as("the first share").isEqualTo("it can be sent");
        body.send(new Outgoing(1024), 0, LENGTH);
        assertThat(prepared(WarmBody.SHARE)).isEqualTo("not yet");
    }

    @Test
    @Order(11)
    @DisplayName("a cold share behind a cold share is brought as well")
    @Why("each share has a helper of its own")
    void nextColdShare() throws Exception {
        coldFrom = 0;
        prepared(0);
        brought.getFirst().run();
        // Whoever sends asks before each time.
        prepared(0);
        body.send(new Outgoing(1024), 0, LENGTH);
        assertThat(prepared(WarmBody.SHARE)).isEqualTo("not yet");
    }

    @Test
    @Order(12)
    @DisplayName("the last share ends where the file does")
    @Why("there is no memory behind it to be asked for")
    void lastShare() {
        coldFrom = 0;
        prepared(10 * WarmBody.SHARE);
        assertThat(story)
                .as("what happened")
                .containsExactly("brings %d to %d".formatted(10 * WarmBody.SHARE, LENGTH));
    }

    @Test
    @Order(13)
    @DisplayName("a large file through the server is complete")
    @Why("no byte is lost between two shares")
    void server(@TempDir Path site) throws Exception {
        var bytes = new byte[(3 << 20) + 1000];
        bytes[bytes.length - 1] = 7;
        Files.write(site.resolve("large.bin"), bytes);
        try (var server =
                        Main.start(
                                TestSettings.serving(site), CommandLine.parse(WorkerOptions.ALL));
                var client = RawClient.to(server.address())) {
            client.request("GET /large.bin HTTP/1.1", "Host: a");
            client.readHead();
            var received = client.readBytes(bytes.length);
            assertThat(received.length + " bytes, the last of them " + received[bytes.length - 1])
                    .isEqualTo(bytes.length + " bytes, the last of them 7");
        }
    }

    private String prepared(long from) {
        boolean ready = body.prepare(from, LENGTH, () -> story.add("goes on"));
        return ready ? "it can be sent" : "not yet";
    }

    /// In memory from one position to another, and cold around it.
    private final class HalfCold implements Pages {
        @Override
        public boolean holds(long position) {
            return warmFrom <= position && position < coldFrom;
        }

        @Override
        public void bring(long from, long to, Runnable whenHere) {
            story.add("brings " + from + " to " + to);
            brought.add(whenHere);
        }
    }

    /// Tells what it is to send.
    private final class Told implements Body {
        @Override
        public long length() {
            return LENGTH;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            story.add("sends " + from + " to " + to);
        }

        @Override
        public void close() {}
    }
}
