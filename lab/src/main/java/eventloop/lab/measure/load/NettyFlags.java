package eventloop.lab.measure.load;

import java.util.List;

/// Flags for a JVM in which Netty runs: the load's, and those of the rivals that are made with it, which have no less.
///
/// Without the last, Netty on JDK 25 does without the memory methods for which it was made. The one before it allows
/// its native code, and the one before that keeps it from the JDK's inner fields; the others switch off checks that are
/// for programs that pass buffers around, and would cost requests.
public final class NettyFlags {
    public static final List<String> FLAGS =
            List.of(
                    "-Dio.netty.leakDetection.level=disabled",
                    "-Dio.netty.buffer.checkBounds=false",
                    "-Dio.netty.buffer.checkAccessible=false",
                    "-Dio.netty.tryReflectionSetAccessible=false",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private NettyFlags() {}
}
