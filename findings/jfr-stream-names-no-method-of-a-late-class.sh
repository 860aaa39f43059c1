#!/usr/bin/env bash
# In a stream of JFR's method traces, calls of a class that is loaded while one listens have no method.
#
# JDK 25 times methods by their names (jdk.MethodTrace, JEP 520). The file of a recording names the method of each
# call. Whoever reads the same recording while it is written (EventStream, also from another process) is given null for
# it, in all calls of a class that the program loads in the meantime: here for as long as it listens. So a listener that
# does not expect that fails, and one that leaves such calls out misses what it was told to look for. Who begins to
# listen after the program has done everything once gets all names.
#
# Seen on 2026-12-01 with: OpenJDK 25.0.3 (Temurin). Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >settings.jfc <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.MethodTrace">
    <setting name="enabled">true</setting>
    <setting name="threshold">0 ns</setting>
    <setting name="stackTrace">false</setting>
    <setting name="filter">Program$Early::work;Program$Late::work</setting>
  </event>
</configuration>
XML
cat >Program.java <<'JAVA'
class Program {
    static volatile int done;

    static class Early {
        static void work() {
            done++;
        }
    }

    static class Late {
        static void work() {
            done++;
        }
    }

    public static void main(String[] none) throws Exception {
        for (int i = 0; i < 80; i++) {
            Early.work();
            if (i > 30) {
                Late.work();
            }
            Thread.sleep(100);
        }
    }
}
JAVA
cat >Listen.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicIntegerArray;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedMethod;

class Listen {
    public static void main(String[] none) throws Exception {
        // Calls of Early.work, of Late.work, and of nobody knows what.
        var calls = new AtomicIntegerArray(3);
        Path recording;
        try (var recordings = Files.list(Path.of("repository"))) {
            recording = recordings.findFirst().orElseThrow();
        }
        try (var stream = EventStream.openRepository(recording)) {
            stream.onEvent(
                    "jdk.MethodTrace",
                    event -> {
                        RecordedMethod method = event.getValue("method");
                        int kind = method == null ? 2 : method.getType().getName().endsWith("Late") ? 1 : 0;
                        calls.incrementAndGet(kind);
                    });
            stream.startAsync();
            Thread.sleep(7_000);
        }
        System.out.println(calls.get(0) + " " + calls.get(1) + " " + calls.get(2));
    }
}
JAVA
"$java/javac" Program.java Listen.java
"$java/java" -XX:FlightRecorderOptions=repository=repository \
    -XX:StartFlightRecording=settings=settings.jfc,filename=file.jfr -cp . Program >program.out 2>&1 &
program=$!
sleep 1.5
read -r early late nameless <<<"$("$java/java" -cp . Listen)"
wait "$program"
"$java/jfr" print --events jdk.MethodTrace file.jfr >printed
in_file=$(grep -c 'method = Program\$Late.work()' printed)
echo "in the stream: $early calls of Early.work, $late of Late.work, $nameless without a method; in the file: $in_file of Late.work"
[ "$early" -gt 0 ]
[ "$late" -eq 0 ]
[ "$nameless" -gt 0 ]
[ "$in_file" -eq 49 ]
