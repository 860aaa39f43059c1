package eventloop.lab.study.link;

import java.util.List;

/// What lies between two hosts.
///
/// @param words for a person
/// @param queue of each end, as `tc qdisc` takes it; none for the usual one
record Cable(String words, List<String> queue) {
    /// Memory of this machine.
    private static final Cable MEMORY = new Cable("as fast as the kernel", List.of());

    /// A token bucket (tc-tbf(8)) lets so many bits a second pass.
    private static final Cable GIGABIT = limited("1 Gbit/s", "1gbit");

    private static final Cable HUNDRED_MEGABIT = limited("100 Mbit/s", "100mbit");

    /// Each packet is held back (tc-netem(8)), as by 2,000 km of fibre.
    private static final Cable FAR =
            new Cable(
                    "1 Gbit/s, 20 ms there and back",
                    List.of("netem", "delay", "10ms", "rate", "1gbit", "limit", "100000"));

    /// From the best to the worst.
    static final List<Cable> ALL = List.of(MEMORY, GIGABIT, HUNDRED_MEGABIT, FAR);

    private static Cable limited(String words, String rate) {
        return new Cable(words, List.of("tbf", "rate", rate, "burst", "256kb", "latency", "50ms"));
    }
}
