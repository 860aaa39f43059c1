#!/usr/bin/env bash
# A program that was built anew runs as it was before, if it is started with an ahead-of-time cache of the old build.
#
# JDK 25 makes a cache of loaded classes in one step (-XX:AOTCacheOutput, JEP 514) or in two (JEP 483). A jar is
# replaced by a new build, of another size and time, and started with the cache that was made of the old one. One
# expects the new build, with a warning that the cache does not fit: so does the archive that the JVM has had since
# JDK 13 (-XX:ArchiveClassesAtExit), seen here for comparison. With the cache it is the OLD build that runs, with
# status 0 and without a word, whichever way the cache was made (JDK-8377932). So whatever makes such a cache has to
# tie it to its jar by itself.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin). Needs: a JDK 25 in JAVA_HOME.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1

build() {
    echo "public class Hello { public static void main(String[] none) { System.out.println(\"$1\"); } }" >Hello.java
    "$java/javac" Hello.java
    rm -f hello.jar
    "$java/jar" --create --file hello.jar Hello.class
    touch -d "$2" hello.jar
}

hello() {
    "$java/java" "$@" -cp hello.jar Hello 2>&1
}

build "the first build" "2026-01-01 00:00"
hello -XX:AOTCacheOutput=one-step.aot >/dev/null
hello -XX:AOTMode=record -XX:AOTConfiguration=hello.conf >/dev/null
hello -XX:AOTMode=create -XX:AOTConfiguration=hello.conf -XX:AOTCache=two-steps.aot >/dev/null
hello -XX:ArchiveClassesAtExit=archive.jsa >/dev/null
build "another, longer build" "2026-02-02 00:00"

one_step=$(hello -XX:AOTCache=one-step.aot)
two_steps=$(hello -XX:AOTCache=two-steps.aot)
archive=$(hello -XX:SharedArchiveFile=archive.jsa)
echo "a cache made in one step:    $one_step"
echo "a cache made in two steps:   $two_steps"
echo "an archive made at the exit: $(tail -n 1 <<<"$archive"), and $(grep -c 'has changed' <<<"$archive") warning"
[ "$one_step" = "the first build" ]
[ "$two_steps" = "the first build" ]
[ "$(tail -n 1 <<<"$archive")" = "another, longer build" ]
grep -q 'has changed' <<<"$archive"
