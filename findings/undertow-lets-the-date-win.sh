#!/usr/bin/env bash
# Undertow says 304 to a client whose entity tag does not fit, if it sends a date as well.
#
# A client that has an old version sends its tag (If-None-Match), and most send the date of what they have beside it
# (If-Modified-Since). The tag rules, and the date must be ignored (RFC 9110, 13.1.3), because dates are only exact to
# the second. Undertow's handler of files asks both, and is content if one says "not modified". So when a file has
# been replaced within the second, or by one that is older, the client is told that what it has is still right. (The
# tag here belongs to another version; the date is the file's own.)
#
# Seen on 2026-11-28 with: undertow-core 2.4.4.Final. Needs: a JDK 21 or newer in JAVA_HOME, Maven, curl 7.84
# or newer.
set -euo pipefail
java=${JAVA_HOME:?a JDK}/bin
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>io.undertow</groupId><artifactId>undertow-core</artifactId>
<version>2.4.4.Final</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=jars 2>/dev/null
cat >Serve.java <<'JAVA'
import io.undertow.Undertow;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

class Serve {
    public static void main(String[] none) {
        var manager =
                PathResourceManager.builder()
                        .setBase(Path.of("site").toAbsolutePath())
                        .setETagFunction(path -> new io.undertow.util.ETag(false, "this-version"))
                        .build();
        var server =
                Undertow.builder()
                        .addHttpListener(0, "127.0.0.1")
                        .setHandler(new ResourceHandler(manager))
                        .build();
        server.start();
        var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        System.out.println(address.getPort());
    }
}
JAVA
mkdir site
echo hello >site/file.txt
"$java/javac" -cp 'jars/*' Serve.java
coproc { exec "$java/java" -cp 'jars/*:.' Serve 2>/dev/null; }
server=$COPROC_PID
read -r port <&"${COPROC[0]}"
page=http://127.0.0.1:$port/file.txt
date=$(curl --silent --output /dev/null --write-out '%header{last-modified}' "$page")
status() {
    curl --silent --output /dev/null --write-out '%{http_code}' "$@" "$page"
}
tag=$(status --header 'If-None-Match: "another-version"')
both=$(status --header 'If-None-Match: "another-version"' --header "If-Modified-Since: $date")
echo "a tag that does not fit: $tag; the same beside the file's date: $both"
[ "$tag" = 200 ]
[ "$both" = 304 ]
