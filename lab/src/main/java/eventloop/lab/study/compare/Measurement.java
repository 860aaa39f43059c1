package eventloop.lab.study.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Heap;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.measure.observe.PhaseCost;
import java.util.Objects;
import java.util.Optional;

/// One server under one load, once.
public record Measurement(String server, int clients, int round, Outcome outcome) {
    /// Nothing if it was not timed.
    public Optional<Timed> timed() {
        return outcome instanceof Timed timed ? Optional.of(timed) : Optional.empty();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Timed.class, name = "timed"),
        @JsonSubTypes.Type(value = Peak.class, name = "peak"),
        @JsonSubTypes.Type(value = NotTimed.class, name = "not-timed")
    })
    public sealed interface Outcome {}

    /// It has answered as fast as it can.
    public sealed interface WithPeak extends Outcome permits Timed, Peak {
        PhaseResult closed();

        Observation observation();

        Beginning.Seen beginning();

        /// What the closed loop has cost the server: it comes first.
        default PhaseCost workAtPeak() {
            return observation().work().getFirst();
        }
    }

    /// @param heap of a JVM server that has answered while it was looked at
    /// @param processes of the server: several share a port where one cannot hold all clients
    /// @param beginning what came before
    public record Timed(
            PhaseResult closed,
            PhaseResult open,
            Observation observation,
            Optional<Heap> heap,
            @JsonProperty(required = true) int processes,
            Beginning.Seen beginning)
            implements WithPeak {

        public Timed {
            Objects.requireNonNull(beginning, "beginning");
            heap = heap.filter(Heap::servedRequests);
        }
    }

    /// As fast as it answers, and nothing else.
    ///
    /// @param beginning what came before
    public record Peak(
            PhaseResult closed,
            Observation observation,
            Optional<Heap> heap,
            Beginning.Seen beginning)
            implements WithPeak {

        public Peak {
            Objects.requireNonNull(beginning, "beginning");
            heap = heap.filter(Heap::servedRequests);
        }
    }

    /// @param reason one line for a person
    public record NotTimed(String reason) implements Outcome {}
}
