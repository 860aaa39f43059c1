package eventloop.lab.study.vast;

import eventloop.lab.study.vast.Stand.Held;
import java.util.stream.Collectors;

/// A run as a page shows it, in Markdown.
final class VastPage {
    private VastPage() {}

    static String of(VastResult result) {
        return """
        ```
        %s
        ```\
        """
                .formatted(VastTable.of(result));
    }

    /// How many clients at once, step by step.
    static String answer(VastResult result) {
        var rows =
                result.ends().stream()
                        .map(end ->
                                "| %s | %,d | %s |"
                                        .formatted(end.server(), end.held(), end.reason()))
                        .collect(Collectors.joining("\n"));
        return """
        | step, in one process | clients at once | with more |
        |---|--:|---|
        %s

        %s\
        """
                .formatted(rows, ofMany(result));
    }

    /// Of step 7, in as many processes as it takes; and what there must be more of, for more.
    private static String ofMany(VastResult result) {
        return result.conditions().levels().reversed().stream()
                .flatMap(level ->
                        result.held(CrowdClaim.OURS, level).stream()
                                .map(held -> words(level, held)))
                .findFirst()
                .orElse("");
    }

    private static String words(int clients, Held held) {
        return """
        Step 7 in %,d processes that share a port: **%,d clients at once**, %s served once after %.0f s. With more it would\
         be memory that ends: the kernel alone takes %,d bytes a client, for both ends of its connection.\
        """
                .formatted(
                        held.serverProcesses(),
                        clients,
                        held.allWereServed(clients)
                                ? "all"
                                : "%,d of them".formatted(held.arrival().answered()),
                        held.secondsUntilServed(),
                        held.kernelBytesAClient());
    }
}
