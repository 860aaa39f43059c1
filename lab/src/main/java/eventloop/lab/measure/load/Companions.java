package eventloop.lab.measure.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Clients that are there while the others are timed, and are not timed themselves: they come before the
/// first phase and stay until the load ends.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Companions.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Companions.Silent.class, name = "silent"),
    @JsonSubTypes.Type(value = Companions.SlowReaders.class, name = "slow-readers"),
    @JsonSubTypes.Type(value = Companions.Bursts.class, name = "bursts")
})
public sealed interface Companions {
    int count();

    /// Whether the server has work with them while the others are timed. While nobody is, it has none.
    default boolean workWhileTimed() {
        return switch (this) {
            case Idle _, Silent _ -> false;
            case SlowReaders _, Bursts _ -> true;
        };
    }

    /// For people: `1,000 who are silent`.
    default String words() {
        var what =
                switch (this) {
                    case Idle _ -> "who keep an idle connection";
                    case Silent _ -> "who connect and say nothing";
                    case SlowReaders slow ->
                            "who read the largest file at %,d bytes a second"
                                    .formatted(slow.bytesPerSecond());
                    case Bursts bursts ->
                            "who send %,d requests in one go, and again once these are answered, at most %,.0f times a second"
                                    .formatted(bursts.requests(), bursts.perSecond());
                };
        return "%,d %s".formatted(count(), what);
    }

    /// Fewer or more of the same kind.
    default Companions of(int number) {
        return switch (this) {
            case Idle _ -> new Idle(number);
            case Silent _ -> new Silent(number);
            case SlowReaders slow -> new SlowReaders(number, slow.bytesPerSecond());
            case Bursts bursts -> new Bursts(number, bursts.requests(), bursts.perSecond());
        };
    }

    /// They have asked once and keep their connections, as browsers do.
    record Idle(int count) implements Companions {}

    /// They connect and never say a word.
    record Silent(int count) implements Companions {}

    /// They ask for the plan's largest page again and again, and read it slowly; between phases they read nothing.
    ///
    /// @param bytesPerSecond what each of them reads
    record SlowReaders(int count, int bytesPerSecond) implements Companions {}

    /// They send many requests for the plan's smallest page in one go (pipelining), again and again. A burst
    /// that is due before the last one is answered is left out, and between phases there are none.
    ///
    /// @param requests in a burst
    /// @param perSecond bursts that each of them sends
    record Bursts(int count, int requests, double perSecond) implements Companions {}
}
