package eventloop.cache;

import eventloop.cache.Memory.Block;
import java.util.List;
import java.util.Optional;

/// Finds the place for content that is to be kept: in [Memory], and where that is full, entries of the cache go for it.
/// Loop thread only.
final class BodyAllocator {
    private final Cache<String, StoredResponse> cache;
    private final Memory memory;
    private final long fileLimit;

    BodyAllocator(CacheOptions options, Cache<String, StoredResponse> cache) {
        this.cache = cache;
        this.memory = new Memory(options.budget());
        this.fileLimit = options.fileLimit();
    }

    /// A body that waits for its content. Empty for one that is not to be kept, or finds no room.
    Optional<StoredBody> allocate(String key, long length) {
        if (length >= fileLimit || !cache.makeRoom(StoredResponse.weight(key, length))) {
            return Optional.empty();
        }
        var blocks = takeMemory(length);
        return blocks.isPresent() ? bodyIn(blocks.get(), length) : Optional.empty();
    }

    /// Room in the cache is not yet room in memory: what is being collected is no entry yet, and what has been
    /// evicted takes memory for as long as it is on its way to a client. So more entries go, but only about as much
    /// as is wanted: where all of them are on their way, they would go in vain.
    private Optional<List<Block>> takeMemory(long length) {
        long least = Math.max(0, cache.weight() - Memory.sizeOf(length));
        var blocks = memory.take(length);
        while (blocks.isEmpty() && cache.weight() > least) {
            cache.evict();
            blocks = memory.take(length);
        }
        return blocks;
    }

    private Optional<StoredBody> bodyIn(List<Block> blocks, long length) {
        try {
            return Optional.of(new StoredBody(memory, blocks, length));
        } catch (OutOfMemoryError full) {
            // They lie outside the heap: no collector finds them.
            memory.giveBack(blocks);
            throw full;
        }
    }
}
