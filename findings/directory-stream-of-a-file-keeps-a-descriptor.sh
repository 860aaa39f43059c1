#!/usr/bin/env bash
# A SecureDirectoryStream that is asked for a subdirectory where a file stands refuses, and keeps a file descriptor.
#
# newDirectoryStream throws NotDirectoryException, as documented. There is nothing that one could close, and still one
# descriptor more is open each time, until the process ends. A server that walks to a file directory by directory, so
# that nobody can lead it astray by swapping them, runs out of descriptors where names change under it; a program that
# tries "is it a directory?" in this way does so soon.
# Known to the JDK since September 2026 (JDK-8392711); the releases of JDK 25 seen here have it.
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Refused.java <<'JAVA'
import java.nio.file.*;

class Refused {
    public static void main(String[] none) throws Exception {
        Files.createDirectories(Path.of("site/directory"));
        Files.writeString(Path.of("site/file"), "not a directory");
        try (var site = (SecureDirectoryStream<Path>) Files.newDirectoryStream(Path.of("site"))) {
            System.out.println("a directory: " + descriptorsLeftBy(site, "directory") + " left");
            System.out.println("a file: " + descriptorsLeftBy(site, "file") + " left");
        }
    }

    static String descriptorsLeftBy(SecureDirectoryStream<Path> site, String name) throws Exception {
        long before = descriptors();
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            try {
                site.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS).close();
            } catch (NotDirectoryException asDocumented) {
                refused++;
            }
        }
        return "refused %d of 100 times, %d descriptors".formatted(refused, descriptors() - before);
    }

    static long descriptors() throws Exception {
        try (var entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }
}
JAVA
"$java/javac" Refused.java
seen=$("$java/java" -cp . Refused)
echo "$seen"
[ "$seen" = "a directory: refused 0 of 100 times, 0 descriptors left
a file: refused 100 of 100 times, 100 descriptors left" ]
