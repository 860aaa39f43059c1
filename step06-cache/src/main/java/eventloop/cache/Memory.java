package eventloop.cache;

import eventloop.faults.Log;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The memory that the cache fills: outside the heap, taken from the operating system when it is first needed,
/// never more than a limit, and used again and again. Left to the garbage collector, memory that is not needed
/// any more would come back only when the heap is full. By then the machine may long have had none left.
///
/// It is a buddy system (Knowlton, "A Fast Storage Allocator", 1965): blocks are powers of two, from
/// [#SMALLEST] to [#LARGEST] bytes. A block that is too large is cut in two halves, and two free halves of one
/// block become that block again.
///
/// ```
///   1 MiB  ├───────────────────────────────────────────────────────────────┤
///   512 K  ├───────────── free ────────────┼───────────────────────────────┤
///   256 K                                  ├──── taken ────┼──── free ─────┤
/// ```
/// A piece of content gets the blocks of its binary digits: 65 KiB are one block of 64 and one of 1. So less
/// than one smallest block is wasted, and whatever is free can be used, however it lies. Not thread-safe.
final class Memory {
    static final int SMALLEST = 1024;
    static final int LARGEST = 1024 * 1024;

    /// In units: so much is asked of the operating system at a time, if the limit leaves it.
    private static final int REGION = LARGEST / SMALLEST;

    private static final int ORDERS = Integer.numberOfTrailingZeros(REGION) + 1;

    /// A piece of memory that somebody has. Nobody else touches its bytes until it is given back. Loop thread only,
    /// since its bytes have one position.
    ///
    /// @param number among the blocks of this order
    /// @param order of two blocks of one, one of the next is made; the smallest are of order 0
    record Block(int number, int order, ByteBuffer bytes) {}

    private final List<ByteBuffer> regions = new ArrayList<>();

    /// For each order, the numbers of the blocks that nobody has.
    private final List<BitSet> free = new ArrayList<>();

    // In units: a unit is as large as the smallest block.
    private long unitsAtMost;
    private long unitsAllocated;
    private long unitsTaken;

    /// @param limit in bytes
    Memory(long limit) {
        this.unitsAtMost = limit / SMALLEST;
        for (int order = 0; order < ORDERS; order++) {
            // As long as it can become: where no memory is left, what is given back must find its
            // place.
            free.add(new BitSet(Math.toIntExact(unitsAtMost >> order) + 1));
        }
    }

    /// Blocks that hold `length` bytes together: each is full but the last, whose limit is where the content
    /// ends.
    ///
    /// @return empty if so much is not free
    Optional<List<Block>> take(long length) {
        long wanted = units(length);
        allocateFor(wanted);
        if (unitsTaken + wanted > unitsAllocated) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        try {
            takeBlocks(wanted, blocks);
            var last = blocks.getLast().bytes;
            last.limit(last.capacity() - (int) (wanted * SMALLEST - length));
            return Optional.of(blocks);
        } catch (OutOfMemoryError full) {
            giveBack(blocks);
            throw full;
        }
    }

    private void takeBlocks(long wanted, List<Block> blocks) {
        for (long left = wanted; left > 0; ) {
            int order = largestOrderIn(left);
            takeBlock(order, blocks);
            left -= 1L << order;
        }
    }

    private static int largestOrderIn(long units) {
        return Math.min(ORDERS - 1, 63 - Long.numberOfLeadingZeros(units));
    }

    /// One block of this order; or two of the one below, if all larger ones have been cut already.
    private void takeBlock(int order, List<Block> blocks) {
        int found = order;
        while (found < ORDERS && free.get(found).isEmpty()) {
            found++;
        }
        if (found == ORDERS) {
            takeBlock(order - 1, blocks);
            takeBlock(order - 1, blocks);
            return;
        }
        int number = free.get(found).nextSetBit(0);
        int first = number << (found - order);
        // Before anything is noted: where no memory is left for it, nothing has been taken.
        blocks.add(new Block(first, order, bytes(first, order)));
        split(number, found, order);
        unitsTaken += 1L << order;
    }

    /// Cuts a free block into halves, and the first of these again, down to an order. All are free but the very first.
    private void split(int number, int from, int to) {
        free.get(from).clear(number);
        for (int order = from - 1; order >= to; order--) {
            int firstHalf = number << (from - order);
            free.get(order).set(firstHalf + 1);
        }
    }

    /// Needs no memory itself, since it is called where none may be left.
    void giveBack(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            unitsTaken -= 1L << block.order;
            join(block.number, block.order);
        }
    }

    // tag::join[]
    /// A block whose other half is free becomes one with it.
    private void join(int number, int order) {
        int other = number ^ 1;
        if (order < ORDERS - 1 && free.get(order).get(other)) {
            free.get(order).clear(other);
            join(number / 2, order + 1);
        } else {
            free.get(order).set(number);
        }
    }

    // end::join[]

    /// In bytes: what `length` bytes of content take up here.
    static long sizeOf(long length) {
        return units(length) * SMALLEST;
    }

    private static long units(long length) {
        return Math.max(1, Math.ceilDiv(length, SMALLEST));
    }

    private ByteBuffer bytes(int number, int order) {
        int perRegion = REGION >> order;
        int offset = (number % perRegion) * (SMALLEST << order);
        return regions.get(number / perRegion).slice(offset, SMALLEST << order);
    }

    private void allocateFor(long wanted) {
        while (unitsTaken + wanted > unitsAllocated && unitsAllocated < unitsAtMost) {
            long left = unitsAtMost - unitsAllocated;
            allocateRegion((int) Math.min(REGION, left));
        }
    }

    private void allocateRegion(int count) {
        try {
            regions.add(ByteBuffer.allocateDirect(count * SMALLEST));
        } catch (OutOfMemoryError lessThanPromised) {
            var size = allocated() / 1024 + " KiB";
            Log.problem("the cache gets no larger than " + size, lessThanPromised);
            unitsAtMost = unitsAllocated;
            return;
        }
        int first = (regions.size() - 1) * REGION;
        for (int left = count; left > 0; ) {
            int order = largestOrderIn(left);
            join(first >> order, order);
            first += 1 << order;
            left -= 1 << order;
        }
        unitsAllocated += count;
    }

    /// In bytes: what has been taken and not been given back.
    long taken() {
        return unitsTaken * SMALLEST;
    }

    /// In bytes: what the operating system has been asked for.
    long allocated() {
        return unitsAllocated * SMALLEST;
    }
}
