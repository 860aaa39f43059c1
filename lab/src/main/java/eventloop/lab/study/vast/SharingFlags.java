package eventloop.lab.study.vast;

import java.util.List;
import java.util.stream.Stream;

/// Flags for the JVMs of a server that has several processes, which take memory each for what one would take once.
public final class SharingFlags {
    /// More than so many are many.
    static final int SEVERAL = 8;

    /// What the compilers have had is given back to the system. The JDK's own classes stay where their archive has them,
    /// so that all processes share one copy; and nobody looks four times a second for locks that are out of use.
    private static final List<String> OF_ALL =
            List.of(
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-XX:AsyncDeflationInterval=0");

    /// Each has a part of the clients, who seldom ask, and room for garbage would be taken many times.
    public static final List<String> OF_SEVERAL =
            Stream.of(List.of("-Xms4m", "-Xmn2m"), OF_ALL).flatMap(List::stream).toList();

    /// Each has so few requests that to compile a second time what runs often never pays. The JVM's tables of names,
    /// which are made for large programs, are smaller; there is no thread for finalizers, of which there are none, and no
    /// file of counters that nobody reads; and of what they load, they share a
    /// [eventloop.lab.measure.server.ClassArchive].
    public static final List<String> OF_MANY =
            Stream.of(
                            List.of("-Xms2m", "-Xmn384k"),
                            OF_ALL,
                            List.of(
                                    "-XX:TieredStopAtLevel=1",
                                    "--finalization=disabled",
                                    "-XX:-UsePerfData",
                                    "-XX:+UnlockExperimentalVMOptions",
                                    "-XX:StringTableSize=1024",
                                    "-XX:SymbolTableSize=1024"))
                    .flatMap(List::stream)
                    .toList();

    private SharingFlags() {}
}
