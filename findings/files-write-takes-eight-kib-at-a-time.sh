#!/usr/bin/env bash
# Files.write of an array makes a system call for each 8 KiB of it.
#
# The whole content is at hand, so one expects one write(2), as FileChannel.write makes of the same bytes. JDK 25's
# Files.write hands the array to an output stream 8,192 bytes at a time: 2,048 calls for 16 MiB. Two things follow.
# Whoever looks at the file meanwhile, such as a web server, may find it with any of 2,048 lengths. And the kernel
# gets to know of the file in small pieces, so it may keep it in its page cache in small pieces, too.
#
# Seen on 2026-11-30 with: OpenJDK 25.0.3 (Temurin), Linux 6. Needs: a JDK 25 in JAVA_HOME, strace.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Write.java <<'JAVA'
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

class Write {
    public static void main(String[] none) throws Exception {
        var content = new byte[16 << 20];
        Files.write(Path.of("by-files"), content);
        try (var channel =
                FileChannel.open(
                        Path.of("by-channel"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
        }
    }
}
JAVA
"$java/javac" Write.java
strace -f -y -qq -e trace=write,pwrite64 -o calls "$java/java" -cp . Write
by_files=$(grep -c 'write(.*/by-files>, .* = 8192' calls || true)
all_by_files=$(grep -c 'write.*/by-files>' calls || true)
by_channel=$(grep -c 'write.*/by-channel>' calls || true)
echo "16 MiB: Files.write $all_by_files calls, $by_files of them of 8192 bytes; FileChannel.write $by_channel"
[ "$all_by_files" -eq 2048 ]
[ "$by_files" -eq 2048 ]
[ "$by_channel" -eq 1 ]
