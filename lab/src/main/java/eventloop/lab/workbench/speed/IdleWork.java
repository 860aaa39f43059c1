package eventloop.lab.workbench.speed;

import java.util.List;

/// Many clients that have asked once and keep their connections: what does the server hold for each, and what
/// does it do while none of them asks? Beside it, what the floor holds: it has nothing of its own for a client,
/// so this is what the JDK takes.
record IdleWork() implements Work {
    private static final String WORDS = "%,d idle clients".formatted(Idleness.CLIENTS);
    private static final double MOST_BYTES = 700;
    private static final double MOST_PERCENT = 1;

    /// No buffer is as small. The loop's own, of which there are a few, are shared by all clients.
    private static final double MOST_DIRECT_BYTES = 16;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<String> rivals() {
        return List.of();
    }

    @Override
    public double expectedSeconds(int rounds) {
        return 3 * Tries.LEAST * (6 + Idleness.WATCHED.toSeconds());
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var ours = new Tries<Idleness>();
        var floor = new Tries<Idleness>();
        var usual = new Tries<Idleness>();
        for (int round = 1; round <= Tries.LEAST; round++) {
            field.progress().detail(", round %d of %d".formatted(round, Tries.LEAST));
            ours.make(() -> Idleness.of(Field.OURS, field));
            floor.make(() -> Idleness.of(Field.FLOOR, field));
            usual.make(() -> Idleness.of(Field.USUAL_HEADERS, field));
        }
        return List.of(
                ours.bar(WORDS, "heap for each", Idleness::heapBytes, MOST_BYTES, "bytes"),
                ours.bar(
                        WORDS,
                        "no buffer held: direct memory for each",
                        Idleness::directBytes,
                        MOST_DIRECT_BYTES,
                        "bytes"),
                ours.bar(
                        WORDS,
                        "processor",
                        idleness -> 100 * idleness.processorShare(),
                        MOST_PERCENT,
                        "%"),
                floor.figure(
                        WORDS,
                        "of the heap for each, the JDK's own (the floor's heap for each)",
                        Idleness::heapBytes,
                        "bytes"),
                usual.figure(
                        WORDS,
                        "heap for each, with the JVM's usual object headers",
                        Idleness::heapBytes,
                        "bytes"));
    }
}
