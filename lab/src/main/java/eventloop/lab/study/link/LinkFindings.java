package eventloop.lab.study.link;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What a run has found: all of it, or a part, as it comes.
///
/// @param notLaid cables that this kernel cannot lay, and its words, a line each
/// @param notRead servers that could not be measured over a cable, and why, a line each; results that were stored
///     before failures were kept have none
public record LinkFindings(
        List<LinkReading> readings,
        List<String> notLaid,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> notRead) {

    static LinkFindings read(LinkReading reading) {
        return new LinkFindings(List.of(reading), List.of(), List.of());
    }

    static LinkFindings notLaid(String words) {
        return new LinkFindings(List.of(), List.of(words), List.of());
    }

    static LinkFindings notRead(String words) {
        return new LinkFindings(List.of(), List.of(), List.of(words));
    }

    /// @param parts in the order in which they came
    public static LinkFindings together(List<LinkFindings> parts) {
        return new LinkFindings(
                all(parts, LinkFindings::readings),
                all(parts, LinkFindings::notLaid),
                all(parts, LinkFindings::notRead));
    }

    private static <T> List<T> all(
            List<LinkFindings> parts, Function<LinkFindings, List<T>> findings) {
        return parts.stream().map(findings).flatMap(Collection::stream).toList();
    }
}
