package eventloop.selector;

import java.io.IOException;
import org.junit.jupiter.api.Nested;

/// What every loop does for the connections on it. Each step that has a loop of its own runs all of this
/// with it; the answers come from memory, so that it is the loop and the connections that are tested.
public abstract class LoopContract {
    protected abstract Loop newLoop() throws IOException;

    /// The class whose `main` runs a [ServerThatFails] with such a loop.
    protected abstract Class<?> mainOfServerThatFails();

    @Nested
    class SlowClients extends SlowClientTopic {
        SlowClients() {
            super(LoopContract.this);
        }
    }

    @Nested
    class WriteTimeouts extends WriteTimeoutTopic {
        WriteTimeouts() {
            super(LoopContract.this);
        }
    }

    @Nested
    class IdleTimeouts extends IdleTimeoutTopic {
        IdleTimeouts() {
            super(LoopContract.this);
        }
    }

    @Nested
    class Quiet extends QuietTopic {
        Quiet() {
            super(LoopContract.this);
        }
    }

    @Nested
    class Unfinished extends UnfinishedTopic {
        Unfinished() {
            super(LoopContract.this);
        }
    }

    @Nested
    class Faults extends LoopFaultTopic {
        Faults() {
            super(LoopContract.this);
        }
    }

    @Nested
    class Failure extends LoopFailureTopic {
        Failure() {
            super(LoopContract.this);
        }
    }

    @Nested
    class End extends LoopEndTopic {
        End() {
            super(LoopContract.this);
        }
    }
}
