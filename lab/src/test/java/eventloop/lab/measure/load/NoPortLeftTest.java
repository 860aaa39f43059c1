package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.ConnectException;
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
}
