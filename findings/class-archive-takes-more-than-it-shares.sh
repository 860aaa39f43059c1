#!/usr/bin/env bash
# A JVM that shares its classes with others has more memory of its own than one that shares nothing.
#
# The JDK's archive of classes (class data sharing) is there to start sooner and so that several JVMs have its pages in
# common. But JDK 25 maps it to another place in each process, against attackers who know addresses, and all
# pointers in it are moved accordingly: nearly every page is written to, and is the process's own from then on. Where
# memory is counted by resident size nobody sees it, for that was never divided. Many small JVMs on one machine take
# less with -Xshare:off, at the price of a slower start; and least with the archive where it was made for, by the
# diagnostic flag -XX:ArchiveRelocationMode=0.
#
# Shown on a program that only waits, three processes of it at a time. What is private to the first is compared.
#
# Seen on 2026-11-29 with: OpenJDK 25.0.3 (Temurin) on Linux x64. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Waiting.java <<'JAVA'
class Waiting {
    public static void main(String[] none) throws Exception {
        System.out.println("waiting");
        System.in.read();
    }
}
JAVA
cat >Private.java <<'JAVA'
import java.nio.file.*;
import java.util.*;

class Private {
    public static void main(String[] flags) throws Exception {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m", "-cp", ".", "Waiting"));
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            var process = new ProcessBuilder(command).start();
            processes.add(process);
            process.inputReader().readLine();
        }
        try (var lines = Files.lines(Path.of("/proc/" + processes.getFirst().pid() + "/smaps_rollup"))) {
            System.out.println(lines.filter(line -> line.startsWith("Private_"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum());
        }
        processes.forEach(Process::destroy);
    }
}
JAVA
"$java/javac" Waiting.java Private.java
of_its_own() {
    "$java/java" -cp . Private "$@"
}
sharing=$(of_its_own)
alone=$(of_its_own -Xshare:off)
in_place=$(of_its_own -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0)
echo "private to one of three processes: $sharing KiB that share their classes, $alone KiB that do not, $in_place KiB that share them in place"
[ "$sharing" -gt $((alone + 2048)) ]
[ "$in_place" -lt $((alone - 1024)) ]
