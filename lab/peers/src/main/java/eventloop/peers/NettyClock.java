package eventloop.peers;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/// The value of the Date header, written anew once a second and not for every response.
///
/// Of the event loop's thread alone.
final class NettyClock {
    private AsciiString date = AsciiString.EMPTY_STRING;

    private NettyClock() {}

    static NettyClock startedOn(EventLoop loop) {
        var clock = new NettyClock();
        loop.scheduleAtFixedRate(clock::tick, 0, 1, TimeUnit.SECONDS);
        return clock;
    }

    private void tick() {
        date = AsciiString.cached(DateFormatter.format(new Date()));
    }

    AsciiString date() {
        return date;
    }
}
