package eventloop.exercises.step01.virtual;

import eventloop.blocking.ConnectionThreads;
import java.util.concurrent.RejectedExecutionException;

/// A virtual thread for each conversation.
public final class VirtualThreads implements ConnectionThreads {
    @Override
    public void start(Runnable conversation) {
        Thread.ofPlatform().name("connection").start(conversation);
    }

    @Override
    public boolean clientsAreWaiting() {
        return false;
    }

    @Override
    public void close() {
    }
}
