package eventloop.lab.show.report;

/// One of several machines, and what it has found.
///
/// @param name to tell it from the others, for people
public record Machine(String name, ReportData data) {
    /// Beside the names of machines in tables and pictures.
    String processor() {
        return data.provenance()
                .map(from -> "%s, %d processors".formatted(from.processor(), from.processors()))
                .orElse("unknown");
    }
}
