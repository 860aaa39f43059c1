#!/usr/bin/env bash
# On JDK 25, Netty does without sun.misc.Unsafe, though the JDK still lets it, unless a flag allows it by name.
#
# JDK 24 and 25 warn once when a program uses Unsafe's memory methods, and let it (JEP 498). Netty's buffers are made
# for these methods. But Netty looks at the flag --sun-misc-unsafe-memory-access itself: unless it says "allow", or Netty's
# own property says io.netty.noUnsafe=false, Netty puts Unsafe away before the JDK has said a word, and takes another
# way. It does so also for "warn", which is what the JDK does by default. A server that was moved to JDK 25 may cost more
# processor time from then on, and is told so by one line of the log for debugging.
#
# Seen on 2026-11-30 with: netty-common 4.2.18.Final, Temurin 25.0.3. Needs: a JDK 25 in JAVA_HOME, Maven.
set -euo pipefail
java=${JAVA_HOME:?a JDK}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>io.netty</groupId><artifactId>netty-common</artifactId>
<version>4.2.18.Final</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=jars 2>/dev/null
cat >HasUnsafe.java <<'JAVA'
import io.netty.util.internal.PlatformDependent;

class HasUnsafe {
    public static void main(String[] none) throws Exception {
        var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = (sun.misc.Unsafe) field.get(null);
        long place = unsafe.allocateMemory(8);
        unsafe.putLong(place, 25);
        boolean jdk = unsafe.getLong(place) == 25;
        System.out.println("JDK lets us: " + jdk + "; Netty uses it: " + PlatformDependent.hasUnsafe());
    }
}
JAVA
"$java/javac" -nowarn -cp 'jars/*' HasUnsafe.java 2>/dev/null
ask() {
    "$java/java" "$@" -cp 'jars/*:.' HasUnsafe 2>/dev/null
}
plain=$(ask)
warn=$(ask --sun-misc-unsafe-memory-access=warn)
allow=$(ask --sun-misc-unsafe-memory-access=allow)
own=$(ask -Dio.netty.noUnsafe=false)
echo "without the flag: $plain"
echo "with =warn:       $warn"
echo "with =allow:      $allow"
echo "Netty's property: $own"
[ "$plain" = "JDK lets us: true; Netty uses it: false" ]
[ "$warn" = "JDK lets us: true; Netty uses it: false" ]
[ "$allow" = "JDK lets us: true; Netty uses it: true" ]
[ "$own" = "JDK lets us: true; Netty uses it: true" ]
