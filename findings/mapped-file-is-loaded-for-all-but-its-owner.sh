#!/usr/bin/env bash
# MappedByteBuffer.isLoaded() and MemorySegment.isLoaded() say yes to whoever may only read the file, whatever is in
# memory.
#
# Both ask Linux (mincore(2)), and since Linux 5.2 that tells the truth only to the file's owner, to whoever may write
# it, and to root: what is in the page cache would tell others who has read the file. All others hear that every page is
# there, and no error. So a server that asks before it sends, in order not to wait for the disk, is right on its
# author's machine, and waits where it is deployed as somebody who may only read. JDK 25's documentation calls a yes
# "likely", and a hint.
#
# Shown on a file of 16 MiB that is thrown out of memory before each look. Needs: a JDK 25 in JAVA_HOME which others may
# run too, root, setpriv (util-linux), /var/tmp on a disk.
#
# Seen on 2026-11-29 with: OpenJDK 25.0.3 (Temurin) on Linux 6.18.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
[ "$(id -u)" = 0 ] || {
    echo "this has to be run by root, who can be somebody else as well" >&2
    exit 1
}
work=$(mktemp -d -p /var/tmp)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Loaded.java <<'JAVA'
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

class Loaded {
    public static void main(String[] none) throws Exception {
        try (var file = FileChannel.open(Path.of("file")); var arena = Arena.ofConfined()) {
            var pages = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
            int loaded = 0;
            for (int mebibyte = 0; mebibyte < 16; mebibyte++) {
                loaded += pages.asSlice((long) mebibyte << 20, 1 << 20).isLoaded() ? 1 : 0;
            }
            System.out.println(loaded);
        }
    }
}
JAVA
"$java/javac" Loaded.java
head -c 16M /dev/urandom >file
sync file
mebibytes_loaded() {
    dd if=file iflag=nocache count=0 status=none
    "$@" "$java/java" -cp . Loaded
}
owner=$(mebibytes_loaded)
reader=$(mebibytes_loaded setpriv --reuid=65534 --regid=65534 --clear-groups)
writer=$(chmod 666 file && mebibytes_loaded setpriv --reuid=65534 --regid=65534 --clear-groups)
echo "of 16 MiB, none of which is in memory, isLoaded() finds: $owner as the owner, $reader as a reader, $writer as a writer"
[ "$owner $reader $writer" = "0 16 0" ]
