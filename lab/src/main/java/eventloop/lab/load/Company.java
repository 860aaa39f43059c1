package eventloop.lab.load;

import eventloop.lab.load.Clients.Connections;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All companions of a plan, and how they come.
record Company(List<Companion> companions) {
    /// All at once, they would overflow the server's backlog.
    private static final int ARRIVALS_A_MILLISECOND = 4;

    /// @throws IOException if the page they ask for cannot be read
    static Company of(LoadPlan plan) throws IOException {
        var companions = new ArrayList<Companion>();
        for (var kind : plan.companions()) {
            Stream.generate(maker(kind, plan)).limit(kind.count()).forEach(companions::add);
        }
        return new Company(companions);
    }

    private static Supplier<Companion> maker(Companions kind, LoadPlan plan) throws IOException {
        var bySize = Comparator.comparingLong((Page page) -> new File(page.file()).length());
        return switch (kind) {
            case Companions.Silent _ -> SilentCompanion::new;
            case Companions.Idle _ -> {
                var smallest = target(plan.pages().stream().min(bySize).orElseThrow(), plan);
                yield () -> new IdleCompanion(smallest);
            }
            case Companions.SlowReaders slow -> {
                var largest = target(plan.pages().stream().max(bySize).orElseThrow(), plan);
                yield () -> new SlowCompanion(largest, slow.bytesPerSecond());
            }
        };
    }

    private static Target target(Page page, LoadPlan plan) throws IOException {
        return Target.of(page, plan.host() + ":" + plan.port(), Connections.KEPT);
    }

    /// Has all of them come, a few at a time. Waits until each has found its place or been sent away.
    ///
    /// @param patience for those who hear nothing; they count as sent away
    /// @return how many were sent away
    int come(EventLoop loop, Bootstrap bootstrap, SourceAddresses sources, Duration patience) {
        var places = new ArrayList<CompletableFuture<Boolean>>();
        for (int number = 0; number < companions.size(); number++) {
            var companion = companions.get(number);
            var place = new CompletableFuture<Boolean>();
            places.add(place);
            loop.schedule(
                    () -> companion.come(bootstrap, sources).thenAccept(place::complete),
                    number / ARRIVALS_A_MILLISECOND,
                    TimeUnit.MILLISECONDS);
        }
        long longest = companions.size() / ARRIVALS_A_MILLISECOND + patience.toMillis();
        places.forEach(place -> place.completeOnTimeout(false, longest, TimeUnit.MILLISECONDS));
        return (int) places.stream().filter(place -> !place.join()).count();
    }
}
