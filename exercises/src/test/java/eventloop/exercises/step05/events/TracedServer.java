package eventloop.exercises.step05.events;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.exercises.step05.Page;
import eventloop.exercises.step05.SlowFile;
import eventloop.exercises.step05.events.Happening.Event;
import eventloop.exercises.step05.events.Happening.Where;
import eventloop.files.SlowDisk;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.selector.LoopServer;
import eventloop.workers.WorkerHandler;
import eventloop.workers.WorkerPool;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The loop and the helpers of step 5, with everything they call wrapped in something that writes down who calls.
final class TracedServer {
    private static final String SLOW = "/" + SlowFile.NAME;

    private final Path site;
    private final SlowFile disk = new SlowFile();
    private final List<Event> trace = new CopyOnWriteArrayList<>();
    private EventLoop loop;

    TracedServer(Path site) {
        this.site = site;
    }

    /// One slow request, and another one while it is being read.
    List<Event> trace() throws Exception {
        loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerPool.start(1, 10, this::executeOnLoop);
        var settings = TestSettings.serving(site);
        var handler = new Traced(new WorkerHandler(workers, new Reading(disk)));
        try (var server = LoopServer.start(settings, loop, handler, workers);
                var slow = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            slow.request("GET " + SLOW + " HTTP/1.1", "Host: a");
            disk.awaitReader();
            other.get("/page");
            disk.beRead();
            slow.read();
            trace.add(Happening.THE_CLIENT_HAS_IT.on(Where.CLIENT));
        }
        return List.copyOf(trace);
    }

    private void note(Happening what) {
        trace.add(what.on(loop.isLoopThread() ? Where.LOOP : Where.HELPER));
    }

    /// What the loop leaves for itself, to wake the helpers, is none of the eight.
    private void executeOnLoop(Runnable task) {
        if (loop.isLoopThread()) {
            loop.execute(task);
            return;
        }
        note(Happening.THE_COMPLETION_IS_QUEUED);
        loop.execute(() -> {
            note(Happening.THE_COMPLETION_RUNS);
            task.run();
        });
    }

    private final class Traced implements Handler {
        private final Handler next;

        private Traced(Handler next) {
            this.next = next;
        }

        @Override
        public void handle(Request request, Reply reply) {
            if (request.path().path().equals(SLOW)) {
                note(Happening.THE_JOB_IS_SUBMITTED);
                next.handle(request, reply.changing(this::noteSending));
            } else {
                note(Happening.ANOTHER_IS_ANSWERED);
                reply.send(Page.of("not slow"));
            }
        }

        private Response noteSending(Response response) {
            note(Happening.THE_ANSWER_IS_SENT);
            return response;
        }
    }

    private final class Reading implements Handler {
        private final SlowDisk disk;

        private Reading(SlowDisk disk) {
            this.disk = disk;
        }

        @Override
        public void handle(Request request, Reply reply) {
            note(Happening.THE_READING_BEGINS);
            disk.delay(Path.of(SlowFile.NAME));
            note(Happening.THE_READING_ENDS);
            reply.send(Page.of("slow"));
        }
    }
}
