#!/usr/bin/env bash
# An ArrayDeque that finds no memory to grow throws, and is empty afterwards.
#
# It notes the new element before it makes its array larger, and a full ring looks as an empty one does. So of a program
# that survives an OutOfMemoryError (a server that answers 503 then, for instance) all that waited in its queue is gone,
# though nobody has taken it out. An ArrayList and a LinkedList make room first, and keep what they have.
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin) on Linux. Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Full.java <<'JAVA'
import java.util.*;

class Full {
    public static void main(String[] none) {
        for (var kind : List.<Collection<String>>of(new ArrayDeque<>(), new ArrayList<>(), new LinkedList<>())) {
            int added = 0;
            try {
                while (true) {
                    kind.add("waits");
                    added++;
                }
            } catch (OutOfMemoryError full) {
                int left = kind.size();
                kind.clear();
                var words = left == added ? "all are left" : left == 0 ? "none is left" : left + " are left";
                System.out.println(kind.getClass().getSimpleName() + ": " + words);
            }
        }
    }
}
JAVA
"$java/javac" Full.java
seen=$("$java/java" -Xmx64m -cp . Full)
echo "$seen"
[ "$seen" = "ArrayDeque: none is left
ArrayList: all are left
LinkedList: all are left" ]
