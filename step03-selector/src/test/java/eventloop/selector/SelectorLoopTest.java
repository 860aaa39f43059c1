package eventloop.selector;

import java.io.IOException;

/// The loop that serves whoever is ready for as long as it can.
class SelectorLoopTest extends LoopContract {
    @Override
    protected Loop newLoop() throws IOException {
        return new SelectorLoop();
    }

    @Override
    protected Class<?> mainOfServerThatFails() {
        return Failing.class;
    }

    static final class Failing {
        static void main(String... arguments) {
            ServerThatFails.run(SelectorLoop::new, arguments);
        }
    }
}
