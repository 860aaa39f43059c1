package eventloop.lab.measure.result;

import java.util.List;
import java.util.stream.Stream;

/// A result that is found part by part: a later run adds to it, or finds a part of it anew.
public interface GrowingResult extends StoredResult {
    /// Runs that found a part of it, before the one of [#provenance].
    List<Provenance> earlier();

    /// All that found a part of it, in their order.
    default List<Provenance> runs() {
        return Stream.concat(earlier().stream(), Stream.of(provenance())).toList();
    }

    @Override
    default String maker() {
        return earlier().isEmpty()
                ? StoredResult.super.maker()
                : "in %d runs, the last one by `%s`"
                        .formatted(runs().size(), provenance().command());
    }

    /// A line for each, for people: where and when it was made, and by which command.
    default List<String> runsInWords() {
        return runs().stream().map(run -> "%s (%s)".formatted(run.words(), run.command())).toList();
    }
}
