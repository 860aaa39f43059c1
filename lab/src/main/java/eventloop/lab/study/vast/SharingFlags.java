package eventloop.lab.study.vast;

import java.util.List;

/// For the JVMs of a server that has several processes, which take memory each for what one would take once.
///
/// Each has a part of the clients, who seldom ask. So there is little room for garbage, which would be taken many times;
/// to compile a second time what runs often never pays, and what the compiler has had is given back to the system. The
/// JDK's own classes stay where their archive has them, so that all processes share one copy, as they do of a
/// [eventloop.lab.measure.server.ClassArchive]. The JVM's tables of names, which are made for large programs, are smaller;
/// nobody looks four times a second for locks that are out of use; and there is no thread for finalizers, of which there
/// are none, and no file of counters that nobody reads.
public final class SharingFlags {
    public static final List<String> FLAGS =
            List.of(
                    "-Xms2m",
                    "-Xmn384k",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-XX:AsyncDeflationInterval=0",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:StringTableSize=1024",
                    "-XX:SymbolTableSize=1024",
                    "--finalization=disabled",
                    "-XX:-UsePerfData");

    private SharingFlags() {}
}
