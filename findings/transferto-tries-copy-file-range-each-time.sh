#!/usr/bin/env bash
# FileChannel.transferTo to a socket makes a system call each time that always fails.
#
# The reason to call transferTo is sendfile(2): no bytes pass through the program. On Linux one call of JDK 25's
# asks for the file's size, then tries copy_file_range, which a socket can never be the target of (it fails
# with EINVAL), and then calls sendfile. It is not remembered that it failed: a file sent in ten shares makes ten
# attempts. For small shares that is a measurable part of the whole.
#
# Seen on 2026-11-28 with: OpenJDK 25.0.3 (Temurin), Linux 6. Needs: a JDK 25 in JAVA_HOME, strace.
set -euo pipefail
java=${JAVA_HOME:?a JDK 25}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java/java" -version 2>&1 | head -n 1
cat >Send.java <<'JAVA'
import java.net.InetSocketAddress;
import java.nio.channels.*;
import java.nio.file.*;

class Send {
    public static void main(String[] none) throws Exception {
        var file = Files.write(Path.of("file"), new byte[10 * 4096]);
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var client = SocketChannel.open(server.getLocalAddress());
                var accepted = server.accept();
                var source = FileChannel.open(file)) {
            for (long position = 0; position < 10 * 4096; position += 4096) {
                source.transferTo(position, 4096, accepted);
            }
        }
    }
}
JAVA
"$java/javac" Send.java
strace -f -qq -e trace=copy_file_range,sendfile -o calls "$java/java" -cp . Send
failed=$(grep -c 'copy_file_range(.* = -1 EINVAL' calls || true)
sent=$(grep -c 'sendfile(.* = 4096' calls || true)
echo "10 calls of transferTo: $sent of sendfile, $failed of copy_file_range that failed"
[ "$sent" -eq 10 ]
[ "$failed" -eq 10 ]
