package eventloop.blocking;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/// A new thread for each connection: nobody waits for one, and nothing bounds their number but the
/// machine.
public record ThreadPerConnection(ThreadFactory threads) implements ConnectionThreads {

    /// The two kinds of thread Java has.
    public enum Kind {
        /// A thread of the operating system, with a stack of its own.
        PLATFORM,
        /// A thread of the JVM, which leaves its platform thread to another while it waits.
        VIRTUAL
    }

    public static ThreadPerConnection of(Kind kind) {
        return new ThreadPerConnection(
                switch (kind) {
                    case PLATFORM -> Thread.ofPlatform().name("connection-", 0).daemon().factory();
                    case VIRTUAL -> Thread.ofVirtual().name("connection-", 0).factory();
                });
    }

    // tag::start[]
    @Override
    public void start(Runnable conversation) {
        try {
            threads.newThread(conversation).start();
        } catch (OutOfMemoryError noMoreThreads) {
            // What the JVM throws when the operating system refuses a thread.
            throw new RejectedExecutionException("no more threads", noMoreThreads);
        }
    }

    // end::start[]

    @Override
    public boolean clientsAreWaiting() {
        return false;
    }

    @Override
    public void close() {}
}
