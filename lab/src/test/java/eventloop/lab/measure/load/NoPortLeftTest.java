package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.BindException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoPortLeftTest {
    @Test
    void whatTheSystemRefusesTheLoadIsNotTheServers() {
        var plain = new BindException("Cannot assign requested address");
        var byEpoll =
                new ConnectException(
                        "connect(..) failed with error(-99): Cannot assign requested address: /127.0.0.1:8080");

        assertThat(NoPortLeftException.behind(plain).orElseThrow())
                .hasMessageStartingWith("the load has no port left to connect from");
        assertThat(NoPortLeftException.behind(byEpoll)).isPresent();
    }

    @Test
    void whatTheServerRefusesIsItsOwn() {
        var refused = new ConnectException("Connection refused: /127.0.0.1:8080");

        assertThat(NoPortLeftException.behind(refused)).isEmpty();
    }

    @Test
    void aCompanionThatHasNoPortIsNotSentAwayByTheServer() {
        assertThat(toldWhenItCannotConnect(new BindException("Cannot assign requested address")))
                .hasExactlyElementsOfTypes(NoPortLeftException.class);
        assertThat(toldWhenItCannotConnect(new ConnectException("Connection refused"))).isEmpty();
    }

    private static List<Throwable> toldWhenItCannotConnect(Exception why) {
        var told = new ArrayList<Throwable>();
        var attempt = new EmbeddedChannel().newFailedFuture(why);
        new SilentCompanion().connected(attempt, told::add);
        return told;
    }
}
