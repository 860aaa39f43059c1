package eventloop.chain.wrong;

import eventloop.zerocopy.Main;
import org.junit.jupiter.api.Tag;

/// What the chain forbids, so that its guard can be seen to bark: the last step used by another package,
/// and a class that is not the JDK's.
@Tag("wrong")
class ReachesForward {
    Class<?> later() {
        return Main.class;
    }
}
