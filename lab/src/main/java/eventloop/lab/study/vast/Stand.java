package eventloop.lab.study.vast;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eventloop.lab.measure.load.Errors;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Bystanders;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One server and so many clients, once.
public record Stand(String server, int clients, Outcome outcome) {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Held.class, name = "held"),
        @JsonSubTypes.Type(value = Lost.class, name = "lost"),
        @JsonSubTypes.Type(value = Unmeasured.class, name = "unmeasured"),
        @JsonSubTypes.Type(value = NotRun.class, name = "not-run")
    })
    public sealed interface Outcome {}

    /// All have come, or most; then they were measured.
    ///
    /// @param secondsUntilServed from the first client's coming until the last one's answer; where the load has several
    ///     processes, with what it takes to tell them, and to hear of it
    /// @param arrival what came of the first request of each
    /// @param whileWarmed what went wrong with the requests behind it, of which nothing else counts; empty in results
    ///     that were stored before it was kept
    /// @param paced requests at random times while all stand
    /// @param connectionsLost how many fewer the server had at the end than when all had come; empty where the system does
    ///     not tell
    /// @param idleProcessorShare of one processor, that the server had while all stood and nobody asked
    /// @param memory while all stand
    /// @param bystanders share of all processors that others had from then on; empty where the system does not tell
    /// @param whySlowly the clients came; empty if they came as fast as to other servers
    public record Held(
            int serverProcesses,
            int loadProcesses,
            double secondsUntilServed,
            PhaseResult arrival,
            Optional<Errors> whileWarmed,
            PhaseResult paced,
            OptionalLong connectionsLost,
            OptionalDouble idleProcessorShare,
            MemoryTaken memory,
            OptionalDouble bystanders,
            Optional<String> whySlowly)
            implements Outcome {
        boolean allWereServed(int clients) {
            return arrival.answered() == clients;
        }

        /// In all phases together.
        Errors errors() {
            return arrival.errors().plus(afterArrival());
        }

        Errors afterArrival() {
            var errors = paced.errors();
            return whileWarmed.map(errors::plus).orElse(errors);
        }

        /// Whether response times may be as they are because of other programs.
        boolean isBesideOthers() {
            return bystanders.orElse(0) > Bystanders.SPOILING;
        }

        /// Whether no request was left out when errors were counted.
        boolean allWereLookedAt() {
            return whileWarmed.isPresent() && paced.whileLeadIn().isPresent();
        }

        /// For both ends of a connection, with its part of the processes.
        OptionalDouble kernelBytesAClient() {
            return memory.kernelBytes().stream()
                    .mapToDouble(bytes -> (double) bytes / arrival.answered())
                    .findFirst();
        }
    }

    /// The server was at its end.
    ///
    /// @param reason one line for a person
    public record Lost(String reason) implements Outcome {}

    /// The load was at its end, which tells nothing of the server.
    ///
    /// @param reason one line for a person
    public record Unmeasured(String reason) implements Outcome {}

    /// Nobody tried.
    public record NotRun(String reason, Optional<String> remedy) implements Outcome {}
}
