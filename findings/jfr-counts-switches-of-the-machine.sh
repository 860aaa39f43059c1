#!/usr/bin/env bash
# JFR's ThreadContextSwitchRate is the whole machine's, and not that of the program that is recorded.
#
# The event stands beside others that are the JVM's own (CPULoad has fields for both, the JVM and the machine; this one
# has one field). Here a program that only sleeps is recorded, while two other processes pass a byte to and fro through
# pipes. The recording shows the others' switches, hundreds of thousands a second; the program's own, as /proc counts
# them, are a few hundred. Whoever compares two servers by this event compares what else was running.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME, python3.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'kill "${others:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Sleep.java <<'JAVA'
import java.nio.file.*;
import java.time.Duration;
import jdk.jfr.consumer.RecordingStream;

class Sleep {
    public static void main(String[] none) throws Exception {
        var highest = new double[1];
        try (var stream = new RecordingStream()) {
            stream.enable("jdk.ThreadContextSwitchRate").withPeriod(Duration.ofMillis(500));
            stream.onEvent(event -> highest[0] = Math.max(highest[0], event.getDouble("switchRate")));
            stream.startAsync();
            Thread.sleep(4000);
            stream.stop();
        }
        long own = 0;
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            for (var thread : threads.toList()) {
                for (var line : Files.readAllLines(thread.resolve("status"))) {
                    own += line.contains("ctxt_switches") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
                }
            }
        }
        System.out.printf("%.0f %d%n", highest[0], own / 4);
    }
}
JAVA
"$java/javac" Sleep.java
python3 - <<'PYTHON' &
import os
there, back = os.pipe(), os.pipe()
child = os.fork()
# Only so does one see that the other has gone.
os.close(there[0] if child else there[1])
os.close(back[1] if child else back[0])
while True:
    if child:
        os.write(there[1], b"x"); os.read(back[0], 1)
    else:
        os.read(there[0], 1); os.write(back[1], b"x")
PYTHON
others=$!
read -r rate own <<<"$("$java/java" -cp . Sleep)"
echo "a program that sleeps, beside two that are busy: JFR says $rate switches a second, its own are $own"
[ "$rate" -gt $((10 * own)) ]
