package eventloop.lab.study.vast;

import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.study.vast.Stand.Held;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

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
                                List.of(
                                        end.server(),
                                        "%,d".formatted(end.held()),
                                        end.reason().orElse("")))
                        .toList();
        var headings = List.of("step, in one process", "clients at once", "with more");
        return MarkdownTable.of(headings, "|---|--:|---|", rows) + "\n\n" + ofMany(result);
    }

    /// Of step 7, in as many processes as it takes; and why not more.
    private static String ofMany(VastResult result) {
        return result.conditions().levels().reversed().stream()
                .flatMap(level ->
                        result.held(CrowdClaim.OURS, level).stream()
                                .map(held -> words(level, held) + whyNotMore(level, result)))
                .findFirst()
                .orElse("");
    }

    private static String words(int clients, Held held) {
        return """
        Step 7 in %s: **%,d clients at once**, %s served once after %.0f s. What one client more takes first is\
         memory%s.\
        """
                .formatted(
                        held.serverProcesses() == 1
                                ? "one process"
                                : "%,d processes that share a port"
                                        .formatted(held.serverProcesses()),
                        clients,
                        held.allWereServed(clients)
                                ? "all"
                                : "%,d of them".formatted(held.arrival().answered()),
                        held.secondsUntilServed(),
                        ofKernel(held.kernelBytesAClient()));
    }

    private static String ofKernel(OptionalDouble bytes) {
        return bytes.isPresent()
                ? ": the kernel needs %,.0f bytes, for both ends of its connection and its part of the processes"
                        .formatted(bytes.getAsDouble())
                : "";
    }

    /// What became of the next level, if one was asked for.
    private static String whyNotMore(int clients, VastResult result) {
        return result.stands().stream()
                .filter(stand -> stand.server().equals(CrowdClaim.OURS))
                .filter(stand -> stand.clients() > clients)
                .min(Comparator.comparingInt(Stand::clients))
                .map(stand -> " With %,d: %s.".formatted(stand.clients(), reason(stand.outcome())))
                .orElse("");
    }

    private static String reason(Stand.Outcome outcome) {
        return switch (outcome) {
            case Held _ -> "held";
            case Stand.Lost(var reason) -> reason;
            case Stand.Unmeasured(var reason) -> reason;
            case Stand.NotRun(var reason, _) -> reason;
        };
    }
}
