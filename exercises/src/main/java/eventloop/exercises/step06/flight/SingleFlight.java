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
        source.accept(key, receiver);
    }
}
