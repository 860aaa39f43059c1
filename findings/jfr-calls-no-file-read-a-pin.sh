#!/usr/bin/env bash
# A virtual thread that waits in a read of a file holds its carrier, and JFR's event for held carriers says nothing.
#
# `jdk.VirtualThreadPinned` is where one looks when virtual threads stand still (JEP 491, "Diagnosing remaining cases of
# pinning"). It is made where a virtual thread wants to give its carrier away and cannot. Who reads a file never wants
# to: the read is a plain system call. So what most often holds carriers in a server of files, a disk that does not
# answer, is not to be seen there, with a threshold of nothing and a carrier held for seconds. (The read itself is an
# event of its own, `jdk.FileRead`, which does not say that others wait for it.)
#
# Shown on one carrier and no spare one, beside a wait that is called so: in the initializer of a class. The file is a pipe with a name,
# at whose other end nobody writes for some seconds; a second virtual thread does not run meanwhile, in either case.
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
mkfifo silent
cat >Pins.java <<'JAVA'
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;

class Pins {
    static final Duration SECOND = Duration.ofSeconds(1);

    static class SlowToLoad {
        static {
            try {
                Thread.sleep(SECOND);
            } catch (InterruptedException impatient) {
                throw new IllegalStateException(impatient);
            }
        }

        static void load() {}
    }

    interface Wait {
        void go() throws Exception;
    }

    public static void main(String[] none) throws Exception {
        // Both ends are open before anybody waits: what is measured is the read.
        var in = new CompletableFuture<FileInputStream>();
        Thread.ofPlatform().start(() -> in.complete(open()));
        var out = new FileOutputStream("silent");
        in.join();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(SECOND.multipliedBy(3));
                out.write(1);
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        tell("a read of a file", () -> in.join().read());
        tell("the initializer of a class", SlowToLoad::load);
    }

    static FileInputStream open() {
        try {
            return new FileInputStream("silent");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static void tell(String where, Wait wait) throws Exception {
        var pinned = new AtomicInteger();
        boolean waited;
        try (var recording = new RecordingStream()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
            recording.onEvent("jdk.VirtualThreadPinned", _ -> pinned.incrementAndGet());
            recording.startAsync();
            waited = holdsUpAnother(wait);
            recording.stop();
        }
        System.out.printf("%s: another virtual thread %s, JFR tells of %d pins%n",
                where, waited ? "waits" : "runs", pinned.get());
    }

    static boolean holdsUpAnother(Wait wait) throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CompletableFuture<Long>();
        Thread.startVirtualThread(() -> {
            begun.countDown();
            try {
                wait.go();
                ended.complete(System.nanoTime());
            } catch (Exception broken) {
                ended.completeExceptionally(broken);
            }
        });
        begun.await();
        var ran = new CompletableFuture<Long>();
        Thread.startVirtualThread(() -> ran.complete(System.nanoTime()));
        return ran.get() - ended.get() > 0;
    }
}
JAVA
"$java/javac" Pins.java
seen=$("$java/java" -Djdk.virtualThreadScheduler.parallelism=1 -Djdk.virtualThreadScheduler.maxPoolSize=1 -cp . Pins)
echo "$seen"
[ "$seen" = "a read of a file: another virtual thread waits, JFR tells of 0 pins
the initializer of a class: another virtual thread waits, JFR tells of 1 pins" ]
