package eventloop.exercises.step06.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Lets one ask where many want to know the same: the first sets out, the others wait, and all get the one answer. Loop
/// thread only.
///
/// @param <K> what can be asked for
/// @param <V> the answers
public final class SingleFlight<K, V> {
    private final BiConsumer<K, Consumer<V>> source;
    private final Map<K, List<Consumer<V>>> waiting = new HashMap<>();

    /// @param source asked for a key, answers later, or at once, by calling what it is given
    public SingleFlight(BiConsumer<K, Consumer<V>> source) {
        this.source = source;
    }

    /// Has the receiver told the answer once it is there.
    public void ask(K key, Consumer<V> receiver) {
        // tag::solution[]
        var others = waiting.get(key);
        if (others != null) {
            others.add(receiver);
            return;
        }
        var receivers = new ArrayList<>(List.of(receiver));
        waiting.put(key, receivers);
        try {
            source.accept(key, answer -> land(key, answer));
        } catch (RuntimeException | Error nobodySetOut) {
            // It may have answered before, and somebody else have set out since.
            if (waiting.get(key) == receivers) {
                waiting.remove(key);
            }
            throw nobodySetOut;
        }
        // end::solution[]
        // > source.accept(key, receiver);
    }

    // tag::solution[]
    private void land(K key, V answer) {
        // First this: whoever asks from now on, a receiver for instance, wants a newer answer.
        var receivers = waiting.remove(key);
        for (var receiver : receivers) {
            try {
                receiver.accept(answer);
            } catch (RuntimeException | Error fault) {
                System.err.println("one who waited has failed: " + fault);
            }
        }
    }
    // end::solution[]
}
