package eventloop.lab.measure.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How many requests came to nothing, by kind: of those kinds alone that there were, in the order of [Failure].
public record Failures(@JsonValue Map<Failure, Long> byKind) {
    public static final Failures NONE = new Failures(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Failures {
        byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    }

    /// Of several phases, or of the parts of one.
    public static Failures in(List<PhaseResult> results) {
        return results.stream().map(PhaseResult::failures).reduce(NONE, Failures::plus);
    }

    public Failures plus(Failures other) {
        var sum = new TreeMap<>(byKind);
        other.byKind.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Failures(sum);
    }

    Failures without(Set<Failure> kinds) {
        var others = new TreeMap<>(byKind);
        others.keySet().removeAll(kinds);
        return new Failures(others);
    }

    public long count() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Failure> mostFrequentFirst() {
        return byKind.entrySet().stream()
                .sorted(Map.Entry.<Failure, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The most frequent one first: `37,372 answered 503`.
    public List<String> inWords() {
        return mostFrequentFirst().stream()
                .map(kind -> "%,d %s".formatted(byKind.get(kind), kind.words()))
                .toList();
    }
}
