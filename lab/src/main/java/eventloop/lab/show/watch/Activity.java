package eventloop.lab.show.watch;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a thread of a server may be seen at, by the methods that do it. A thread that is in none of them most likely
/// waits: for a client, for an event, or for a job.
///
/// Not every step has all of these methods. Where one calls another, the inner one is part of the outer one's time.
enum Activity {
    EVENT("one event", "selector.SelectorLoop::serve", "eventqueue.EventLoop::dispatch"),
    JOB("one job", "workers.SubmittedJob::run"),
    TIMERS("looks at the timers", "selector.SweptTimeouts::sweep", "eventqueue.TimerWheel::turn"),
    ACCEPT("lets clients in", "selector.Acceptor::accept"),
    RECEIVE("reads a request", "http.RequestParser::parse", "selector.Incoming::next"),
    CACHE("asks the cache", "cache.CachingHandler::handle"),
    HANDLE("looks for the file", "files.FileHandler::handle"),
    SEND("sends", "http.ResponseWriter::writeTo"),
    READ("reads from the disk", "files.OpenFile::read"),
    TRANSFER("has the system send the file", "zerocopy.TransferBody::send");

    private static final Map<String, Activity> BY_METHOD =
            Arrays.stream(values())
                    .flatMap(each -> each.methods.stream().map(method -> Map.entry(method, each)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// What the page says of each, by the name that it knows it by.
    static final Map<String, String> LEGEND =
            Arrays.stream(values())
                    .collect(
                            Collectors.toMap(
                                    Activity::name,
                                    activity -> activity.words,
                                    (first, _) -> first,
                                    LinkedHashMap::new));

    private final String words;
    private final List<String> methods;

    /// @param methods without the package that all servers have in common
    Activity(String words, String... methods) {
        this.words = words;
        this.methods = Arrays.stream(methods).map(method -> "eventloop." + method).toList();
    }

    /// Of all of them.
    static Collection<String> methods() {
        return BY_METHOD.keySet();
    }

    /// @param method one of [#methods]
    static Activity of(String method) {
        return BY_METHOD.get(method);
    }
}
