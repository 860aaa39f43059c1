package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Companion.Place;
import eventloop.lab.measure.site.Page;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a channel whose clock the test moves.
class SlowCompanionTest {
    private static final String BODY = "a page that takes some sips";
    private static final SlowCompanion.Sips SIPS = SlowCompanion.Sips.of(10_000);

    @TempDir private Path directory;
    private boolean isTimed;
    private int sips;

    /// A server that is not being timed has nothing to do.
    @Test
    void readsUntilItHasItsPlaceAndThenOnlyWhileOthersAreTimed() throws Exception {
        var slow = new SlowCompanion(target(), SIPS, () -> isTimed);
        var channel = new EmbeddedChannel(new CountedSips(), slow);

        assertThat(sipsInASecond(channel)).isPositive();

        channel.writeInbound(Unpooled.copiedBuffer(head(), StandardCharsets.US_ASCII));
        assertThat(slow.place()).isEqualTo(Place.PRESENT);
        assertThat(sipsInASecond(channel)).isZero();

        isTimed = true;
        assertThat(sipsInASecond(channel)).isPositive();
    }

    private int sipsInASecond(EmbeddedChannel channel) {
        int before = sips;
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        return sips - before;
    }

    private final class CountedSips extends ChannelOutboundHandlerAdapter {
        @Override
        public void read(ChannelHandlerContext context) {
            sips++;
            context.read();
        }
    }

    private static String head() {
        return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(BODY.length());
    }

    private Target target() throws IOException {
        var file = Files.writeString(directory.resolve("page.html"), BODY);
        var plan = new LoadPlan("127.0.0.1", 80, Clients.keepAlive(0), List.of(), 5, 1, List.of());
        return Target.keepingAlive(new Page("/page.html", file.toString(), 1), plan);
    }
}
