#!/usr/bin/env bash
# A virtual thread that reads from a process keeps its carrier; the spare that JDK 25 gives in its place goes after 30
# seconds without work, and no other comes.
#
# A pipe of a process is read blocking. For as long as that takes, the scheduler of virtual threads is meant to have one
# thread more, and at first it has. But once nothing was to be done for half a minute the spare ends like any idle
# thread, and for new work no thread is made, since as many as there are processors are there: all of them in read().
# From then on virtual threads start and do not run, until a process says something or ends. So a program that drains
# stdout and stderr of one quiet child each with a virtual thread is paralysed on two processors, and one with few
# children on any machine. The documentation says that parallelism is raised for such calls; not that it sinks again.
#
# Shown on two carriers and one child that is silent for 45 seconds: what is asked after 5 seconds runs at once, what is
# asked after 40 waits for the child's end. Takes 50 seconds.
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Carriers.java <<'JAVA'
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class Carriers {
    public static void main(String[] none) throws Exception {
        var child = new ProcessBuilder("sleep", "45").start();
        drain(child.getInputStream());
        drain(child.getErrorStream());
        TimeUnit.SECONDS.sleep(5);
        ask("after 5 s");
        TimeUnit.SECONDS.sleep(35);
        ask("after 40 s");
    }

    static void drain(InputStream stream) {
        Thread.startVirtualThread(() -> {
            try {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    static void ask(String when) throws Exception {
        long carriers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ForkJoinPool-1-worker"))
                .count();
        long asked = System.nanoTime();
        var ran = new CompletableFuture<Long>();
        Thread.startVirtualThread(() -> ran.complete(System.nanoTime()));
        // The child has five seconds left, at the second time. Its pipe ends a moment before it counts as ended.
        boolean waited = ran.get() - asked > TimeUnit.SECONDS.toNanos(2);
        System.out.printf("%s: %d carriers, a new virtual thread ran %s%n", when, carriers,
                waited ? "when the child had ended" : "beside the child");
    }
}
JAVA
"$java/javac" Carriers.java
seen=$("$java/java" -Djdk.virtualThreadScheduler.parallelism=2 -cp . Carriers)
echo "$seen"
[ "$seen" = "after 5 s: 3 carriers, a new virtual thread ran beside the child
after 40 s: 2 carriers, a new virtual thread ran when the child had ended" ]
